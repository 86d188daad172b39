// What the requests of a month come to, once nobody can be told from another.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import { type CareRequestStatus, statusMeaning } from "./lifecycle.ts";

/** A request as it stood at the end of a month. */
export type StandingRequest = {
  kind: CareKind;
  status: CareRequestStatus;
  /** Sent during the month. */
  receivedInMonth: boolean;
  /** A place accepted during the month. */
  servedInMonth: boolean;
  startOn: CalendarDay;
  flexibleWeeks: number;
  weeklyMinutes: number;
  atypicalMinutes: number;
};

export type Demand = {
  careKind: CareKind;
  received: number;
  served: number;
  /** Open, for a day still to come. */
  waiting: number;
  /** Open, while the day wanted, flexibility included, is past; or refused by a meeting. */
  unserved: number;
  /** Weekly minutes that the open requests ask for. */
  ordinaryMinutes: number;
  atypicalMinutes: number;
  /** How many of the open requests ask for atypical hours. */
  atypicalRequests: number;
};

function isLate({ status, startOn, flexibleWeeks }: StandingRequest, day: CalendarDay): boolean {
  return status === "notServed" || addDays(startOn, 7 * flexibleWeeks) < day;
}

/** @param day the last of the month, or today while it lasts */
export function demandOn(day: CalendarDay, requests: readonly StandingRequest[]): Demand[] {
  return careKinds.map((careKind) => {
    const own = requests.filter(({ kind }) => kind === careKind);
    const open = own.filter(({ status }) => statusMeaning[status].outcome === "open");
    const late = open.filter((request) => isLate(request, day)).length;
    const minutes = (measure: "weeklyMinutes" | "atypicalMinutes"): number =>
      open.reduce((sum, request) => sum + request[measure], 0);
    return {
      careKind,
      received: own.filter(({ receivedInMonth }) => receivedInMonth).length,
      served: own.filter(({ servedInMonth }) => servedInMonth).length,
      waiting: open.length - late,
      unserved: late,
      ordinaryMinutes: Math.round(minutes("weeklyMinutes") - minutes("atypicalMinutes")),
      atypicalMinutes: Math.round(minutes("atypicalMinutes")),
      atypicalRequests: open.filter(({ atypicalMinutes }) => atypicalMinutes > 0).length,
    };
  });
}
