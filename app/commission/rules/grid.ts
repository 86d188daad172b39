// A grid of criteria, as data: what counts, how much, on what proof, by whose decision. One version is a row of
// `CriteriaGrid`; this is its content. Errors are keys of the words: a person reads them.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { z } from "#app/zod.ts";
import { requestClasses } from "./facts.ts";
import { gridProblems } from "./grid-problems.ts";

export const gridMethods = ["points", "list", "deliberation"] as const;
export type GridMethod = (typeof gridMethods)[number];

/** "example": published by another town, to start from; "draft": may be edited; "adopted": never changes. */
export const gridStatuses = ["example", "draft", "adopted"] as const;
export type GridStatus = (typeof gridStatuses)[number];

export const motiveUses = ["pin", "forbid", "level"] as const;

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "commission:grid.error.code");
const words = z.object({
  fr: z.string().trim().min(1, "commission:grid.error.words").max(300, "commission:grid.error.tooLong"),
  /** Empty: the French is shown. */
  en: z.string().trim().max(300, "commission:grid.error.tooLong").default(""),
});
/** The decision, rule or article that it comes from. */
const source = z
  .string()
  .trim()
  .min(1, "commission:grid.error.source")
  .max(300, "commission:grid.error.tooLong");
const points = z
  .int("commission:grid.error.points")
  .min(-1000, "commission:grid.error.points")
  .max(1000, "commission:grid.error.points");

const criterion = z.strictObject({
  code,
  /** A stated fact (parameter "priority-facts"), or one that the town sees by itself: see facts.ts. */
  fact: code,
  points,
  words,
  /** The document that it needs (`requests:proof.<code>`); null when the town sees for itself. */
  proof: code.nullable(),
  source,
  /** Months during which an accepted proof counts; null: as long as the request lives. */
  validMonths: z
    .int("commission:grid.error.months")
    .min(1, "commission:grid.error.months")
    .max(120, "commission:grid.error.months")
    .nullable(),
  /** Counts at one facility only: a brother or sister there, the same quarter. */
  local: z.boolean(),
  /** Of the criteria of one group, only the best counts. */
  group: code.nullable(),
});

/** A condition. Not met: "notExamined", or "maxShare" when such requests are examined within a maximum share. */
const gate = z.strictObject({
  code,
  fact: code,
  words,
  source,
  unmet: z.enum(["notExamined", "maxShare"]),
});

const seniority = z.strictObject({
  per: z.enum(["month", "meeting"]),
  /** One unit every so many months since the request was sent, or meetings that could not serve it. */
  every: z.int("commission:grid.error.units").min(1, "commission:grid.error.units").max(60),
  points,
  /** The most units counted; null: no end. */
  most: z.int("commission:grid.error.units").min(1, "commission:grid.error.units").max(240).nullable(),
  words,
  source,
});

const requestClass = z.enum(requestClasses);
const reserve = z.strictObject({
  code,
  class: requestClass,
  words,
  /** `places` places in every `of`. */
  of: z.int("commission:grid.error.reserve").min(1, "commission:grid.error.reserve").max(1000),
  places: z.int("commission:grid.error.reserve").min(1, "commission:grid.error.reserve").max(1000),
  source,
});

const maxShare = z.strictObject({
  class: requestClass,
  percent: z.int("commission:grid.error.percent").min(0, "commission:grid.error.percent").max(100),
  words,
  source,
});

const motive = z.strictObject({ code, use: z.array(z.enum(motiveUses)).min(1), words });

export const gridParts = z.strictObject({
  /** In order of importance when the method is "list". */
  criteria: z.array(criterion).max(40, "commission:grid.error.tooMany"),
  gates: z.array(gate).max(5),
  seniority: seniority.nullable(),
  reserves: z.array(reserve).max(5),
  maxShares: z.array(maxShare).max(5),
  /** Between equal points: the public draw, or the oldest request. */
  tieBreak: z.enum(["draw", "oldest"]),
  motives: z.array(motive).max(30),
});

/** The column `CriteriaGrid.content`. */
export const gridContent = gridParts.superRefine((content, context) => {
  for (const { path, message } of gridProblems(content)) context.addIssue({ code: "custom", path, message });
});

export type GridContent = z.output<typeof gridParts>;
export type Criterion = z.output<typeof criterion>;
export type Seniority = z.output<typeof seniority>;
export type Reserve = z.output<typeof reserve>;
export type MaxShare = z.output<typeof maxShare>;
export type Motive = z.output<typeof motive>;
export type Words = z.output<typeof words>;

/** One version of a grid: what a meeting is bound to by its id. */
export type Grid = GridContent & {
  id: string;
  code: string;
  version: number;
  name: string;
  careKind: CareKind;
  method: GridMethod;
  status: GridStatus;
  source: string;
  sourceUrl: string | null;
  decidedOn: CalendarDay | null;
  validFrom: CalendarDay;
  validTo: CalendarDay | null;
};
