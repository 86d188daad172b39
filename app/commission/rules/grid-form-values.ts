// What the form of a draft shows before anything is typed. Free of zod: views load it.
import type { Grid, Words } from "./grid.ts";
import type { GridFormValues } from "./grid-form.ts";

const spread = (words: Words): { wordsFr: string; wordsEn: string } => ({
  wordsFr: words.fr,
  wordsEn: words.en,
});
const blank = { wordsFr: "", wordsEn: "" };
const shown = (value: number | null): string => (value === null ? "" : String(value));

/** Empty rows at the end of the lists, to add to them. */
const spare = { criteria: 3, motives: 2 };

/** @param reservedClasses the classes that the form asks about, each once */
export function formValuesOf(grid: Grid, seen: string, reservedClasses: readonly string[]): GridFormValues {
  const gate = grid.gates.find(({ fact }) => fact === "resident");
  const share = grid.maxShares.find((each) => each.class === "nonResident");
  const { seniority } = grid;
  return {
    seen,
    name: grid.name,
    method: grid.method,
    tieBreak: grid.tieBreak,
    criteria: [
      ...grid.criteria.map((criterion, index) => ({
        ...spread(criterion.words),
        code: criterion.code,
        rank: String(index + 1),
        fact: criterion.fact,
        points: String(criterion.points),
        proof: criterion.proof ?? "",
        source: criterion.source,
        validMonths: shown(criterion.validMonths),
        group: criterion.group ?? "",
        remove: "",
      })),
      ...Array.from({ length: spare.criteria }, (_, index) => ({
        ...blank,
        code: "",
        rank: String(grid.criteria.length + index + 1),
        fact: "",
        points: "",
        proof: "",
        source: "",
        validMonths: "",
        group: "",
        remove: "",
      })),
    ],
    residence: {
      ...(gate ? spread(gate.words) : blank),
      unmet: gate?.unmet ?? "",
      source: gate?.source ?? "",
      percent: share ? String(share.percent) : "",
      shareFr: share?.words.fr ?? "",
      shareEn: share?.words.en ?? "",
    },
    seniority: {
      ...(seniority ? spread(seniority.words) : blank),
      per: seniority?.per ?? "",
      every: shown(seniority?.every ?? 1),
      points: shown(seniority?.points ?? 1),
      most: shown(seniority?.most ?? null),
      source: seniority?.source ?? "",
    },
    reserves: reservedClasses.map((name) => {
      const reserve = grid.reserves.find((each) => each.class === name);
      return {
        ...(reserve ? spread(reserve.words) : blank),
        class: name,
        places: shown(reserve?.places ?? null),
        of: shown(reserve?.of ?? 20),
        source: reserve?.source ?? "",
      };
    }),
    motives: [
      ...grid.motives.map(({ code, use, words }, index) => ({
        ...spread(words),
        code,
        row: String(index + 1),
        pin: use.includes("pin") ? "on" : "",
        forbid: use.includes("forbid") ? "on" : "",
        level: use.includes("level") ? "on" : "",
        remove: "",
      })),
      ...Array.from({ length: spare.motives }, (_, index) => ({
        ...blank,
        code: "",
        row: String(grid.motives.length + index + 1),
        pin: "",
        forbid: "",
        level: "",
        remove: "",
      })),
    ],
  };
}
