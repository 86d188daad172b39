import { describe, expect, it } from "vitest";
import { conflictText, refusalText } from "#app/allocation/views/conflict-text.ts";
import { translator } from "#app/i18n/resources.server.ts";

const t = translator("fr");
/** Numbers are tied to their units by spaces that do not break; readers see one kind. */
const plain = (text: string): string => text.replace(/\s/g, " ");
const tuesday = { weekday: 2 as const, start: 1050, end: 1110, cause: "full" as const };

describe("a refusal names what is full, and when", () => {
  it.each([
    [[{ ...tuesday, week: null }], "Complet mardi 17 h 30 – 18 h 30"],
    [[{ ...tuesday, week: 1 as const }], "Complet mardi de la semaine B, 17 h 30 – 18 h 30"],
    [
      [
        { ...tuesday, week: null, cause: "closed" as const },
        { ...tuesday, week: null },
      ],
      "Fermé mardi 17 h 30 – 18 h 30, et 1 autre moment",
    ],
  ])("%j", (conflicts, text) => {
    expect(plain(conflictText(conflicts, t, "fr"))).toBe(text);
    const refusal = { ok: false, error: "allocation:make.refusal.full", conflicts } as const;
    expect(plain(refusalText(refusal, t, "fr"))).toBe(text);
  });

  it("and the age, when that is the reason", () => {
    const age = (months: number | null) =>
      refusalText({ ok: false, error: "allocation:make.refusal.age", months }, t, "fr");
    expect(age(40)).toBe("L'âge ne convient pas : 40 mois au premier jour.");
    expect(age(null)).toBe("L'âge de l'enfant n'est pas connu.");
  });
});
