import { describe, expect, it } from "vitest";
import {
  type DirectoryFacility,
  byQuarter,
  matches,
  placesOf,
  readFilters,
} from "#app/facilities/rules/directory.ts";
import { dailyHours } from "#app/facilities/rules/stated-facility.ts";

const facility = (name: string, values: Partial<DirectoryFacility> = {}): DirectoryFacility => ({
  id: name,
  name,
  kind: "multiAccueil",
  operatorName: null,
  quarterName: "Les Hauts",
  address: null,
  places: null,
  homeBasedPlaces: null,
  minAgeMonths: null,
  maxAgeMonths: null,
  hours: [],
  statedIn: null,
  source: "essai",
  ...values,
});

describe("the directory", () => {
  it("puts quarters and facilities in order, those whose quarter is unknown last", () => {
    const groups = byQuarter([
      facility("Zoé", { quarterName: null }),
      facility("Écureuil"),
      facility("Abeille"),
      facility("Quai", { quarterName: "Le Quai" }),
    ]);
    expect(groups.map(({ name, facilities }) => [name, ...facilities.map((each) => each.name)])).toEqual([
      ["Le Quai", "Quai"],
      ["Les Hauts", "Abeille", "Écureuil"],
      [null, "Zoé"],
    ]);
  });

  it("adds the places that are known, and counts the facilities that do not say", () => {
    const all = [
      facility("a", { places: 9, homeBasedPlaces: 10 }),
      facility("b"),
      facility("c", { places: 0 }),
    ];
    expect(placesOf(all)).toEqual({ known: 19, unknown: 1 });
  });

  it("filters by what the address says, and by nothing when it says nonsense", () => {
    const search = (text: string) => readFilters(new URLSearchParams(text), ["Les Hauts"]);
    expect(search("type=dropIn&quartier=Les+Hauts")).toEqual({ kind: "dropIn", quarter: "Les Hauts" });
    expect(search("type=club&quartier=Ailleurs")).toEqual({ kind: null, quarter: null });
    expect(matches(facility("a"), search("type=dropIn"))).toBe(false);
    expect(matches(facility("a"), search("quartier=Les+Hauts"))).toBe(true);
  });

  it("a facility open at night closes the next morning, and only then", () => {
    expect(dailyHours([1], { opens: 1140, closes: 420, night: true })).toEqual([
      { weekday: 1, start: 1140, end: 1860 },
    ]);
    expect(dailyHours([1], { opens: 1140, closes: 420, night: false })).toBeNull();
    expect(dailyHours([6], { opens: 0, closes: 1440, night: true })).toEqual([
      { weekday: 6, start: 0, end: 1440 },
    ]);
  });
});
