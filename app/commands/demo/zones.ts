// The 49 IRIS of Metz and their quartiers, as facts, with the approximate centre of each (three decimals).
// Source: Contours…IRIS® 2020, IGN & Insee, Licence Ouverte 2.0. The names of the quartiers are deduced from those of
// the IRIS, and remain to be confirmed by the town.
import type { ZoneKind } from "#app/territory/rules/zone.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";

const source = "Contours…IRIS® 2020, IGN & Insee, Licence Ouverte 2.0 ; noms des quartiers à confirmer";

type Kind = "H" | "A";
type Quarter = {
  code: string;
  name: string;
  postcode: string;
  zones: [string, string, Kind, number, number][];
};

/** Each zone: the end of its code, name, kind (H: housing, A: activity), longitude, latitude. */
const quarters: Quarter[] = [
  {
    code: "5746301",
    name: "Devant-les-Ponts",
    postcode: "57050",
    zones: [
      ["01", "Devant les Ponts-Frières-Lenotre", "H", 6.15, 49.139],
      ["02", "Devant les Ponts-Roussel-Sous les Vignes", "H", 6.145, 49.133],
      ["03", "Devant les Ponts-Paquet-Petite Île", "H", 6.157, 49.13],
    ],
  },
  {
    code: "5746302",
    name: "Metz-Nord – Patrotte",
    postcode: "57050",
    zones: [
      ["01", "Patrotte Route de Thionville", "H", 6.167, 49.141],
      ["02", "Acti-Nord Deux-Fontaines", "A", 6.182, 49.14],
      ["03", "Fournel-Théodore de Gargan-Dassenoy", "H", 6.167, 49.135],
      ["04", "Route de Woippy Périgot", "H", 6.164, 49.131],
    ],
  },
  {
    code: "5746303",
    name: "Les Îles",
    postcode: "57050",
    zones: [
      ["01", "Port-Île du Saulcy", "H", 6.162, 49.123],
      ["02", "Belle-Isle Pontiffroy Chambière", "H", 6.177, 49.125],
      ["03", "Les Îles-Fort Gambetta", "H", 6.182, 49.13],
    ],
  },
  {
    code: "5746304",
    name: "Centre-Ville – Ancienne Ville",
    postcode: "57000",
    zones: [
      ["01", "Metz Centre Esplanade", "H", 6.172, 49.117],
      ["02", "Metz Centre Saint-Thiébault", "H", 6.178, 49.114],
      ["03", "Ancienne Ville Nord", "H", 6.183, 49.122],
      ["04", "Ancienne Ville Sud", "H", 6.184, 49.118],
    ],
  },
  {
    code: "5746305",
    name: "Bellecroix",
    postcode: "57070",
    zones: [
      ["01", "Bellecroix Terrasse Lyon", "H", 6.193, 49.122],
      ["02", "Bellecroix Trois Rois Europe", "H", 6.2, 49.118],
    ],
  },
  {
    code: "5746306",
    name: "Vallières",
    postcode: "57070",
    zones: [
      ["01", "Vallières Les Bordes", "H", 6.21, 49.119],
      ["02", "Vallières Dunant Mélèzes", "H", 6.213, 49.127],
      ["03", "Vallières Marroniers Tilleuls", "H", 6.216, 49.134],
      ["04", "Vallières Jacinthes Tulipes", "H", 6.223, 49.123],
    ],
  },
  {
    code: "5746307",
    name: "Nouvelle Ville",
    postcode: "57000",
    zones: [
      ["01", "Centre Gare", "H", 6.176, 49.11],
      ["02", "Nouvelle Ville Nord", "H", 6.167, 49.109],
      ["03", "Nouvelle Ville Bouteiller", "H", 6.166, 49.104],
      ["04", "Nouvelle Ville Sud", "H", 6.164, 49.1],
    ],
  },
  {
    code: "5746308",
    name: "Sablon",
    postcode: "57000",
    zones: [
      ["01", "Argonne Lagneau", "H", 6.173, 49.103],
      ["02", "Lothaire Nord Hall aux Marchandises", "H", 6.182, 49.105],
      ["03", "Saint-Livier Dom Calmet", "H", 6.172, 49.1],
      ["04", "Pierne-Sadoul", "H", 6.177, 49.102],
      ["05", "Saint-André-Sainte-Chrétienne", "H", 6.175, 49.097],
      ["06", "Hannaux-Frécot", "H", 6.184, 49.096],
      ["07", "Méjanès-Pfister", "H", 6.179, 49.091],
    ],
  },
  {
    code: "5746309",
    name: "Plantières – Queuleu",
    postcode: "57070",
    zones: [
      ["01", "Route de Borny-Pont Rouge", "H", 6.194, 49.114],
      ["02", "de Villeneuve Vosges Lorraine", "H", 6.195, 49.11],
      ["03", "Seille-Trois Évêchés-Chabert", "H", 6.19, 49.107],
      ["04", "Hestaux Macherez Liédot", "H", 6.195, 49.103],
      ["05", "Hauts Peupliers Peltre Deportes", "H", 6.198, 49.1],
    ],
  },
  {
    code: "5746310",
    name: "Borny",
    postcode: "57070",
    zones: [
      ["01", "Bridoux Claude Bernard", "H", 6.211, 49.111],
      ["02", "Schweitzer Béarn Roussillon", "H", 6.218, 49.116],
      ["03", "Dauphiné Nord", "H", 6.227, 49.119],
      ["04", "Ruisseau Limousin", "H", 6.22, 49.112],
      ["05", "Hainaut Boulonnais Normandie", "H", 6.226, 49.115],
      ["06", "Maine Flandre Champagne", "H", 6.232, 49.117],
      ["07", "Bon Pasteur Michelet Colombey", "H", 6.229, 49.111],
      ["08", "Borny-Zone Industrielle Légère", "A", 6.243, 49.114],
    ],
  },
  {
    code: "5746311",
    name: "Magny",
    postcode: "57000",
    zones: [
      ["01", "Magny Nord", "H", 6.193, 49.082],
      ["02", "Magny Sud", "H", 6.186, 49.069],
    ],
  },
  {
    code: "5746312",
    name: "Grange-aux-Bois – Technopôle",
    postcode: "57070",
    zones: [
      ["02", "Val de la Grange-aux-Bois", "H", 6.243, 49.092],
      ["03", "Technopole", "H", 6.22, 49.098],
      ["04", "Coteaux de la Grange aux Bois", "H", 6.24, 49.098],
    ],
  },
];

const kinds = { H: "habitat", A: "activity" } as const satisfies Record<Kind, ZoneKind>;

export type DemoZone = {
  code: string;
  name: string;
  kind: string;
  quarterCode: string;
  quarterName: string;
  longitude: number;
  latitude: number;
  source: string;
};

export const zones: readonly DemoZone[] = quarters.flatMap(({ code, name: quarterName, zones }) =>
  zones.map(([end, name, kind, longitude, latitude]) => ({
    code: `${code}${end}`,
    name,
    kind: kinds[kind],
    quarterCode: code,
    quarterName,
    longitude,
    latitude,
    source,
  })),
);

const byCode = new Map(zones.map((zone) => [zone.code, zone]));
const postcodes = new Map(quarters.map(({ code, postcode }) => [code, postcode]));

export function zoneOf(code: string): DemoZone {
  return byCode.get(code)!;
}

export function postcodeOf(zone: DemoZone): string {
  return postcodes.get(zone.quarterCode)!;
}

/** Zones where families live. */
export const housingZones: readonly DemoZone[] = zones.filter(({ kind }) => kind === "habitat");

/** Kilometres between two centres, as the crow flies: near enough for a town (1° of latitude is 111 km, of longitude 73). */
export function kilometres(one: DemoZone, other: DemoZone): number {
  return Math.hypot((one.latitude - other.latitude) * 111, (one.longitude - other.longitude) * 73);
}

export function zoneRows(): Prisma.ZoneCreateManyInput[] {
  return zones.map((zone) => ({ ...zone }));
}
