import { describe, expect, it } from "vitest";
import { matchKey, parseDay, parseDecimal, parseWhole, parseYesNo } from "#app/platform/files/cell-values.ts";

describe("what cells mean", () => {
  it("days are read as French and international tables write them", () => {
    const texts = [
      "31/12/2026",
      "2026-12-31",
      "31-12-2026",
      "31.12.2026",
      "31/12/2026 00:00",
      "2026-12-31T00:00:00",
    ];
    expect(new Set(texts.map(parseDay))).toEqual(new Set(["2026-12-31"]));
    expect(parseDay("1/9/2026")).toBe("2026-09-01");
    expect(["31/02/2026", "12/31/2026", "31/12/26", "46022", "demain"].map(parseDay)).toEqual(
      Array(5).fill(null),
    );
  });

  it("numbers are read with commas, points and spaces, and never guessed", () => {
    expect(["6,157", "6.157", "-1 155,5"].map(parseDecimal)).toEqual([6.157, 6.157, -1155.5]);
    expect(["60", "1 155", "60,0"].map(parseWhole)).toEqual([60, 1155, 60]);
    expect(["60,5", "-1", "soixante", "1.2.3", "NaN"].map(parseWhole)).toEqual(Array(5).fill(null));
  });

  it("yes and no are read in both languages", () => {
    expect(["Oui", "x", "1", "TRUE"].map(parseYesNo)).toEqual([true, true, true, true]);
    expect(["non", "0", "Faux"].map(parseYesNo)).toEqual([false, false, false]);
    expect(parseYesNo("peut-être")).toBeNull();
  });

  it("two spellings of a name are the same name", () => {
    expect(matchKey("Grange-aux-Bois")).toBe(matchKey("grange  aux bois"));
    expect(matchKey("L’Œuf d’Été")).toBe(matchKey("L'oeuf d'ete"));
  });
});
