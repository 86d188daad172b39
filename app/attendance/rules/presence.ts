// The life of one stay on the day list. Buttons, the server's guard and the tests read these tables.

export const presenceStates = ["planned", "arrived", "left", "absent"] as const;
export type PresenceState = (typeof presenceStates)[number];

export const absenceCodes = ["sick", "family", "other"] as const;
export type AbsenceCode = (typeof absenceCodes)[number];

export const marks = [
  "arrive",
  "arriveAsPlanned",
  "leave",
  "leaveAsPlanned",
  "asPlanned",
  "absent",
  "undo",
  "correct",
] as const;
export type Mark = (typeof marks)[number];

/** Where each mark leads; `correct` leads where the hours typed say. */
const leadsTo: Record<Exclude<Mark, "correct">, Partial<Record<PresenceState, PresenceState>>> = {
  // A child announced absent may come after all.
  arrive: { planned: "arrived", absent: "arrived" },
  arriveAsPlanned: { planned: "arrived", absent: "arrived" },
  leave: { arrived: "left" },
  leaveAsPlanned: { arrived: "left" },
  asPlanned: { planned: "left" },
  // Touched again with a reason: the reason is written down.
  absent: { planned: "absent", absent: "absent" },
  undo: { arrived: "planned", left: "arrived", absent: "planned" },
};

export function markLeadsTo(mark: Exclude<Mark, "correct">, from: PresenceState): PresenceState | null {
  return leadsTo[mark][from] ?? null;
}

/** Two touches on the same button, or the same touch on two tablets: the second finds it done. */
export function isAlready(
  mark: Exclude<Mark, "correct">,
  presence: { state: PresenceState; absenceCode: AbsenceCode | null },
  absenceCode: AbsenceCode | null,
): boolean {
  const { state } = presence;
  // A mark may be undone further back: only "planned" is the end of that road.
  if (mark === "undo") return state === "planned";
  if (mark === "absent" && absenceCode !== null && absenceCode !== presence.absenceCode) return false;
  return Object.values(leadsTo[mark]).includes(state);
}

export type PresenceFacts = {
  plannedStart: Date;
  plannedEnd: Date;
  state: PresenceState;
  arrivedAt: Date | null;
  leftAt: Date | null;
};

/** How long before the planned start, or after the planned end, an hour is still believable. */
export const marginMinutes = 240;
const minuteMs = 60_000;
const marginMs = marginMinutes * minuteMs;
const dayMs = 1440 * minuteMs;

type Planned = Pick<PresenceFacts, "plannedStart" | "plannedEnd">;

/** A child whom nobody expected: planned from and to the minute it came, so that nothing was booked. */
export function isUnplanned({ plannedStart, plannedEnd }: Planned): boolean {
  return plannedStart.getTime() === plannedEnd.getTime();
}

/** The last instant at which a departure is believable, in milliseconds. */
export function latestDeparture(planned: Planned): number {
  return planned.plannedEnd.getTime() + (isUnplanned(planned) ? dayMs : marginMs);
}

/** The touches that make sense at a moment, the likeliest first; corrections are always possible. */
export function marksAt(presence: PresenceFacts, now: Date): Mark[] {
  const { state, plannedStart, plannedEnd } = presence;
  const [time, start, end] = [now.getTime(), plannedStart.getTime(), plannedEnd.getTime()];
  const mayArrive = time >= start - marginMs && time < end;
  const arrivals: Mark[] = !mayArrive ? [] : time > start ? ["arrive", "arriveAsPlanned"] : ["arrive"];
  switch (state) {
    case "planned":
      if (time >= end) return ["asPlanned", "absent"];
      return [...arrivals, "absent"];
    case "arrived":
      return time > latestDeparture(presence) ? ["leaveAsPlanned", "undo"] : ["leave", "undo"];
    case "absent":
      if (isUnplanned(presence)) return [];
      return [...arrivals, "undo"];
    case "left":
      return ["undo"];
  }
}

/** What the list says of a stay: its state, and what the clock adds to it. */
export type Standing = "toCome" | "late" | "unknown" | "present" | "notLeft" | "left" | "absent";

export function standingAt(presence: PresenceFacts, now: Date): Standing {
  const { state, plannedStart, plannedEnd } = presence;
  if (state === "absent" || state === "left") return state;
  if (state === "arrived") return now.getTime() > latestDeparture(presence) ? "notLeft" : "present";
  if (now < plannedStart) return "toCome";
  return now < plannedEnd ? "late" : "unknown";
}

export const standingMeaning = {
  toCome: "neutral",
  late: "attention",
  unknown: "attention",
  present: "success",
  notLeft: "attention",
  left: "information",
  absent: "refusal",
} as const satisfies Record<Standing, "neutral" | "information" | "success" | "attention" | "refusal">;

/** Somebody still has to say what happened. */
export function isToMark(standing: Standing): boolean {
  return standing === "late" || standing === "unknown" || standing === "notLeft";
}

/** Minutes by which a child left before the planned end; 0 when it stayed to the end. */
export function leftEarlyBy({ leftAt, plannedEnd }: PresenceFacts): number {
  return leftAt ? Math.max(0, Math.round((plannedEnd.getTime() - leftAt.getTime()) / minuteMs)) : 0;
}

/** Minutes by which a child stayed, or stays, beyond the planned end; 0 for one whom nobody expected. */
export function lateBy(presence: PresenceFacts, now: Date): number {
  const { state, leftAt, plannedEnd } = presence;
  const until = state === "left" ? leftAt : state === "arrived" ? now : null;
  if (!until || isUnplanned(presence)) return 0;
  return Math.max(0, Math.floor((until.getTime() - plannedEnd.getTime()) / minuteMs));
}
