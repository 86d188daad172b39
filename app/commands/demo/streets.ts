// Streets that do not exist: three or so in each housing zone, each name once in the town.
import { searchName } from "#app/territory/rules/search-name.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import { idOf } from "./rows.ts";
import { type DemoZone, housingZones } from "./zones.ts";

const ways = [
  "Rue",
  "Rue",
  "Allée",
  "Rue",
  "Impasse",
  "Rue",
  "Place",
  "Rue",
  "Sentier",
  "Avenue",
  "Rue",
] as const;
const places = [
  "du Pressoir",
  "du Lavoir",
  "du Verger",
  "de la Tuilerie",
  "du Colombier",
  "de la Fontaine",
  "du Pigeonnier",
  "de la Glacière",
  "du Four",
  "de la Charmille",
  "du Gué",
  "de la Treille",
  "du Belvédère",
  "de la Volière",
  "du Cadran",
] as const;
const qualities = [
  "aux Alouettes",
  "de Brume",
  "des Rubaniers",
  "d’en Haut",
  "aux Pivoines",
  "du Sonneur",
  "des Sept Marches",
  "à la Licorne",
  "du Vannier",
  "des Songes",
] as const;

export type DemoStreet = { id: string; name: string; zoneCode: string };

/** Fifteen places by ten qualities: 150 names, walked so that neighbours do not sound alike. */
function nameOf(index: number): string {
  const place = places[index % places.length]!;
  const quality = qualities[(2 * Math.floor(index / places.length) + index) % qualities.length]!;
  return `${ways[index % ways.length]!} ${place} ${quality}`;
}

const perZone = 3;

export const streets: readonly DemoStreet[] = housingZones.flatMap((zone, index) =>
  Array.from({ length: perZone }, (_, turn) => {
    const number = index * perZone + turn;
    return { id: idOf("street", number + 1), name: nameOf(number), zoneCode: zone.code };
  }),
);

export function streetsOf(zone: DemoZone): DemoStreet[] {
  return streets.filter(({ zoneCode }) => zoneCode === zone.code);
}

export function streetRows(): Prisma.StreetCreateManyInput[] {
  return streets.map((street) => ({ ...street, searchName: searchName(street.name) }));
}
