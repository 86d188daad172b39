// A draft of a grid as a plain form: every field is text as typed, so that nothing is lost when it comes back.
import { z } from "#app/zod.ts";
import { type RequestClass, localFacts } from "./facts.ts";
import { type GridContent, type GridMethod, type Words, gridContent, gridMethods } from "./grid.ts";
import { listProblems } from "./grid-problems.ts";

const text = z
  .string()
  .optional()
  .transform((value) => (value ?? "").trim());
const worded = { wordsFr: text, wordsEn: text };

const criterionRow = z.object({
  ...worded,
  code: text,
  rank: text,
  fact: text,
  points: text,
  proof: text,
  source: text,
  validMonths: text,
  group: text,
  remove: text,
});
const reserveRow = z.object({ ...worded, class: text, places: text, of: text, source: text });
const motiveRow = z.object({
  ...worded,
  code: text,
  row: text,
  pin: text,
  forbid: text,
  level: text,
  remove: text,
});

export const gridForm = z.object({
  seen: text,
  name: text,
  method: z.enum(gridMethods, "commission:grid.error.method"),
  tieBreak: z.enum(["draw", "oldest"]).catch("draw"),
  criteria: z.array(criterionRow).max(60).default([]),
  residence: z.object({ ...worded, unmet: text, source: text, percent: text, shareFr: text, shareEn: text }),
  seniority: z.object({ ...worded, per: text, every: text, points: text, most: text, source: text }),
  reserves: z.array(reserveRow).max(10).default([]),
  motives: z.array(motiveRow).max(40).default([]),
});
export type GridFormValues = z.output<typeof gridForm>;

export const adoptionForm = z.object({
  decidedOn: text,
  validFrom: text,
  adoptionSource: text,
  agree: text,
});
export type AdoptionFormValues = z.output<typeof adoptionForm>;

/** What a reserve may be about in the form. */
export const reservedClasses = [
  "insertion",
  "rsaSingleParent",
  "disability",
] as const satisfies RequestClass[];

const said = ({ wordsFr, wordsEn }: { wordsFr: string; wordsEn: string }): Words => ({
  fr: wordsFr,
  en: wordsEn,
});
const whole = (typed: string): number =>
  /^[-−]?\d{1,6}$/.test(typed) ? Number(typed.replace("−", "-")) : NaN;
const orNull = (typed: string): number | null => (typed === "" ? null : whole(typed));

/** "Deux parents actifs" → "deux-parents-actifs", never one of those taken. */
export function codeFrom(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  const stem = plain || "critere";
  let code = stem;
  for (let turn = 2; taken.has(code); turn += 1) code = `${stem}-${turn}`;
  return code;
}

/** Rows that hold something, with their place in the form; those to remove are left out. */
function kept<R extends { wordsFr: string; remove: string }>(
  rows: readonly R[],
  isBlank: (row: R) => boolean,
): { row: R; at: number }[] {
  return rows.map((row, at) => ({ row, at })).filter(({ row }) => row.remove === "" && !isBlank(row));
}

function coded<R extends { code: string; wordsFr: string }>(rows: { row: R; at: number }[]): string[] {
  const taken = new Set(rows.map(({ row }) => row.code).filter(Boolean));
  return rows.map(({ row }) => {
    if (row.code) return row.code;
    const code = codeFrom(row.wordsFr, taken);
    taken.add(code);
    return code;
  });
}

type Read = { content: unknown; fieldOf: (path: readonly PropertyKey[]) => string };

/** The content that a form means, and the name of the field of each part of it. What the form leaves out is kept. */
function readContent(form: GridFormValues, before: GridContent): Read {
  const rank = (typed: string, at: number): number => (Number.isNaN(whole(typed)) ? at + 1 : whole(typed));
  const criteria = kept(form.criteria, ({ wordsFr, fact, points }) => !wordsFr && !fact && !points).sort(
    (a, b) => rank(a.row.rank, a.at) - rank(b.row.rank, b.at) || a.at - b.at,
  );
  const criterionCodes = coded(criteria);
  const reserves = form.reserves.map((row, at) => ({ row, at })).filter(({ row }) => row.places !== "");
  const motives = kept(form.motives, ({ wordsFr }) => !wordsFr);
  const motiveCodes = coded(motives);
  const { residence, seniority } = form;
  const otherGates = before.gates.filter(({ fact }) => fact !== "resident");
  const otherShares = before.maxShares.filter((share) => share.class !== "nonResident");
  const otherReserves = before.reserves.filter(
    (reserve) => !(reservedClasses as readonly string[]).includes(reserve.class),
  );
  const content = {
    criteria: criteria.map(({ row }, index) => ({
      code: criterionCodes[index],
      fact: row.fact,
      points: form.method !== "points" && row.points === "" ? 0 : whole(row.points),
      words: said(row),
      proof: row.proof || null,
      source: row.source,
      validMonths: orNull(row.validMonths),
      local: (localFacts as readonly string[]).includes(row.fact),
      group: row.group === "" ? null : codeFrom(row.group, new Set()),
    })),
    gates: residence.unmet
      ? [
          {
            code: "residence",
            fact: "resident",
            words: said(residence),
            source: residence.source,
            unmet: residence.unmet,
          },
          ...otherGates,
        ]
      : otherGates,
    seniority: seniority.per
      ? {
          per: seniority.per,
          every: whole(seniority.every),
          points: form.method === "points" ? whole(seniority.points) : 1,
          most: orNull(seniority.most),
          words: said(seniority),
          source: seniority.source,
        }
      : null,
    reserves: [
      ...reserves.map(({ row }) => ({
        code: row.class.toLowerCase(),
        class: row.class,
        words: said(row),
        of: whole(row.of),
        places: whole(row.places),
        source: row.source,
      })),
      ...otherReserves,
    ],
    maxShares:
      residence.unmet === "maxShare"
        ? [
            {
              class: "nonResident",
              percent: whole(residence.percent),
              words: said({ wordsFr: residence.shareFr, wordsEn: residence.shareEn }),
              source: residence.source,
            },
            ...otherShares,
          ]
        : otherShares,
    tieBreak: form.tieBreak,
    motives: motives.map(({ row }, index) => ({
      code: motiveCodes[index],
      use: (["pin", "forbid", "level"] as const).filter((use) => row[use] !== ""),
      words: said(row),
    })),
  };
  const placeOf: Record<string, { at: number }[]> = { criteria, reserves, motives };
  const fieldOf = ([part, index, ...rest]: readonly PropertyKey[]): string => {
    const leaf = (names: readonly PropertyKey[]): string => {
      if (names[0] === "words") return names[1] === "en" ? "wordsEn" : "wordsFr";
      return names[0] === "code" ? "wordsFr" : String(names[0] ?? "wordsFr");
    };
    const name = String(part);
    if (name === "seniority") return `seniority.${leaf([index!, ...rest])}`;
    if (name === "gates") return `residence.${leaf(rest)}`;
    if (name === "maxShares") return `residence.${leaf(rest).replace("words", "share")}`;
    const row = placeOf[name]?.[Number(index)];
    if (!row) return name === "criteria" ? "criteria[0].wordsFr" : "name";
    const field = name === "motives" && rest[0] === "use" ? "pin" : leaf(rest);
    return `${name}[${row.at}].${field}`;
  };
  return { content, fieldOf };
}

export type CheckedGrid =
  | { ok: true; name: string; method: GridMethod; content: GridContent }
  | { ok: false; errors: Record<string, string> };

/** One plain sentence where the schema speaks of a shape. */
function sentence(field: string, message: string): string {
  if (field.endsWith(".fact")) return "commission:grid.error.fact";
  if (field.endsWith(".pin")) return "commission:grid.error.use";
  return message.startsWith("commission:") ? message : "commission:grid.error.number";
}

/** Reads a posted draft. Errors are keys of the words under the names of the fields. */
export function checkGridForm(form: GridFormValues, before: GridContent): CheckedGrid {
  const { content, fieldOf } = readContent(form, before);
  const errors: Record<string, string> = {};
  const say = (path: readonly PropertyKey[], message: string): void => {
    const field = fieldOf(path);
    errors[field] ??= sentence(field, message);
  };
  if (form.name === "") errors.name = "commission:grid.error.name";
  const read = gridContent.safeParse(content);
  if (!read.success) for (const { path, message } of read.error.issues) say(path, message);
  else if (form.method === "list")
    for (const { path, message } of listProblems(read.data)) say(path, message);
  if (!read.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, name: form.name.slice(0, 120), method: form.method, content: read.data };
}
