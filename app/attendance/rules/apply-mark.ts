// What a mark writes. Instants are kept to the minute, so that what is shown is what is counted.
import { addDays, type CalendarDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import {
  type AbsenceCode,
  type Mark,
  type PresenceFacts,
  type PresenceState,
  isUnplanned,
  latestDeparture,
  marginMinutes,
  markLeadsTo,
} from "./presence.ts";

export type PresenceChange = {
  state: PresenceState;
  arrivedAt: Date | null;
  leftAt: Date | null;
  absenceCode: AbsenceCode | null;
};

/** Minutes of the day, as typed; `left` is empty while the child is still there. */
export type TypedHours = { arrived: number; left: number | null };

export type MarkError =
  | "attendance:error.notPossible"
  | "attendance:error.tooEarly"
  | "attendance:error.tooLate"
  | "attendance:error.notEnded"
  | "attendance:error.arrivalOutside"
  | "attendance:error.departureOutside"
  | "attendance:error.future";

export type MarkedPresence = { ok: true; change: PresenceChange } | { ok: false; error: MarkError };

const minuteMs = 60_000;
const refuse = (error: MarkError): MarkedPresence => ({ ok: false, error });
export const toMinute = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
const shifted = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * minuteMs);

const unmarked = { state: "planned", arrivedAt: null, leftAt: null, absenceCode: null } as const;

/** One touch at `now`. */
export function applyMark(
  presence: PresenceFacts,
  mark: Exclude<Mark, "correct">,
  now: Date,
  absenceCode: AbsenceCode | null = null,
): MarkedPresence {
  const { plannedStart, plannedEnd, arrivedAt } = presence;
  const state = markLeadsTo(mark, presence.state);
  if (!state) return refuse("attendance:error.notPossible");
  const time = toMinute(now);
  const done = (change: Partial<PresenceChange>): MarkedPresence => ({
    ok: true,
    change: { ...unmarked, ...change, state },
  });
  switch (mark) {
    case "arrive":
      if (time < shifted(plannedStart, -marginMinutes)) return refuse("attendance:error.tooEarly");
      if (time >= plannedEnd) return refuse("attendance:error.tooLate");
      return done({ arrivedAt: time });
    case "arriveAsPlanned":
      if (time < plannedStart) return refuse("attendance:error.tooEarly");
      if (time >= plannedEnd) return refuse("attendance:error.tooLate");
      return done({ arrivedAt: plannedStart });
    case "leave":
      if (time.getTime() > latestDeparture(presence)) return refuse("attendance:error.tooLate");
      // Marked in the same minute: the child was there for one.
      return done({ arrivedAt, leftAt: time > arrivedAt! ? time : shifted(arrivedAt!, 1) });
    case "leaveAsPlanned":
      if (time < plannedEnd) return refuse("attendance:error.notEnded");
      if (plannedEnd <= arrivedAt!) return refuse("attendance:error.departureOutside");
      return done({ arrivedAt, leftAt: plannedEnd });
    case "asPlanned":
      if (time < plannedEnd) return refuse("attendance:error.notEnded");
      return done({ arrivedAt: plannedStart, leftAt: plannedEnd });
    case "absent":
      return done({ absenceCode });
    case "undo":
      if (!isUnplanned(presence) || state === "arrived")
        return done(state === "arrived" ? { arrivedAt } : {});
      // Nobody expected it, and it did not come: nothing is left to happen.
      if (presence.state === "absent") return refuse("attendance:error.notPossible");
      return { ok: true, change: { ...unmarked, state: "absent" } };
  }
}

/** The instant of a clock time nearest to a planned one, within bounds: a night's departure may fall the day before. */
function nearest(day: CalendarDay, minute: number, planned: Date, from: Date, to: Date): Date | null {
  const distance = (instant: Date): number => Math.abs(instant.getTime() - planned.getTime());
  const candidates = [-1, 0, 1, 2]
    .map((shift) => instantAt(addDays(day, shift), minute))
    .filter((instant) => instant >= from && instant <= to)
    .sort((one, other) => distance(one) - distance(other));
  return candidates[0] ?? null;
}

/** Hours typed afterwards, or put right. `presence.day` is the day the stay begins. */
export function correctHours(
  presence: PresenceFacts & { day: CalendarDay },
  typed: TypedHours,
  now: Date,
): MarkedPresence {
  const { day, plannedStart, plannedEnd } = presence;
  const latest = new Date(latestDeparture(presence));
  const arrivedAt = nearest(
    day,
    typed.arrived,
    plannedStart,
    shifted(plannedStart, -marginMinutes),
    isUnplanned(presence) ? latest : shifted(plannedEnd, -1),
  );
  if (!arrivedAt) return refuse("attendance:error.arrivalOutside");
  const leftAt =
    typed.left === null ? null : nearest(day, typed.left, plannedEnd, shifted(arrivedAt, 1), latest);
  if (typed.left !== null && !leftAt) return refuse("attendance:error.departureOutside");
  if (arrivedAt > now || (leftAt && leftAt > now)) return refuse("attendance:error.future");
  const state = leftAt ? "left" : "arrived";
  return { ok: true, change: { ...unmarked, state, arrivedAt, leftAt } };
}
