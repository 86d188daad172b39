import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays, daysFrom, mondayOf } from "#app/calendar/rules/day.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type OccasionalDay, occasionalDay } from "../rules/occasional-day.ts";
import { type OccasionalStanding, isBookable, occasionalCare, stayStandingAt } from "../rules/occasional.ts";
import { type WindowRow, listOccasionalContracts, listWindows } from "../store/occasional-days.server.ts";
import { type OccasionalRow, listFacilityOccasional } from "../store/occasional.server.ts";
import { readFreeHours } from "./read-free-hours.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type DeskStay = {
  id: string;
  childName: string;
  start: Date;
  end: Date;
  standing: OccasionalStanding;
  answerBy: Date | null;
  mayCancel: boolean;
};

export type DeskWindow = {
  id: string;
  /** `coming`: opens later; `over`: the last moment to book has passed. */
  state: "coming" | "open" | "over" | "closed";
  opensAt: Date;
  closesAt: Date;
};

export type DeskDay = OccasionalDay & {
  windows: DeskWindow[];
  booked: DeskStay[];
  /** In order of asking; those being asked among them. */
  waiting: DeskStay[];
};

export type OccasionalDeskView = {
  facility: { id: string; name: string };
  sections: {
    id: string;
    name: string;
    days: DeskDay[];
    contracts: { id: string; name: string }[];
  }[];
  /** What is proposed for the next window. */
  proposed: { sectionId: string; fromDay: CalendarDay; toDay: CalendarDay; bookUntil: number };
  today: CalendarDay;
};

const daysShown = 42;

function stateOf(window: WindowRow, now: Date): DeskWindow["state"] {
  if (window.closedAt) return "closed";
  if (isBookable(window, now)) return "open";
  return window.opensAt > now ? "coming" : "over";
}

const deskStay = (stay: OccasionalRow, now: Date): DeskStay => ({
  id: stay.id,
  childName: `${stay.firstName} ${stay.lastName}`,
  start: stay.start,
  end: stay.end,
  standing: stayStandingAt(stay, now),
  answerBy: stay.answerBy,
  mayCancel: stay.start > now,
});

/** The latest word on a day: a window opened again after it was closed is what counts. */
function windowsOf(
  windows: readonly WindowRow[],
  sectionId: string,
  day: CalendarDay,
  now: Date,
): DeskWindow[] {
  const own = windows
    .filter((each) => each.sectionId === sectionId && each.fromDay <= day && day <= each.toDay)
    .map((window) => ({
      id: window.id,
      state: stateOf(window, now),
      opensAt: window.opensAt,
      closesAt: window.closesAt,
    }));
  const alive = own.filter(({ state }) => state !== "closed");
  return alive.length > 0 ? alive : own.slice(-1);
}

/** What a manager opens to families, day by day: what is free, who booked, who waits. The reading is logged. */
export async function readOccasionalDesk(
  visit: SignedVisit,
  facilityId: string | undefined,
): Promise<OccasionalDeskView> {
  const { db, now, today } = visit;
  const { id, name, sections } = await requireFacility(visit, facilityId);
  const last = addDays(today, daysShown);
  const care = await readParameter(db, "occasional-care", today, occasionalCare);
  const windows = await listWindows(db, { facilityIds: [id] }, today, last);
  const stays = await listFacilityOccasional(db, id, today, last);
  const contracts = await listOccasionalContracts(db, { facilityId: id }, today, last);
  const shown = [...windows.map(({ toDay }) => toDay), ...stays.map(({ day }) => day)];
  const to = shown.reduce((latest, day) => (day > latest && day <= last ? day : latest), today);
  const limits = await readFreeHours(db, { facilityId: id, from: today, to });
  await logFileRead(visit, "facility", id, "occasionalRead");
  const nextMonday = addDays(mondayOf(today), 7);
  const known = windows.filter(({ closedAt }) => !closedAt).at(-1);
  return {
    facility: { id, name },
    today,
    proposed: {
      sectionId: known?.sectionId ?? contracts[0]?.sectionId ?? sections[0]?.id ?? "",
      fromDay: nextMonday,
      toDay: addDays(nextMonday, 4),
      bookUntil: care.bookUntil,
    },
    sections: sections.map((section) => {
      const own = stays.filter(({ sectionId }) => sectionId === section.id);
      const days = daysFrom(today, to).flatMap((day): DeskDay[] => {
        const here = windowsOf(windows, section.id, day, now);
        const ofDay = own.filter((stay) => stay.day === day);
        if (here.length === 0 && ofDay.length === 0) return [];
        const byStart = (one: DeskStay, other: DeskStay): number =>
          one.start.getTime() - other.start.getTime();
        return [
          {
            ...occasionalDay(limits, section.id, day, care, now),
            windows: here,
            booked: ofDay
              .filter(({ status }) => status === "booked")
              .map((stay) => deskStay(stay, now))
              .sort(byStart),
            waiting: ofDay.filter(({ status }) => status !== "booked").map((stay) => deskStay(stay, now)),
          },
        ];
      });
      return {
        id: section.id,
        name: section.name,
        days,
        contracts: contracts
          .filter(({ sectionId }) => sectionId === section.id)
          .map((contract) => ({ id: contract.id, name: `${contract.firstName} ${contract.lastName}` })),
      };
    }),
  };
}
