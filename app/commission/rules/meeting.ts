// The life of a meeting, as tables: what may be done to it, and when.
export const meetingStatuses = ["preparing", "frozen", "published", "cancelled"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** "included": examined; the others say why a request is not. */
export const candidateStates = ["included", "toRenew", "gate", "noOption"] as const;
export type CandidateState = (typeof candidateStates)[number];

/** What publication answered. "kept": refused, and the child keeps the place it has elsewhere. */
export const outcomes = ["offered", "partial", "kept", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export const adjustmentKinds = ["pin", "forbid"] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

/** Why a meeting is given up: one of these, for everybody to read. */
export const cancelReasons = ["postponed", "noQuorum", "places", "files", "incident"] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** The statuses in which each act may be done. `run` and what follows need the requests to be frozen. */
export const meetingActs = {
  change: ["preparing"],
  askFamilies: ["preparing"],
  freeze: ["preparing"],
  attend: ["preparing", "frozen"],
  run: ["frozen"],
  adjust: ["frozen"],
  choose: ["frozen"],
  level: ["frozen"],
  publish: ["frozen"],
  cancel: ["preparing", "frozen"],
} as const satisfies Record<string, readonly MeetingStatus[]>;
export type MeetingActName = keyof typeof meetingActs;

/** Whether an act may be done to a meeting in a status. */
export function mayDo(act: MeetingActName, status: MeetingStatus): boolean {
  return (meetingActs[act] as readonly MeetingStatus[]).includes(status);
}

/** The acts open in a status: the buttons to show. */
export function actsIn(status: MeetingStatus): MeetingActName[] {
  return (Object.keys(meetingActs) as MeetingActName[]).filter((act) => mayDo(act, status));
}
