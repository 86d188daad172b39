// The whole life of a care request, readable by a town clerk. The server's guard, the buttons on screen, the
// diagram in docs and an exhaustive test all read these tables.

export const careRequestStatuses = [
  "submitted",
  "incomplete",
  "expectedBirth",
  "waiting",
  "inCommission",
  "offered",
  "accepted",
  "inCare",
  "notServed",
  "declinedKept",
  "expired",
  "toRenew",
  "lapsed",
  "withdrawn",
  "ended",
] as const;
export type CareRequestStatus = (typeof careRequestStatuses)[number];

/** Who may cause a step: the family, an agent, the facility, the RPE, a partner such as the Caf, or the clock. */
export type StepMaker = "family" | "desk" | "facility" | "adviser" | "partner" | "clock";

type Transition = { from: readonly CareRequestStatus[]; to: CareRequestStatus; by: readonly StepMaker[] };

const active = ["waiting", "notServed", "declinedKept", "expired"] as const;
const onTheList = [...active, "expectedBirth"] as const;

export const transitions = {
  refer: { from: ["submitted", "incomplete", ...onTheList], to: "waiting", by: ["desk", "clock"] },
  awaitBirth: { from: ["submitted", "incomplete"], to: "expectedBirth", by: ["desk", "clock"] },
  askProof: { from: ["submitted", "waiting", "expectedBirth"], to: "incomplete", by: ["desk"] },
  sendProof: { from: ["incomplete"], to: "submitted", by: ["family", "desk"] },
  declareBirth: { from: ["expectedBirth"], to: "waiting", by: ["family", "desk"] },
  // A child who is not born yet is examined once the birth has been told.
  examine: { from: active, to: "inCommission", by: ["desk"] },
  // The meeting is cancelled, or no longer looks at this request.
  leaveMeeting: { from: ["inCommission"], to: "waiting", by: ["desk"] },
  notServe: { from: ["inCommission"], to: "notServed", by: ["desk"] },
  award: { from: ["inCommission"], to: "offered", by: ["desk"] },
  offer: { from: onTheList, to: "offered", by: ["desk"] },
  accept: { from: ["offered"], to: "accepted", by: ["family", "desk"] },
  declineAndStay: { from: ["offered"], to: "declinedKept", by: ["family", "desk"] },
  // The place goes back to the list although nobody refused it: the child has taken another one.
  takeBack: { from: ["offered"], to: "waiting", by: ["family", "desk"] },
  expire: { from: ["offered"], to: "expired", by: ["clock"] },
  askRenewal: { from: active, to: "toRenew", by: ["desk", "clock"] },
  renew: { from: ["toRenew"], to: "waiting", by: ["family", "desk"] },
  lapse: { from: ["toRenew"], to: "lapsed", by: ["clock"] },
  reopen: { from: ["lapsed"], to: "waiting", by: ["family", "desk"] },
  start: { from: ["accepted"], to: "inCare", by: ["clock", "facility"] },
  end: { from: ["accepted", "inCare"], to: "ended", by: ["desk", "clock"] },
  withdraw: {
    from: ["submitted", "incomplete", ...onTheList, "inCommission", "offered", "toRenew"],
    to: "withdrawn",
    by: ["family", "desk"],
  },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof transitions;

/** Whether a transition may leave a status, by somebody. */
export function mayTransition(name: TransitionName, from: CareRequestStatus, by: StepMaker): boolean {
  const transition: Transition = transitions[name];
  return transition.from.includes(from) && transition.by.includes(by);
}

/** The transitions open to somebody from a status: the buttons to show. */
export function transitionsFrom(from: CareRequestStatus, by: StepMaker): TransitionName[] {
  return (Object.keys(transitions) as TransitionName[]).filter((name) => mayTransition(name, from, by));
}

type StatusGroup = {
  meaning: "information" | "success" | "attention" | "refusal" | "neutral";
  /** Somebody has to do something: the desk, the family, or nobody for now. */
  waitsFor: "desk" | "family" | "time" | "nobody";
  /** Served, still waiting, or closed without a place: what the figures count. */
  outcome: "open" | "served" | "closed";
};

/** What each status means to whoever looks at it; labels are `requests:status.<status>.*`. */
export const statusMeaning = {
  submitted: { meaning: "information", waitsFor: "desk", outcome: "open" },
  incomplete: { meaning: "attention", waitsFor: "family", outcome: "open" },
  expectedBirth: { meaning: "information", waitsFor: "family", outcome: "open" },
  waiting: { meaning: "information", waitsFor: "time", outcome: "open" },
  inCommission: { meaning: "information", waitsFor: "time", outcome: "open" },
  offered: { meaning: "attention", waitsFor: "family", outcome: "open" },
  accepted: { meaning: "success", waitsFor: "time", outcome: "served" },
  inCare: { meaning: "success", waitsFor: "nobody", outcome: "served" },
  notServed: { meaning: "neutral", waitsFor: "time", outcome: "open" },
  declinedKept: { meaning: "neutral", waitsFor: "time", outcome: "open" },
  expired: { meaning: "neutral", waitsFor: "time", outcome: "open" },
  toRenew: { meaning: "attention", waitsFor: "family", outcome: "open" },
  lapsed: { meaning: "refusal", waitsFor: "nobody", outcome: "closed" },
  withdrawn: { meaning: "neutral", waitsFor: "nobody", outcome: "closed" },
  ended: { meaning: "neutral", waitsFor: "nobody", outcome: "served" },
} as const satisfies Record<CareRequestStatus, StatusGroup>;

/** Statuses that may still receive an offer. */
export const offerable: readonly CareRequestStatus[] = transitions.offer.from;
