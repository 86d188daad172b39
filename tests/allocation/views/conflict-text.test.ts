import { asDay } from "#app/calendar/rules/day.ts";
import { describe, expect, it } from "vitest";
import { conflictText, refusalText } from "#app/allocation/views/conflict-text.ts";
import { translator } from "#app/i18n/resources.server.ts";

const t = translator("fr");
/** Numbers are tied to their units by spaces that do not break; readers see one kind. */
const plain = (text: string): string => text.replace(/\s/g, " ");
const tuesday = {
  weekday: 2 as const,
  start: 1050,
  end: 1110,
  cause: "full" as const,
  firstDay: asDay("2026-12-01"),
  weeks: 12,
  always: true,
};

describe("a refusal names what is full, and when", () => {
  it.each([
    [[tuesday], "Mardi 17 h 30 – 18 h 30, complet"],
    [
      [{ ...tuesday, always: false }],
      "Mardi 17 h 30 – 18 h 30, complet (12 semaines à partir du 1er décembre 2026)",
    ],
    [[{ ...tuesday, weeks: 1 }], "Mardi 17 h 30 – 18 h 30, complet (le 1er décembre 2026 seulement)"],
    [
      [{ ...tuesday, cause: "closed" as const }, tuesday],
      "Mardi 17 h 30 – 18 h 30, fermé, et 1 autre moment",
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

  it("in English too", () => {
    const english = conflictText([{ ...tuesday, always: false }], translator("en"), "en");
    expect(plain(english)).toBe("Tuesday 17:30 – 18:30, full (12 weeks from 1 December 2026)");
  });
});
