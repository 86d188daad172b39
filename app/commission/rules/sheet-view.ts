// The score sheet as it is read: by the family, and by an agent who may read the file.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Grid, MaxShare, Reserve, Seniority, Words } from "./grid.ts";
import type { ScoreRow, ScoreSheet } from "./score-sheet.ts";
import type { Uncounted } from "./uncounted.ts";

export type SheetLine = ScoreRow & {
  words: Words;
  source: string;
  /** Place in the grid, from 1. */
  rank: number;
  /** Stated by the Caf, not by the family. */
  byCaf: boolean;
};

/** What a line asks of its reader: it counts, something can be done, or it does not apply. */
export type LineGroup = "counted" | "open" | "notYours";

const open: readonly Uncounted[] = ["proofMissing", "proofAsked", "proofReceived", "proofExpired"];

/** Where a line is shown on the sheet. */
export function groupOf({ why }: Pick<ScoreRow, "why">): LineGroup {
  if (why === null || why === "bestOfGroup") return "counted";
  return open.includes(why) ? "open" : "notYours";
}

/** Whether a family can send the document now: from the page of its request. */
export function maySendFor({ why }: Pick<ScoreRow, "why">): boolean {
  return why === "proofMissing" || why === "proofAsked" || why === "proofExpired";
}

export type SheetPlace = {
  facilityId: string;
  facilityName: string;
  rank: number;
  points: number;
  added: { words: Words; points: number }[];
};

export type ScoreSheetView = {
  careRequestId: string;
  reference: string;
  kind: CareKind;
  childFirstName: string;
  /** Null when the council has adopted no grid for this kind of care. */
  scored: {
    grid: Pick<
      Grid,
      "id" | "name" | "version" | "method" | "source" | "sourceUrl" | "decidedOn" | "validFrom" | "tieBreak"
    >;
    lines: SheetLine[];
    seniority: {
      points: number;
      /** Months waited, or meetings passed, that the points count. */
      passed: number;
      per: Seniority["per"];
      words: Words;
    } | null;
    gates: { words: Words; met: boolean | null; bars: boolean; shared: boolean }[];
    places: SheetPlace[];
    basePoints: number;
    /** Places kept, and maximum shares, that concern this request. */
    reserves: Reserve[];
    maxShares: MaxShare[];
    day: CalendarDay;
  } | null;
  /** The meeting that is looking at it: what is shown is what was frozen for it. */
  frozenFor: { heldOn: CalendarDay; number: string } | null;
  /** The last meeting that published its decisions: only totals over five requests or more. */
  last: {
    heldOn: CalendarDay;
    points: number;
    served: { facilityName: string; sectionName: string; points: number }[];
  } | null;
  service: { name: string; address: string; email: string; phone: string };
};

/** Joins a sheet with the words of its grid. */
export function scoredOf(
  grid: Grid,
  sheet: ScoreSheet,
  wishes: readonly { facilityId: string; facilityName: string; rank: number }[],
  /** Facts that the Caf states instead of the family. */
  ofCaf: readonly string[],
): NonNullable<ScoreSheetView["scored"]> {
  const wordsOf = new Map(grid.criteria.map(({ code, words }) => [code, words]));
  const shared = new Set(grid.gates.filter(({ unmet }) => unmet === "maxShare").map(({ code }) => code));
  return {
    grid,
    lines: sheet.rows.flatMap((row) => {
      const index = grid.criteria.findIndex(({ code }) => code === row.criterion);
      const criterion = grid.criteria[index];
      if (!criterion) return [];
      const { words, source } = criterion;
      return [{ ...row, words, source, rank: index + 1, byCaf: ofCaf.includes(row.fact) }];
    }),
    seniority: grid.seniority && {
      points: sheet.seniority.points,
      passed: sheet.seniority.units * grid.seniority.every,
      per: grid.seniority.per,
      words: grid.seniority.words,
    },
    gates: sheet.gates.flatMap(({ code, met, bars }) => {
      const words = grid.gates.find((gate) => gate.code === code)?.words;
      return words ? [{ words, met, bars, shared: met === false && shared.has(code) }] : [];
    }),
    places: wishes.map((wish) => {
      const added = sheet.localPoints.filter(({ facilityId }) => facilityId === wish.facilityId);
      return {
        ...wish,
        points: added.reduce((sum, { points }) => sum + points, sheet.basePoints),
        added: added.flatMap(({ code, points }) => {
          const words = wordsOf.get(code);
          return words ? [{ words, points }] : [];
        }),
      };
    }),
    basePoints: sheet.basePoints,
    reserves: grid.reserves.filter((reserve) => sheet.classes.includes(reserve.class)),
    maxShares: grid.maxShares.filter((share) => sheet.classes.includes(share.class)),
    day: sheet.day as CalendarDay,
  };
}
