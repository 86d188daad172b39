// 24 fictional nurseries, 1,150 places: names and numbers are invented, the quartiers are real.
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { DemoBand, DemoFacility, DemoSection } from "./facility.ts";
import { ccas, nurseryOperators, town } from "./organisations.ts";
import { zoneOf } from "./zones.ts";

/** Share of the places that is licensed (agrément modulé), by time of the day. */
type Hours = {
  weekdays: Weekday[];
  shares: [start: number, end: number, share: number][];
  /** Of all that on Wednesdays, when many parents do not work. */
  wednesday: number;
};

const mondayToFriday: Weekday[] = [1, 2, 3, 4, 5];
const hours = {
  day: {
    weekdays: mondayToFriday,
    shares: [
      [435, 480, 0.4],
      [480, 510, 0.9],
      [510, 1020, 1],
      [1020, 1050, 0.9],
      [1050, 1110, 0.5],
    ],
    wednesday: 0.85,
  },
  short: { weekdays: [1, 2, 4, 5], shares: [[510, 1050, 1]], wednesday: 0 },
  long: {
    weekdays: mondayToFriday,
    shares: [
      [360, 420, 0.3],
      [420, 480, 0.6],
      [480, 1050, 1],
      [1050, 1170, 0.5],
      [1170, 1320, 0.3],
    ],
    wednesday: 0.85,
  },
  round: {
    weekdays: [1, 2, 3, 4, 5, 6],
    shares: [
      [0, 420, 0.7],
      [420, 480, 0.85],
      [480, 1050, 1],
      [1050, 1200, 0.85],
      [1200, 1440, 0.7],
    ],
    wednesday: 1,
  },
} satisfies Record<string, Hours>;

export const longHoursNursery = "creche-03";
export const roundTheClockNursery = "creche-22";

type Line = [FacilityKind, string, string, string, number, keyof typeof hours];
const { firstSteps, smallHands, nest } = nurseryOperators;

const lines: Line[] = [
  ["multiAccueil", "Les Lucioles", ccas, "574631003", 80, "day"],
  ["multiAccueil", "La Ronde des Saisons", ccas, "574630802", 75, "day"],
  ["multiAccueil", "La Grande Ourse", ccas, "574631204", 70, "long"],
  ["multiAccueil", "Pomme et Cannelle", ccas, "574630201", 66, "day"],
  ["multiAccueil", "Les Petits Bateliers", ccas, "574630303", 64, "day"],
  ["multiAccueil", "Le Jardin des Ormes", town, "574630702", 60, "day"],
  ["multiAccueil", "Coquelicot", ccas, "574630502", 60, "day"],
  ["multiAccueil", "Les Hirondelles", ccas, "574630602", 60, "day"],
  ["multiAccueil", "La Marelle Bleue", ccas, "574630903", 60, "day"],
  ["multiAccueil", "Le Bois Joli", town, "574630102", 60, "day"],
  ["multiAccueil", "Tourbillon", ccas, "574631005", 55, "day"],
  ["multiAccueil", "Les Galipettes", firstSteps, "574631101", 55, "day"],
  ["multiAccueil", "Sous les Tilleuls", ccas, "574630805", 50, "day"],
  ["multiAccueil", "La Petite Gare", town, "574630701", 50, "day"],
  ["multiAccueil", "Les Trois Moineaux", smallHands, "574630403", 48, "day"],
  ["multiAccueil", "Le Carrousel", ccas, "574630204", 45, "day"],
  ["multiAccueil", "Bout d’Ficelle", firstSteps, "574630905", 42, "day"],
  ["multiAccueil", "La Clairière", smallHands, "574631202", 36, "day"],
  ["dropIn", "La Pause Tendresse", ccas, "574630404", 20, "short"],
  ["dropIn", "L’Escale des Tout-Petits", ccas, "574631002", 20, "short"],
  ["familyNursery", "La Farandole", ccas, "574630807", 40, "day"],
  ["microNursery", "La Veilleuse", ccas, "574630901", 12, "round"],
  ["microNursery", "Les Petits Sabots", nest, "574631102", 12, "day"],
  ["microNursery", "Mimosa", nest, "574630101", 10, "day"],
];

const ages = { babies: [2, 15], middles: [12, 27], elders: [24, 47], all: [2, 47] } as const;

function bandsOf(places: number, { weekdays, shares, wednesday }: Hours): DemoBand[] {
  return weekdays.flatMap((weekday) =>
    shares.map(([start, end, share]) => ({
      weekday,
      start,
      end,
      places: Math.round(places * share * (weekday === 3 ? wednesday : 1)),
    })),
  );
}

function sectionsOf(id: string, kind: FacilityKind, places: number, open: Hours): DemoSection[] {
  const section = (code: keyof typeof ages, name: string, share: number): DemoSection => {
    const [minAgeMonths, maxAgeMonths] = ages[code];
    return {
      id: `${id}-${code}`,
      name,
      minAgeMonths,
      maxAgeMonths,
      places: share,
      bands: bandsOf(share, open),
    };
  };
  if (kind === "microNursery") return [section("all", "Tous âges", places)];
  if (kind === "familyNursery") return [section("all", "Accueil familial", places)];
  const [babies, middles] = [Math.round(places * 0.26), Math.round(places * 0.34)];
  return [
    section("babies", "Bébés", babies),
    section("middles", "Moyens", middles),
    section("elders", "Grands", places - babies - middles),
  ];
}

export const nurseries: readonly DemoFacility[] = lines.map(
  ([kind, name, organisationId, zoneCode, places, open], index) => {
    const id = `creche-${String(index + 1).padStart(2, "0")}`;
    const { weekdays, shares }: Hours = hours[open];
    const [start, end] = [shares[0]![0], shares.at(-1)![1]];
    return {
      id,
      name,
      kind,
      organisationId,
      zone: zoneOf(zoneCode),
      places,
      homeBasedPlaces: null,
      opening: weekdays.map((weekday) => ({ weekday, start, end })),
      sections: sectionsOf(id, kind, places, hours[open]),
      schoolIds: [],
    };
  },
);
