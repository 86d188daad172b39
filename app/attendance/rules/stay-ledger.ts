// One history of a stay out of what several devices say, in whatever order it reaches the server.
// The marks accepted are read in the order of their time; a mark that contradicts them is kept aside, the present
// state stands, and a person settles it. See docs/decisions/008-presence-offline.md.
import { type PresenceChange, applyMark, toMinute } from "./apply-mark.ts";
import {
  type AbsenceCode,
  type Mark,
  type PresenceFacts,
  type PresenceState,
  isUnplanned,
  latestDeparture,
} from "./presence.ts";

export type OperationOutcome = "applied" | "same" | "conflict" | "refused";

export type LedgerMark = {
  id: string;
  /** The device or the account that made it: it has always seen its own marks. */
  by: string;
  mark: Exclude<Mark, "correct">;
  code: AbsenceCode | null;
  at: Date;
  /** Its place among the marks of this stay in the order of receipt, from 1. */
  rank: number;
  /** How many marks of this stay the device had been told of. */
  seen: number;
};

export type Planned = Pick<PresenceFacts, "plannedStart" | "plannedEnd">;

/** What is said of a stay, by whom: the first claim of each kind gives the hour. */
type Claim = { by: string; rank: number; instant: Date; code: AbsenceCode | null };
export type Claims = { arrivals: Claim[]; departures: Claim[]; absences: Claim[] };

const minuteMs = 60_000;
/** Two touches for one arrival: nearer than this, they say the same. */
export const sameWithinMinutes = 5;
const near = (one: Date, other: Date): boolean =>
  Math.abs(one.getTime() - other.getTime()) <= sameWithinMinutes * minuteMs;

export const nothingClaimed: Claims = { arrivals: [], departures: [], absences: [] };

/** What a stay written otherwise (hours put right, absence announced by the family) starts from; rank 0: known to all. */
export function claimsOf({ state, arrivedAt, leftAt, absenceCode }: PresenceChange, rank: number): Claims {
  const known = (instant: Date | null, code: AbsenceCode | null = null): Claim[] =>
    instant ? [{ by: "", rank, instant, code }] : [];
  return {
    arrivals: known(arrivedAt),
    departures: known(leftAt),
    absences: state === "absent" ? known(new Date(0), absenceCode) : [],
  };
}

/** The stay as the claims have it. */
export function stayOf(planned: Planned, { arrivals, departures, absences }: Claims): PresenceChange {
  const arrivedAt = arrivals[0]?.instant ?? null;
  const left = departures[0]?.instant ?? null;
  const none: PresenceState = isUnplanned(planned) || absences.length > 0 ? "absent" : "planned";
  const state = left ? "left" : arrivedAt ? "arrived" : none;
  // Marked in the same minute: the child was there for one.
  const leftAt =
    left && arrivedAt && left <= arrivedAt ? new Date(arrivedAt.getTime() + minuteMs) : (left ?? null);
  return { state, arrivedAt, leftAt, absenceCode: state === "absent" ? (absences[0]?.code ?? null) : null };
}

export type ConflictReason =
  | "tablet:conflict.otherArrival"
  | "tablet:conflict.otherDeparture"
  | "tablet:conflict.noArrival"
  | "tablet:conflict.beforeArrival"
  | "tablet:conflict.absentOrPresent"
  | "tablet:conflict.otherReason"
  | "tablet:conflict.unseen";

type Step =
  | { outcome: "applied" | "same"; claims: Claims }
  | { outcome: "conflict"; claims: Claims; error: ConflictReason };

function step(claims: Claims, planned: Planned, op: LedgerMark): Step {
  const { arrivals, departures, absences } = claims;
  const conflict = (error: ConflictReason): Step => ({ outcome: "conflict", claims, error });
  const seen = (claim: Claim): boolean => claim.by === op.by || claim.rank <= op.seen;
  const claim = (instant: Date): Claim => ({ by: op.by, rank: op.rank, instant, code: op.code });
  const touched = toMinute(op.at);
  switch (op.mark) {
    case "arrive":
    case "arriveAsPlanned": {
      const mine = claim(op.mark === "arrive" ? touched : planned.plannedStart);
      if (!arrivals[0]) return { outcome: "applied", claims: { ...nothingClaimed, arrivals: [mine] } };
      if (!near(arrivals[0].instant, mine.instant)) return conflict("tablet:conflict.otherArrival");
      return { outcome: "same", claims: { ...claims, arrivals: [...arrivals, mine] } };
    }
    case "leave":
    case "leaveAsPlanned": {
      const mine = claim(op.mark === "leave" ? touched : planned.plannedEnd);
      if (absences.length > 0) return conflict("tablet:conflict.absentOrPresent");
      if (!arrivals[0]) return conflict("tablet:conflict.noArrival");
      if (mine.instant < arrivals[0].instant) return conflict("tablet:conflict.beforeArrival");
      if (!departures[0]) return { outcome: "applied", claims: { ...claims, departures: [mine] } };
      if (!near(departures[0].instant, mine.instant)) return conflict("tablet:conflict.otherDeparture");
      return { outcome: "same", claims: { ...claims, departures: [...departures, mine] } };
    }
    case "asPlanned": {
      const [came, went] = [claim(planned.plannedStart), claim(planned.plannedEnd)];
      if (absences.length > 0) return conflict("tablet:conflict.absentOrPresent");
      if (arrivals[0] && !near(arrivals[0].instant, came.instant))
        return conflict("tablet:conflict.otherArrival");
      if (departures[0] && !near(departures[0].instant, went.instant))
        return conflict("tablet:conflict.otherDeparture");
      const both = { ...claims, arrivals: [...arrivals, came], departures: [...departures, went] };
      return { outcome: departures[0] ? "same" : "applied", claims: both };
    }
    case "absent": {
      if (arrivals[0]) return conflict("tablet:conflict.absentOrPresent");
      const mine = claim(touched);
      const known = absences[0]?.code ?? null;
      if (absences[0] && (op.code === null || op.code === known))
        return { outcome: "same", claims: { ...claims, absences: [...absences, mine] } };
      if (known !== null && !absences.every(seen)) return conflict("tablet:conflict.otherReason");
      return { outcome: "applied", claims: { ...claims, absences: [mine, ...absences] } };
    }
    case "undo": {
      const top = departures[0] ? "departures" : arrivals[0] ? "arrivals" : "absences";
      if (!claims[top][0]) return { outcome: "same", claims };
      // Takes back what its maker said or saw; what somebody else says besides stands.
      const left = claims[top].filter((each) => !seen(each));
      if (left.length === claims[top].length) return conflict("tablet:conflict.unseen");
      return { outcome: "applied", claims: { ...claims, [top]: left } };
    }
  }
}

const inTime = (one: LedgerMark, other: LedgerMark): number =>
  one.at.getTime() - other.at.getTime() || one.rank - other.rank;

export type Folded = { claims: Claims; outcomes: Map<string, Step> };

/** Reads marks in the order of their time. */
export function fold(planned: Planned, base: Claims, marks: LedgerMark[]): Folded {
  const outcomes = new Map<string, Step>();
  let claims = base;
  for (const mark of [...marks].sort(inTime)) {
    const made = step(claims, planned, mark);
    outcomes.set(mark.id, made);
    claims = made.claims;
  }
  return { claims, outcomes };
}

const sound = ({ outcomes }: Folded): boolean =>
  [...outcomes.values()].every(({ outcome }) => outcome !== "conflict");

/** The bounds of belief that a mark passes by itself, whatever else is known of the stay. */
function beyondBelief(planned: Planned, { mark, at, code }: LedgerMark): string | null {
  if (mark === "undo" || mark === "absent") return null;
  if (mark.startsWith("arrive") && isUnplanned(planned)) {
    const time = at.getTime();
    const sameDay =
      time >= planned.plannedStart.getTime() - 30 * minuteMs && time <= latestDeparture(planned);
    return sameDay ? null : "attendance:error.notPossible";
  }
  const leaving = mark.startsWith("leave");
  const before = new Date(Math.min(at.getTime(), planned.plannedEnd.getTime()) - minuteMs);
  const facts = leaving ? { state: "arrived" as const, arrivedAt: before } : unmarked;
  const tried = applyMark({ ...planned, leftAt: null, ...facts }, mark, at, code);
  return tried.ok ? null : tried.error;
}
const unmarked = { state: "planned" as const, arrivedAt: null };

export type Ledger = {
  planned: Planned;
  base: Claims;
  /** Marks that make the stay what it is. */
  accepted: LedgerMark[];
  /** Marks kept aside that nobody has settled. */
  aside: LedgerMark[];
};

export type Received = {
  outcome: OperationOutcome;
  error: string | null;
  /** The stay from now on. */
  stay: PresenceChange;
  /** Marks that were kept aside, and that this one explains. */
  explained: { id: string; outcome: "applied" | "same" }[];
};

/** Takes in one mark. What was accepted stays accepted: a mark that would contradict it is kept aside. */
export function receive({ planned, base, accepted, aside }: Ledger, mark: LedgerMark): Received {
  const stands = (): PresenceChange => stayOf(planned, fold(planned, base, accepted).claims);
  const error = beyondBelief(planned, mark);
  if (error) return { outcome: "refused", error, stay: stands(), explained: [] };
  let known = [...accepted, mark];
  let folded = fold(planned, base, known);
  if (!sound(folded)) {
    const own = folded.outcomes.get(mark.id)!;
    const blamed =
      own.outcome === "conflict"
        ? own
        : [...folded.outcomes.values()].find(({ outcome }) => outcome === "conflict")!;
    const reason = blamed.outcome === "conflict" ? blamed.error : null;
    return { outcome: "conflict", error: reason, stay: stands(), explained: [] };
  }
  const outcome = folded.outcomes.get(mark.id)!.outcome;
  const explained: Received["explained"] = [];
  const waiting = new Set([...aside].sort(inTime));
  for (let moved = true; moved;) {
    moved = false;
    for (const held of waiting) {
      const tried = fold(planned, base, [...known, held]);
      if (!sound(tried)) continue;
      known = [...known, held];
      folded = tried;
      waiting.delete(held);
      explained.push({ id: held.id, outcome: tried.outcomes.get(held.id)!.outcome as "applied" | "same" });
      moved = true;
    }
  }
  return { outcome, error: null, stay: stayOf(planned, folded.claims), explained };
}

/** The stay when a person takes the mark that was kept aside rather than what stands. */
export function takeInstead(planned: Planned, stands: PresenceChange, mark: LedgerMark): PresenceChange {
  const touched = toMinute(mark.at);
  const unknown: PresenceChange = { state: "planned", arrivedAt: null, leftAt: null, absenceCode: null };
  const came = (at: Date): PresenceChange => {
    const leftAt = stands.leftAt && stands.leftAt > at ? stands.leftAt : null;
    return { ...unknown, state: leftAt ? "left" : "arrived", arrivedAt: at, leftAt };
  };
  const went = (at: Date): PresenceChange => {
    const before = [stands.arrivedAt, planned.plannedStart].find((each) => each && each < at);
    return {
      ...unknown,
      state: "left",
      arrivedAt: before ?? new Date(at.getTime() - minuteMs),
      leftAt: at,
    };
  };
  switch (mark.mark) {
    case "arrive":
      return came(touched);
    case "arriveAsPlanned":
      return came(planned.plannedStart);
    case "leave":
      return went(touched);
    case "leaveAsPlanned":
      return went(planned.plannedEnd);
    case "asPlanned":
      return { ...unknown, state: "left", arrivedAt: planned.plannedStart, leftAt: planned.plannedEnd };
    case "absent":
      return { ...unknown, state: "absent", absenceCode: mark.code };
    case "undo":
      if (stands.state === "left") return { ...unknown, state: "arrived", arrivedAt: stands.arrivedAt };
      return isUnplanned(planned) ? { ...unknown, state: "absent" } : unknown;
  }
}
