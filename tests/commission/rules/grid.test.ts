import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type GridContent, gridContent } from "#app/commission/rules/grid.ts";
import {
  type GridFormValues,
  checkGridForm,
  codeFrom,
  gridForm,
  reservedClasses,
} from "#app/commission/rules/grid-form.ts";
import { formValuesOf } from "#app/commission/rules/grid-form-values.ts";
import { listProblems } from "#app/commission/rules/grid-problems.ts";
import { french } from "#app/i18n/fr/index.ts";
import { aCriterion, aGrid, emptyContent } from "../../support/grids.ts";

const shipped = ["criteria-grids", "demonstration-grids"].flatMap(
  (name) =>
    JSON.parse(readFileSync(`prisma/seed/${name}.json`, "utf8")) as {
      code: string;
      status: string;
      sourceUrl: string | null;
      content: GridContent;
    }[],
);
const formOf = (content: Partial<GridContent>, method: "points" | "list" = "points"): GridFormValues =>
  gridForm.parse(formValuesOf(aGrid({ ...content, method }), "seen", reservedClasses));
const messagesOf = (content: unknown): string[] =>
  gridContent.safeParse(content).error?.issues.map(({ message }) => message) ?? [];
/** The French sentence of a key, or nothing. */
const sentence = (key: string): unknown =>
  key
    .replace("commission:", "")
    .split(".")
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown>)?.[part], french.commission);

describe("grids that come with the app", () => {
  it.each(shipped)("$code is a grid, with the source of each line", ({ content, status, sourceUrl }) => {
    expect(messagesOf(content)).toEqual([]);
    for (const { words, source } of content.criteria) {
      expect(words.fr && words.en).toBeTruthy();
      expect(source).toBeTruthy();
    }
    if (status === "example") expect(sourceUrl).toMatch(/^https:\/\//);
  });

  it.each(shipped)("$code comes back from its form as it went", ({ content }) => {
    const before = aGrid(content);
    const checked = checkGridForm(formOf(content), before);
    expect(checked).toEqual({
      ok: true,
      name: before.name,
      method: "points",
      content: gridContent.parse(content),
    });
  });
});

describe("a grid that is not right", () => {
  it("says what is wrong in a person's words", () => {
    const wrong = {
      ...emptyContent,
      criteria: [
        { ...aCriterion({ code: "a", points: 1.5 }), words: { fr: "", en: "" }, source: "" },
        aCriterion({ code: "a", fact: "same-quarter" }),
        aCriterion({ code: "b", fact: "sibling-present", local: true, group: "g", validMonths: 0 }),
      ],
      reserves: [
        { code: "r", class: "insertion", words: { fr: "x", en: "" }, of: 2, places: 3, source: "L214-7" },
      ],
      gates: [{ code: "g", fact: "resident", words: { fr: "x", en: "" }, source: "x", unmet: "maxShare" }],
    };
    const shape = messagesOf(wrong);
    const joined = messagesOf({
      ...wrong,
      criteria: wrong.criteria.map((criterion, index) => ({
        ...criterion,
        points: 1,
        validMonths: null,
        words: { fr: "x", en: "" },
        source: index === 0 ? "x" : criterion.source,
      })),
    });
    expect(shape).toEqual(
      expect.arrayContaining(["commission:grid.error.points", "commission:grid.error.source"]),
    );
    expect(joined.sort()).toEqual([
      "commission:grid.error.gateShare",
      "commission:grid.error.local",
      "commission:grid.error.localGroup",
      "commission:grid.error.reserve",
      "commission:grid.error.twice",
    ]);
    for (const key of [...shape, ...joined]) expect(sentence(key), key).toEqual(expect.any(String));
  });

  it("refuses an ordered list that could not keep its order", () => {
    const criteria = (count: number) =>
      Array.from({ length: count }, (_, index) => aCriterion({ code: `c${index}`, points: 0 }));
    const seniority = { per: "month", every: 1, points: 1, words: { fr: "x", en: "" }, source: "x" } as const;
    const messages = (parts: Partial<GridContent>) =>
      listProblems({ ...emptyContent, ...parts }).map(({ message }) => message);
    expect(messages({ criteria: criteria(12), seniority: { ...seniority, most: 36 } })).toEqual([]);
    expect(messages({ criteria: criteria(20), seniority: null })).toEqual(["commission:grid.error.listLong"]);
    expect(messages({ criteria: criteria(3), seniority: { ...seniority, most: null } })).toEqual([
      "commission:grid.error.listSeniority",
    ]);
    expect(messages({ criteria: [aCriterion({ code: "a", points: -1 })] })).toEqual([
      "commission:grid.error.listNegative",
    ]);
  });
});

describe("the form of a draft", () => {
  const content = { ...emptyContent, criteria: [aCriterion({ code: "a" }), aCriterion({ code: "b" })] };

  it("adds a criterion from an empty line, removes one, and puts them in order", () => {
    const form = formOf(content);
    form.criteria[0]!.rank = "9";
    form.criteria[1]!.remove = "on";
    Object.assign(form.criteria[3]!, {
      wordsFr: "Parent seul",
      fact: "single-parent",
      points: "12",
      proof: "caf-certificate",
      source: "Délibération 4",
      validMonths: "6",
      rank: "1",
    });
    const checked = checkGridForm(form, content);
    expect(checked.ok && checked.content.criteria).toEqual([
      {
        code: "parent-seul",
        fact: "single-parent",
        points: 12,
        words: { fr: "Parent seul", en: "" },
        proof: "caf-certificate",
        source: "Délibération 4",
        validMonths: 6,
        local: false,
        group: null,
      },
      content.criteria[0],
    ]);
  });

  it("says each mistake at its own field, although a line above was removed", () => {
    const form = formOf(content);
    form.name = "";
    form.criteria[0]!.remove = "on";
    form.criteria[1]!.points = "douze";
    Object.assign(form.criteria[2]!, { wordsFr: "Nouveau", points: "3" });
    form.residence.unmet = "maxShare";
    const checked = checkGridForm(form, content);
    expect(!checked.ok && checked.errors).toMatchObject({
      name: "commission:grid.error.name",
      "criteria[1].points": "commission:grid.error.points",
      "criteria[2].fact": "commission:grid.error.fact",
      "criteria[2].source": "commission:grid.error.source",
      "residence.wordsFr": "commission:grid.error.words",
      "residence.percent": "commission:grid.error.percent",
    });
  });

  it("keeps what it does not show", () => {
    const otherGate = {
      code: "age",
      fact: "adoption",
      words: { fr: "x", en: "" },
      source: "x",
      unmet: "notExamined" as const,
    };
    const before = { ...content, gates: [otherGate] };
    const checked = checkGridForm(formOf(before), before);
    expect(checked.ok && checked.content.gates).toEqual([otherGate]);
  });

  it("makes plain codes, each once", () => {
    expect(codeFrom("Deux parents actifs !", new Set())).toBe("deux-parents-actifs");
    expect(codeFrom("Été", new Set(["ete", "ete-2"]))).toBe("ete-3");
    expect(codeFrom("…", new Set())).toBe("critere");
  });
});
