// What the pages of the publication read, what a meeting fixes for good when it is published, and what follows it.
import type { RequestExplanation } from "#app/allocation/rules/explanation.ts";
import type { WaitingRank } from "#app/allocation/rules/waiting-rank.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Motive, Words } from "./grid.ts";
import type { CandidateState, Outcome } from "./meeting.ts";
import type {
  AdjustmentView,
  AllocationNameTable,
  AttendeeView,
  MeetingHead,
  MeetingView,
  QuorumView,
  RunView,
} from "./meeting-view.ts";
import type { ScoreSheet } from "./score-sheet.ts";

// ── dry run of the publication ──
export const publishBlockers = [
  "noRun",
  "notCertified",
  "unexplained",
  "quorum",
  "staleAdjustments",
  "staleTown",
  "levels",
  "overHeld",
] as const;
export type PublishBlocker = (typeof publishBlockers)[number];
export type PublicationOffer = {
  candidate: { id: string; number: string };
  facility: { id: string; name: string };
  section: { id: string; name: string };
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  partial: boolean;
  /** The place it would leave. */
  transfer: boolean;
};
export type PublicationRefusal = {
  candidate: { id: string; number: string };
  outcome: "refused" | "kept";
  ranks: WaitingRank[];
  explanation: RequestExplanation;
};
export type DryRunView = {
  meeting: MeetingHead;
  run: RunView | null;
  blockers: PublishBlocker[];
  answerBy: CalendarDay;
  nextMeeting: CalendarDay;
  offers: PublicationOffer[];
  refusals: PublicationRefusal[];
  /** E-mails that will be queued, and families without an address, to be written to on paper. */
  letters: number;
  withoutAddress: { number: string; careRequestId: string }[];
  names: AllocationNameTable;
};

// ── what is fixed on publication ──
/** MeetingCandidate.answer: structured, so that every page and letter says the same thing in its own language. */
export type CandidateAnswer = {
  runNumber: number;
  heldOn: CalendarDay;
  grid: { id: string; name: string; version: number };
  points: number;
  lottery: number;
  offer: {
    facilityId: string;
    sectionId: string;
    startOn: CalendarDay;
    partial: boolean;
    wishRank: number | null;
  } | null;
  explanation: RequestExplanation;
  /** Facilities that the commission ruled out for this child, with its coded motive. */
  forbidden: { facilityId: string; motive: Words }[];
  ranks: WaitingRank[];
  /** Points of the last request served by points in the section it waits for; only over five or more. */
  lastServed: { facilityId: string; sectionId: string; points: number }[];
  /** What would be free: hours of wished facilities, and facilities not wished for where all its hours fit. */
  alternatives: {
    freeHours: { facilityId: string; weekdays: number[]; together: boolean }[];
    otherFacilities: string[];
  };
  names: AllocationNameTable;
  nextMeeting: CalendarDay;
};

/** MeetingCandidate.answer of a request that the meeting could not examine. */
export type NotExaminedAnswer = {
  heldOn: CalendarDay;
  grid: { id: string; name: string; version: number };
  state: CandidateState;
  /** Key under `commission:meeting.reason.<code>`; for a gate, its code in the grid, with its words beside. */
  stateReason: string | null;
  gate: Words | null;
  nextMeeting: CalendarDay;
};

/** What a family reads after a meeting that could not examine its request. */
export type FamilyNotExaminedView = {
  meeting: { id: string; heldOn: CalendarDay; publishedAt: string };
  number: string;
  outcome: null;
  answer: NotExaminedAnswer;
};

/** What a family reads after the meetings that looked at its request, the latest first. */
export type FamilyAnswerView = {
  meeting: { id: string; heldOn: CalendarDay; publishedAt: string };
  number: string;
  outcome: Outcome;
  answer: CandidateAnswer;
  sheet: ScoreSheet;
};

/** Meeting.figures, for the public page. Null: hidden, fewer than `smallestCount` or deducible from such a figure. */
export type MeetingFigures = {
  smallestCount: number;
  requests: number | null;
  served: number | null;
  partial: number | null;
  notServed: number | null;
  halfHoursAsked: number | null;
  halfHoursGiven: number | null;
  bySection: {
    facility: string;
    section: string;
    requests: number | null;
    served: number | null;
    halfHoursGiven: number | null;
    /** Points of the last request served by points; null when over too few. */
    lastPoints: number | null;
  }[];
  adjustments: { motive: string; words: Words; count: number | null }[];
};
export type PublicMeetingView = {
  id: string;
  heldOn: CalendarDay;
  careKind: CareKind;
  startFrom: CalendarDay;
  startTo: CalendarDay;
  publishedAt: string;
  grid: { id: string; code: string; name: string; version: number; source: string };
  seedCommitment: string;
  seed: string;
  figures: MeetingFigures;
};

// ── minutes ──
export type MinutesView = {
  meeting: MeetingView["meeting"];
  attendees: AttendeeView[];
  quorum: QuorumView;
  run: RunView;
  /** Internal: `name` and `reference`; the public version leaves both out (null). */
  decisions: {
    number: string;
    name: string | null;
    reference: string | null;
    points: number;
    outcome: Outcome;
    facility: string | null;
    section: string | null;
    adjustments: AdjustmentView[];
  }[];
  notExamined: {
    number: string;
    name: string | null;
    reference: string | null;
    state: CandidateState;
    stateReason: string | null;
  }[];
  adjustments: AdjustmentView[];
  figures: MeetingFigures | null;
};

// ── places freed after the meeting ──
export type FreedPlacesView = {
  meeting: MeetingHead;
  freed: {
    offerId: string;
    number: string | null;
    facility: { id: string; name: string };
    section: { id: string; name: string };
    pattern: WeeklyPattern;
    startOn: CalendarDay;
    endOn: CalendarDay | null;
    reason: "declined" | "expired" | "withdrawn";
    /** Already proposed again. */
    replacedBy: { offerId: string; number: string | null; status: string } | null;
  }[];
};
/** Whom the engine would serve on what is left, held places staying where they are. */
export type NextFamilyView = {
  meeting: MeetingHead;
  freed: FreedPlacesView["freed"][number];
  answerBy: CalendarDay;
  /** Null: nobody who waits fits. */
  next: {
    candidate: { id: string; number: string; careRequestId: string; version: number };
    points: number;
    facility: { id: string; name: string };
    section: { id: string; name: string };
    pattern: WeeklyPattern;
    startOn: CalendarDay;
    endOn: CalendarDay | null;
    partial: boolean;
  } | null;
  /** Others whom the same run would serve, in order. */
  after: { number: string; facility: string }[];
};

/** A place between two meetings, for a need that cannot wait: what the same engine gives on what is left. */
export type UrgentPlaceView = {
  /** False: it may not be offered a place now, or no grid is in force. */
  waits: boolean;
  careRequestId: string;
  version: number;
  points: number;
  answerBy: CalendarDay;
  place: {
    facility: { id: string; name: string };
    section: { id: string; name: string };
    pattern: WeeklyPattern;
    startOn: CalendarDay;
    endOn: CalendarDay | null;
    partial: boolean;
  } | null;
  /** Why each better wish is refused; null when the request cannot be examined. */
  explanation: RequestExplanation | null;
  names: AllocationNameTable;
  /** Of the grid in force, for a place given by hand. */
  motives: Motive[];
};
