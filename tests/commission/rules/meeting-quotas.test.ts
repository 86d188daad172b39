import { expect, test } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { usualSettings } from "#app/facilities/rules/settings.ts";
import { reservesOf } from "#app/commission/rules/meeting-quotas.ts";
import type { MeetingTown, TownFacility } from "#app/commission/rules/meeting-town.ts";
import parameters from "../../../prisma/seed/parameters.json" with { type: "json" };

const valueOf = (code: string): never => parameters.find((each) => each.code === code)!.value as never;

const facility = (id: string, places: number): TownFacility => ({
  id,
  name: id,
  kind: "multiAccueil",
  organisationId: "ville",
  openings: [],
  settings: usualSettings,
  staffBands: [],
  seats: [],
  sections: [
    {
      id: `${id}-section`,
      name: "Tous",
      minAgeMonths: 2,
      maxAgeMonths: 47,
      walking: null,
      allocated: true,
      bands: [
        {
          ...{ weekday: 1, startMinute: 420, endMinute: 1140, places },
          ...{ validFrom: "2020-01-01" as CalendarDay, validTo: null },
        },
      ],
    },
  ],
});

const town = (facilities: TownFacility[]): MeetingTown => ({
  startFrom: "2026-10-05" as CalendarDay,
  startTo: "2026-12-31" as CalendarDay,
  surnombreMax: 0,
  grid: {
    code: "g",
    version: 1,
    maxShares: [],
    reserves: [
      {
        code: "insertion",
        class: "insertion",
        words: { fr: "a", en: "" },
        of: 20,
        places: 1,
        source: "D214-7",
      },
    ],
  },
  parameters: { overCapacity: valueOf("over-capacity"), staffRatio: valueOf("staff-ratio") },
  facilities,
  candidates: [],
  adjustments: [],
});

test("One place in twenty is owed over all the facilities of an operator, shared by size", () => {
  const reserves = reservesOf(town([facility("a", 12), facility("b", 30), facility("c", 19)]));
  expect(reserves.map(({ facility: id, target }) => [id, target])).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 1],
  ]);
  expect(reservesOf(town([facility("a", 19)]))).toEqual([]);
});
