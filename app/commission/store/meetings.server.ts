// Meetings as rows: every change is guarded by the version that the person saw.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type CancelReason, type MeetingActName, type MeetingStatus, meetingActs } from "../rules/meeting.ts";

export type MeetingRow = {
  id: string;
  version: number;
  status: MeetingStatus;
  heldOn: CalendarDay;
  careKind: CareKind;
  gridId: string;
  startFrom: CalendarDay;
  startTo: CalendarDay;
  answerDays: number;
  surnombreMax: 0 | 1 | 2;
  quorum: number;
  seedCommitment: string;
  /** Never shown before publication. */
  seed: string;
  createdAt: Date;
  createdBy: string;
  frozenAt: Date | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  cancelledAt: Date | null;
  cancelledBy: string | null;
  cancelReason: CancelReason | null;
  chosenRunId: string | null;
  figures: unknown;
  sectionIds: string[];
};

const withSections = {
  include: { sections: { select: { sectionId: true }, orderBy: { sectionId: "asc" } } },
} as const;
type Selected = Prisma.MeetingGetPayload<typeof withSections>;

function asMeeting({ sections, ...row }: Selected): MeetingRow {
  return {
    ...row,
    status: row.status as MeetingStatus,
    careKind: row.careKind as CareKind,
    heldOn: row.heldOn as CalendarDay,
    startFrom: row.startFrom as CalendarDay,
    startTo: row.startTo as CalendarDay,
    surnombreMax: row.surnombreMax as 0 | 1 | 2,
    cancelReason: row.cancelReason as CancelReason | null,
    sectionIds: sections.map(({ sectionId }) => sectionId),
  };
}

export async function findMeeting(db: Database, id: string): Promise<MeetingRow | null> {
  const row = await db.meeting.findUnique({ where: { id }, ...withSections });
  return row && asMeeting(row);
}

/** The latest first. */
export async function listMeetings(
  db: Database,
  where: { statuses?: readonly MeetingStatus[] } = {},
): Promise<MeetingRow[]> {
  const rows = await db.meeting.findMany({
    where: where.statuses ? { status: { in: [...where.statuses] } } : {},
    ...withSections,
    orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(asMeeting);
}

export type NewMeeting = Omit<Prisma.MeetingUncheckedCreateInput, "id" | "sections" | "status"> & {
  sectionIds: string[];
};

export async function insertMeeting(tx: Database, { sectionIds, ...meeting }: NewMeeting): Promise<string> {
  const status: MeetingStatus = "preparing";
  const sections = { create: sectionIds.map((sectionId) => ({ sectionId })) };
  const { id } = await tx.meeting.create({ data: { ...meeting, status, sections }, select: { id: true } });
  return id;
}

/** Changes a meeting only as it was seen, in a status that allows the act; returns whether it did. */
export async function changeMeeting(
  tx: Database,
  { id, version }: { id: string; version: number },
  act: MeetingActName,
  data: Prisma.MeetingUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const { count } = await tx.meeting.updateMany({
    where: { id, version, status: { in: [...meetingActs[act]] } },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function replaceSections(
  tx: Database,
  meetingId: string,
  sectionIds: readonly string[],
): Promise<void> {
  await tx.meetingSection.deleteMany({ where: { meetingId } });
  await tx.meetingSection.createMany({ data: sectionIds.map((sectionId) => ({ meetingId, sectionId })) });
}

/** Other meetings that are not over and allocate some of these sections. */
export async function listBusySections(
  db: Database,
  sectionIds: readonly string[] | null,
  exceptMeeting: string | null,
): Promise<{ sectionId: string; meetingId: string; heldOn: CalendarDay }[]> {
  const rows = await db.meetingSection.findMany({
    where: {
      ...(sectionIds ? { sectionId: { in: [...sectionIds] } } : {}),
      meeting: {
        status: { in: ["preparing", "frozen"] satisfies MeetingStatus[] },
        ...(exceptMeeting ? { id: { not: exceptMeeting } } : {}),
      },
    },
    select: { sectionId: true, meetingId: true, meeting: { select: { heldOn: true } } },
  });
  return rows.map(({ meeting, ...row }) => ({ ...row, heldOn: meeting.heldOn as CalendarDay }));
}

export type Attendee = { id: string; name: string; quality: string; voting: boolean; present: boolean };

export async function listAttendees(db: Database, meetingId: string): Promise<Attendee[]> {
  return db.meetingAttendee.findMany({
    where: { meetingId },
    select: { id: true, name: true, quality: true, voting: true, present: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

export async function replaceAttendees(
  tx: Database,
  meetingId: string,
  attendees: readonly Omit<Attendee, "id">[],
): Promise<void> {
  await tx.meetingAttendee.deleteMany({ where: { meetingId } });
  await tx.meetingAttendee.createMany({ data: attendees.map((each) => ({ ...each, meetingId })) });
}

/** What accounts are called, by id. */
export async function readAccountNames(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
