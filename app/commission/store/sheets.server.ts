import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type ScoreSheet, scoreSheet, servedPart } from "../rules/score-sheet.ts";

export type SheetRequest = {
  id: string;
  reference: string;
  kind: CareKind;
  householdId: string;
  handlerId: string | null;
  childFirstName: string;
  wishes: { facilityId: string; facilityName: string; rank: number }[];
};

/** What a score sheet says of its request besides the points; null when there is none. */
export async function findSheetRequest(db: Database, id: string): Promise<SheetRequest | null> {
  const row = await db.careRequest.findUnique({
    where: { id },
    select: {
      id: true,
      reference: true,
      kind: true,
      householdId: true,
      handlerId: true,
      child: { select: { firstName: true } },
      wishes: {
        orderBy: { rank: "asc" },
        select: { rank: true, facilityId: true, facility: { select: { name: true } } },
      },
    },
  });
  if (!row) return null;
  const { child, wishes, kind, ...request } = row;
  return {
    ...request,
    kind: kind as CareKind,
    childFirstName: child.firstName,
    wishes: wishes.map(({ facility, ...wish }) => ({ ...wish, facilityName: facility.name })),
  };
}

export type SheetCandidacy = {
  gridId: string;
  heldOn: CalendarDay;
  number: string;
  status: "frozen" | "published";
  points: number;
  sheet: ScoreSheet;
  lastServed: { facilityId: string; sectionId: string; points: number }[];
};

/** The meetings, frozen or published, that examined a request, the latest first. */
export async function listCandidacies(db: Database, careRequestId: string): Promise<SheetCandidacy[]> {
  const rows = await db.meetingCandidate.findMany({
    where: { careRequestId, state: "included", meeting: { status: { in: ["frozen", "published"] } } },
    orderBy: [{ meeting: { heldOn: "desc" } }, { id: "desc" }],
    select: {
      number: true,
      points: true,
      sheet: true,
      answer: true,
      meeting: { select: { gridId: true, heldOn: true, status: true } },
    },
  });
  return rows.flatMap(({ number, points, sheet, answer: stored, meeting }) => {
    const read = scoreSheet.safeParse(sheet);
    if (!read.success) return [];
    return {
      gridId: meeting.gridId,
      heldOn: meeting.heldOn as CalendarDay,
      status: meeting.status as SheetCandidacy["status"],
      number,
      points,
      sheet: read.data,
      lastServed: servedPart.safeParse(stored).data?.lastServed ?? [],
    };
  });
}

/** The names of some sections with those of their facilities. */
export async function listSectionNames(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { facilityName: string; sectionName: string }>> {
  const rows = await db.section.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, facility: { select: { name: true } } },
  });
  return new Map(
    rows.map(({ id, name, facility }) => [id, { facilityName: facility.name, sectionName: name }]),
  );
}
