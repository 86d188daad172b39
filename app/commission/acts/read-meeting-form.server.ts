import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type CalendarDay, addMonths, firstOfMonth } from "#app/calendar/rules/day.ts";
import { inForce } from "#app/facilities/rules/capacity.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { nextMeetingAfter } from "#app/requests/rules/delays.ts";
import { meetingDelays } from "../rules/meeting-delays.ts";
import type { MeetingFormView } from "../rules/meeting-view.ts";
import { listBusySections } from "../store/meetings.server.ts";
import { type SectionToChoose, listSectionsOf } from "../store/town.server.ts";
import { readGridInForce } from "./read-grid-in-force.server.ts";
import { headOf, requireGrid, requireMeeting } from "./require-meeting.server.ts";

/** Licensed at the fullest, on a day. */
export function placesOn({ bands }: Pick<SectionToChoose, "bands">, day: CalendarDay): number {
  const running = bands.filter((band) =>
    inForce({ validFrom: band.validFrom as CalendarDay, validTo: band.validTo as CalendarDay | null }, day),
  );
  return Math.max(0, ...running.map(({ places }) => places));
}

/** The form of a new meeting of a kind of care, or of one that is being prepared. */
export async function readMeetingForm(
  visit: SignedVisit,
  of: { careKind: CareKind } | { meetingId: string },
): Promise<MeetingFormView> {
  const { db, today, scope } = visit;
  if (!scope.town) throw notFound();
  const meeting = "meetingId" in of ? await requireMeeting(db, visit, of.meetingId) : null;
  const careKind = meeting?.careKind ?? (of as { careKind: CareKind }).careKind;
  const heldOn = meeting?.heldOn ?? nextMeetingAfter(today, await readDelays(db, today));
  const startFrom = meeting?.startFrom ?? addMonths(firstOfMonth(heldOn), 1);
  const delays = await readParameter(db, "delays", today, meetingDelays);
  const grid = meeting ? await requireGrid(db, meeting) : await readGridInForce(db, careKind, heldOn);
  const busy = new Map(
    (await listBusySections(db, null, meeting?.id ?? null)).map((each) => [each.sectionId, each]),
  );
  const facilities = new Map<string, MeetingFormView["facilities"][number]>();
  for (const section of await listSectionsOf(db, careKind)) {
    const { id, name, facility } = section;
    const taken = busy.get(id);
    const line = facilities.get(facility.id) ?? { ...facility, sections: [] };
    facilities.set(facility.id, line);
    line.sections.push({
      ...{ id, name, places: placesOn(section, startFrom) },
      chosen: meeting ? meeting.sectionIds.includes(id) : !taken,
      busyWith: taken ? { id: taken.meetingId, heldOn: taken.heldOn } : null,
    });
  }
  return {
    meeting: meeting && grid ? headOf(meeting, grid) : null,
    ...{ careKind, heldOn, startFrom },
    startTo: meeting?.startTo ?? addMonths(startFrom, 6),
    answerDays: meeting?.answerDays ?? delays.offerAnswerDays,
    quorum: meeting?.quorum ?? 3,
    surnombreMax: meeting?.surnombreMax ?? 0,
    grid: grid && { id: grid.id, name: grid.name, version: grid.version },
    facilities: [...facilities.values()],
  };
}
