// 20 fictional schools in 15 groups, and the 40 after-school sites that 15 associations run for them.
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import type { DemoFacility, DemoSection, Opening } from "./facility.ts";
import { associationId } from "./organisations.ts";
import { zoneOf } from "./zones.ts";

type Level = "maternelle" | "elementaire" | "primaire";
/** The schools of a group stand in one zone; its association runs two or three sites nearby. */
type Group = { zoneCode: string; schools: [Level, string][]; sites: [string, ...string[]] };

const pair = (zoneCode: string, small: string, big: string, sites: Group["sites"]): Group => ({
  zoneCode,
  schools: [
    ["maternelle", `École maternelle ${small}`],
    ["elementaire", `École élémentaire ${big}`],
  ],
  sites,
});
const whole = (zoneCode: string, name: string, sites: Group["sites"]): Group => ({
  zoneCode,
  schools: [["primaire", `Groupe scolaire ${name}`]],
  sites,
});

const groups: Group[] = [
  pair("574630303", "La Comptine", "Les Bateliers", ["L’Île aux Jeux", "Le Ponton", "La Petite Écluse"]),
  pair("574630802", "Les Pâquerettes", "L’Amphore", [
    "La Boîte à Malices",
    "Le Hall des Enfants",
    "Les Arcades",
  ]),
  pair("574630903", "Le Petit Prince Perché", "Les Hauts Vergers", ["Le Verger", "La Cabane", "Le Perchoir"]),
  pair("574631003", "Arc-en-Laine", "Le Métier à Tisser", ["Le Tissage", "La Pelote", "La Navette"]),
  pair("574631101", "La Clé de Sol", "Les Quatre Vents", ["Les Quatre Vents", "La Girouette", "Le Moulin"]),
  whole("574630701", "de la Passerelle", ["La Passerelle", "Le Quai des Copains", "La Salle des Pas Légers"]),
  whole("574630404", "des Remparts Fleuris", ["Les Remparts", "La Tourelle", "La Poterne"]),
  whole("574630806", "du Planétarium", ["La Fusée", "La Comète", "L’Orbite"]),
  whole("574630502", "des Abeilles", ["La Ruche", "Le Rucher", "Le Butinage"]),
  whole("574630602", "des Mélisses", ["Les Mélisses", "La Serre", "Le Potager"]),
  whole("574630103", "du Grand Cèdre", ["Le Grand Cèdre", "L’Écorce"]),
  whole("574630203", "des Pinceaux", ["Les Pinceaux", "La Palette"]),
  whole("574631005", "des Semailles", ["Les Semailles", "La Moisson"]),
  whole("574631204", "de la Pépinière", ["La Pépinière", "Le Bosquet"]),
  whole("574630702", "des Petits Artisans", ["L’Atelier", "L’Établi"]),
];

type DemoSchool = { id: string; name: string; level: Level; zoneCode: string; group: number };

export const schools: readonly DemoSchool[] = groups
  .flatMap(({ zoneCode, schools }, group) =>
    schools.map(([level, name]) => ({ name, level, zoneCode, group })),
  )
  .map((school, index) => ({ id: `ecole-${String(index + 1).padStart(2, "0")}`, ...school }));

export function schoolRows(): Prisma.SchoolCreateManyInput[] {
  return schools.map(({ id, name, level, zoneCode }) => ({ id, name, level, zoneCode }));
}

const classDays: Weekday[] = [1, 2, 4, 5];
/** Fewer children come before school and on Wednesdays than after school: the licence follows. */
const sessions: (Opening & { share: number })[] = [
  ...classDays.flatMap((weekday) => [
    { weekday, start: 450, end: 510, share: 0.45 },
    { weekday, start: 990, end: 1110, share: 1 },
  ]),
  { weekday: 3, start: 480, end: 1080, share: 0.4 },
];
const opening: Opening[] = sessions.map(({ weekday, start, end }) => ({ weekday, start, end }));

/** Under and over six are counted apart. */
function sectionsOf(id: string, small: number, big: number): DemoSection[] {
  const section = (code: string, name: string, ages: [number, number], places: number): DemoSection => ({
    id: `${id}-${code}`,
    name,
    minAgeMonths: ages[0],
    maxAgeMonths: ages[1],
    places,
    bands: sessions.map(({ share, ...each }) => ({ ...each, places: Math.round(places * share) })),
  });
  return [section("3-5", "3–5 ans", [36, 71], small), section("6-11", "6–11 ans", [72, 143], big)];
}

export const sites: readonly DemoFacility[] = groups
  .flatMap((group, index) => group.sites.map((name, turn) => ({ group, index, name, turn })))
  .map(({ group, index, name, turn }, number) => {
    const id = `periscolaire-${String(number + 1).padStart(2, "0")}`;
    const [small, big] = turn === 0 ? [4, 4] : [3, 4];
    return {
      id,
      name: `Périscolaire ${name}`,
      kind: "afterSchool" as const,
      organisationId: associationId(index),
      zone: zoneOf(group.zoneCode),
      places: small + big,
      homeBasedPlaces: null,
      opening,
      sections: sectionsOf(id, small, big),
      schoolIds: schools.filter((school) => school.group === index).map((school) => school.id),
    };
  });

/** A school of the group that takes the age. */
export function schoolFor(group: number, ageMonths: number): DemoSchool {
  const levels: Level[] = ageMonths < 72 ? ["maternelle", "primaire"] : ["elementaire", "primaire"];
  return schools.find((school) => school.group === group && levels.includes(school.level))!;
}

export function sitesOfGroup(group: number): DemoFacility[] {
  return sites.filter((site) => site.organisationId === associationId(group));
}

export const groupCount = groups.length;
