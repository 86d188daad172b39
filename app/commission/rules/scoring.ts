// The points of a request under a grid: the same facts always give the same sheet, in whatever order they come.
import { type CalendarDay, monthsBetween } from "#app/calendar/rules/day.ts";
import { type RequestFacts, classesOf, isProved, localFacts, seenFacts } from "./facts.ts";
import type { Criterion, Grid } from "./grid.ts";
import { listWeights } from "./list-weights.ts";
import type { ScoreRow, ScoreSheet } from "./score-sheet.ts";
import type { Uncounted } from "./uncounted.ts";

/** What a grid must say for a request to be scored: a stored version, or one that is being tried. */
export type ScoringGrid = Pick<
  Grid,
  "id" | "code" | "version" | "method" | "criteria" | "gates" | "seniority"
>;

type Standing = Pick<ScoreRow, "proofState" | "validUntil"> & { why: Uncounted | null };

const whileProof = {
  stated: "proofMissing",
  asked: "proofAsked",
  received: "proofReceived",
  verified: "proofExpired",
} as const;

function seen(fact: string, { resident, multipleBirth }: RequestFacts): boolean | null {
  return fact === "resident" ? resident : multipleBirth;
}

const isSeen = (fact: string): boolean => (seenFacts as readonly string[]).includes(fact);

/** Whether a fact holds everywhere, and if it does not count, why. */
function standingOf(
  { fact, proof }: Pick<Criterion, "fact" | "proof">,
  facts: RequestFacts,
  day: CalendarDay,
): Standing {
  const none = { proofState: null, validUntil: null };
  if (isSeen(fact)) {
    const holds = seen(fact, facts);
    return { ...none, why: holds === null ? "unknown" : holds ? null : "notSeen" };
  }
  const stated = facts.stated.find(({ code }) => code === fact);
  if (!stated) return { ...none, why: facts.asked.includes(fact) ? "notStated" : "notAsked" };
  const { proofState, validUntil } = stated;
  const counts = proof === null || isProved(stated, day);
  return { proofState, validUntil, why: counts ? null : whileProof[proofState] };
}

/** Of each group, only the best that counts is kept: the first of the grid between equals. */
function bestOfGroups(rows: ScoreRow[], criteria: readonly Criterion[]): ScoreRow[] {
  const best = new Map<string, ScoreRow>();
  rows.forEach((row, index) => {
    const { group } = criteria[index]!;
    if (!row.counted || group === null) return;
    const known = best.get(group);
    if (!known || row.points > known.points) best.set(group, row);
  });
  return rows.map((row, index) => {
    const { group } = criteria[index]!;
    const beaten = row.counted && group !== null && best.get(group) !== row;
    return beaten ? { ...row, counted: false, why: "bestOfGroup" } : row;
  });
}

function seniorityOf(
  { method, seniority }: ScoringGrid,
  facts: RequestFacts,
  day: CalendarDay,
): ScoreSheet["seniority"] {
  if (!seniority || method === "deliberation") return { units: 0, points: 0 };
  const passed =
    seniority.per === "month" ? Math.max(0, monthsBetween(facts.submittedOn, day)) : facts.meetingsPassed;
  const units = Math.min(Math.floor(passed / seniority.every), seniority.most ?? Infinity);
  return { units, points: units * (method === "list" ? 1 : seniority.points) };
}

/** The points of each criterion under the method of the grid; a deliberation gives none. */
function pointsOf({ method, criteria, seniority }: ScoringGrid): number[] {
  if (method === "list") return listWeights(criteria.length, seniority?.most ?? 0);
  return criteria.map(({ points }) => (method === "points" ? points : 0));
}

function localPointsOf(grid: ScoringGrid, facts: RequestFacts, worth: number[]): ScoreSheet["localPoints"] {
  const [siblingPresent, sameQuarter] = localFacts;
  return Object.keys(facts.local)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((facilityId) => {
      const here = facts.local[facilityId]!;
      const holds: Record<string, boolean> = {
        [siblingPresent]: here.siblingPresent,
        [sameQuarter]: here.sameQuarter,
      };
      return grid.criteria.flatMap(({ local, fact, code }, index) =>
        local && holds[fact] && worth[index] !== 0 ? [{ facilityId, code, points: worth[index]! }] : [],
      );
    });
}

/**
 * The score sheet of a request on a day. Points are whole numbers; nothing throws.
 * A fact counts when its proof is accepted and has not expired, or when none is needed.
 */
export function scoreOf(grid: ScoringGrid, facts: RequestFacts, day: CalendarDay): ScoreSheet {
  const worth = pointsOf(grid);
  const everywhere = grid.criteria.flatMap((criterion, index) =>
    criterion.local ? [] : [{ criterion, points: worth[index]! }],
  );
  const rows = everywhere.map(({ criterion, points }): ScoreRow => {
    const { why, ...proof } = standingOf(criterion, facts, day);
    const { code, fact, proof: document } = criterion;
    return { criterion: code, fact, proof: document, ...proof, points, counted: why === null, why };
  });
  const counted = bestOfGroups(
    rows,
    everywhere.map(({ criterion }) => criterion),
  );
  const seniority = seniorityOf(grid, facts, day);
  const total = counted.reduce((sum, row) => sum + (row.counted ? row.points : 0), seniority.points);
  return {
    gridId: grid.id,
    gridCode: grid.code,
    gridVersion: grid.version,
    method: grid.method,
    day,
    rows: counted,
    gates: grid.gates.map(({ code, fact, unmet }) => {
      const { why } = standingOf({ fact, proof: null }, facts, day);
      // What is not asked, or not known, closes the door to nobody.
      const met = why === "unknown" || why === "notAsked" ? null : why === null;
      return { code, met, bars: met === false && unmet === "notExamined" };
    }),
    seniority,
    basePoints: total,
    localPoints: localPointsOf(grid, facts, worth),
    classes: classesOf(facts, day),
  };
}

/** The sheet of a deliberation with the level that the members have given. */
export function withLevel(sheet: ScoreSheet, level: number): ScoreSheet {
  return sheet.method === "deliberation" ? { ...sheet, basePoints: level } : sheet;
}

/** The code of the first gate that keeps a request from being examined; null when none does. */
export function barredBy({ gates }: Pick<ScoreSheet, "gates">): string | null {
  return gates.find(({ bars }) => bars)?.code ?? null;
}

/** The points of a sheet at one facility: those that count everywhere and those of that place. */
export function pointsAt(
  { basePoints, localPoints }: Pick<ScoreSheet, "basePoints" | "localPoints">,
  facilityId: string,
): number {
  return localPoints.reduce(
    (sum, local) => sum + (local.facilityId === facilityId ? local.points : 0),
    basePoints,
  );
}

/** How many months the accepted proof of a fact counts: the shortest its criteria set; null when none does. */
export function proofMonths({ criteria }: Pick<Grid, "criteria">, fact: string): number | null {
  const set = criteria
    .filter((criterion) => criterion.fact === fact)
    .flatMap(({ validMonths }) => validMonths ?? []);
  return set.length === 0 ? null : Math.min(...set);
}
