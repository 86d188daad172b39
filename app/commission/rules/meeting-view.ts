// What each page of the meeting reads, exactly. Days are "YYYY-MM-DD", instants ISO texts, lengths half-hours where the
// name says so. A candidate bears its number; names appear only where the type says `name`.
import type { RequestExplanation } from "#app/allocation/rules/explanation.ts";
import type { WaitingRank } from "#app/allocation/rules/waiting-rank.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { GridMethod, Motive, Words } from "./grid.ts";
import type {
  AdjustmentKind,
  CancelReason,
  CandidateState,
  MeetingActName,
  MeetingStatus,
  Outcome,
} from "./meeting.ts";
import type { PublishBlocker } from "./publication-view.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** Every act of a meeting sends `version` back: another one has acted when it has changed. */
export type MeetingHead = {
  id: string;
  version: number;
  status: MeetingStatus;
  heldOn: CalendarDay;
  careKind: CareKind;
  startFrom: CalendarDay;
  startTo: CalendarDay;
  grid: { id: string; name: string; version: number; method: GridMethod };
  /** The acts that its status allows. */
  may: MeetingActName[];
};

// ── /guichet/commissions ──
export type MeetingListView = {
  meetings: (MeetingHead & {
    sections: number;
    candidates: number;
    served: number | null;
    publishedAt: string | null;
  })[];
  /** Whether a grid is in force for each kind of care: without one, no meeting. */
  grids: { careKind: CareKind; gridId: string; name: string; version: number }[];
};

// ── the form of a new meeting, and of its places while it is being prepared ──
export type MeetingFormView = {
  /** Null for a new one. */
  meeting: MeetingHead | null;
  careKind: CareKind;
  heldOn: CalendarDay;
  startFrom: CalendarDay;
  startTo: CalendarDay;
  answerDays: number;
  quorum: number;
  surnombreMax: 0 | 1 | 2;
  grid: { id: string; name: string; version: number } | null;
  facilities: {
    id: string;
    name: string;
    quarterName: string | null;
    /** `chosen`: of this meeting; all of them for a new one. `busyWith`: another open meeting allocates it. */
    sections: {
      id: string;
      name: string;
      places: number;
      chosen: boolean;
      busyWith: { id: string; heldOn: CalendarDay } | null;
    }[];
  }[];
};

// ── /guichet/commissions/$id ──
export type RunSummary = {
  requests: number;
  /** Candidates (children) served, of whom with fewer days than asked; transfers served are among them. */
  candidates: number;
  served: number;
  partial: number;
  firstWish: number;
  transfers: number;
  /** Half-hours a week asked by all, given, and left free after it. */
  halfHoursAsked: number;
  halfHoursGiven: number;
  halfHoursFree: number;
  refusedOptions: number;
  explained: number;
  claims: number;
  surnombre: number;
  /** The engine alone, then everything from building to certifying. */
  engineMs: number;
  totalMs: number;
  bySection: { sectionId: string; served: number; halfHoursGiven: number; halfHoursFree: number }[];
};

export type RunView = {
  id: string;
  number: number;
  createdAt: string;
  createdBy: string;
  summary: RunSummary;
  certified: boolean;
  /** The checker's failures; empty when it certifies. */
  failures: { fr: string; en: string }[];
  /** Ids of the adjustments it took in; `stale` when those that stand today are not these. */
  adjustments: string[];
  stale: boolean;
  chosen: boolean;
};

export type AdjustmentView = {
  id: string;
  kind: AdjustmentKind;
  candidate: { id: string; number: string };
  facility: { id: string; name: string };
  motive: { code: string; words: Words };
  signedBy: string;
  madeBy: string;
  madeAt: string;
  removedAt: string | null;
  removedBy: string | null;
};

export type AttendeeView = { id: string; name: string; quality: string; voting: boolean; present: boolean };
export type QuorumView = { needed: number; presentVoting: number; met: boolean };

export type MeetingSectionView = {
  sectionId: string;
  name: string;
  facility: { id: string; name: string };
  /** Licensed at the fullest; and candidates whose wishes name the facility. */
  places: number;
  wished: number;
};

export type MeetingView = {
  meeting: MeetingHead & {
    answerDays: number;
    quorum: number;
    surnombreMax: 0 | 1 | 2;
    seedCommitment: string;
    /** Null until published. */
    seed: string | null;
    createdBy: string;
    frozenAt: string | null;
    publishedAt: string | null;
    publishedBy: string | null;
    chosenRunId: string | null;
    cancelled: { at: string; by: string; reason: CancelReason } | null;
  };
  sections: MeetingSectionView[];
  /** Preparing: what freezing would do today. Frozen and after: what it did. */
  counts: Record<CandidateState, number>;
  /** Preparing: families whom it is time to ask whether they still need a place. */
  toAsk: number;
  runs: RunView[];
  adjustments: AdjustmentView[];
  attendees: AttendeeView[];
  quorum: QuorumView;
  /** What stands in the way of publishing; empty when nothing does. Null while preparing, or not asked. */
  blockers: PublishBlocker[] | null;
  motives: Motive[];
  /** Levels may be given (free deliberation). */
  deliberation: boolean;
};

// ── candidates ──
export type HeldByRun = { facility: { id: string; name: string }; wishRank: number | null; partial: boolean };
export type CandidateLine = {
  id: string;
  careRequestId: string;
  number: string;
  state: CandidateState;
  /** Key under `commission:meeting.reason.<code>`, or the code of a gate for the state "gate". */
  stateReason: string | null;
  points: number;
  lottery: number;
  level: number | null;
  startOn: CalendarDay;
  /** Completed months on the day care would start. */
  ageMonths: number | null;
  weeklyHalfHours: number;
  wishes: { rank: number; facility: { id: string; name: string }; localPoints: number }[];
  /** Numbers of the brothers and sisters who share its engine request, itself left out. */
  together: string[];
  /** In care elsewhere already. */
  transfer: boolean;
  minDays: number | null;
  /** In the run looked at; null without one, or when it holds nothing. */
  held: HeldByRun | null;
  adjustments: { id: string; kind: AdjustmentKind; facilityId: string }[];
  outcome: Outcome | null;
};
export const candidatesPerPage = 50;
export type CandidatesView = {
  meeting: MeetingHead;
  run: { id: string; number: number } | null;
  filters: {
    state: CandidateState | null;
    facilityId: string | null;
    result: "served" | "refused" | null;
    number: string;
  };
  page: number;
  pages: number;
  total: number;
  candidates: CandidateLine[];
  facilities: { id: string; name: string }[];
};

// ── /guichet/commissions/$id/dossiers/$candidateId ──
export type CandidateView = {
  meeting: MeetingHead;
  candidate: CandidateLine & {
    pattern: WeeklyPattern;
    sheet: ScoreSheet;
    levelMotive: string | null;
    levelBy: string | null;
  };
  run: { id: string; number: number } | null;
  /** Of its engine request in that run; sentences by explanationText with `names`. */
  explanation: RequestExplanation | null;
  ranks: WaitingRank[];
  names: AllocationNameTable;
  grid: { criteria: { code: string; words: Words }[]; gates: { code: string; words: Words }[] };
  motives: Motive[];
};
/** For `AllocationNames` of app/ui/explanation-text.ts: what ids are called. Reserves and classes: words of the grid. */
export type AllocationNameTable = {
  facilities: Record<string, string>;
  sections: Record<string, string>;
  /** A period, by its id: first and last day. */
  periods: Record<string, { from: CalendarDay; to: CalendarDay }>;
  reserves: Record<string, Words>;
  classes: Record<string, Words>;
};

// ── compare two runs ──
export type RunChange = {
  candidate: { id: string; number: string; points: number };
  before: HeldByRun | null;
  after: HeldByRun | null;
  /** By its own list of options: an earlier option is better. */
  change: "gains" | "loses";
};
export type RunComparison = {
  meeting: MeetingHead;
  before: RunView;
  after: RunView;
  gains: RunChange[];
  loses: RunChange[];
  unchanged: number;
  adjustmentsAdded: AdjustmentView[];
  adjustmentsRemoved: AdjustmentView[];
};

export type * from "./publication-view.ts";
