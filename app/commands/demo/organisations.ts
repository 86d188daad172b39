import type { OrganisationKind } from "#app/facilities/rules/kinds.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";

export const town = "ville-de-metz";
export const ccas = "ccas-de-metz";
export const caf = "caf-moselle";
export const rpe = "relais-petite-enfance";

/** Fictional: they run the after-school sites, one group of schools each. */
export const associationNames = [
  "Les Marmousets du Saulcy",
  "L’Arbre à Cabanes",
  "Cap Enfance Queuleu",
  "Le Fil de Laine",
  "La Clé des Prés",
  "Passerelle et Compagnie",
  "Les Francs-Joueurs",
  "Planète Récré Sablon",
  "La Ruche de Bellecroix",
  "Vallières en Herbe",
  "Le Grand Préau",
  "Patrotte en Couleurs",
  "Les Mains Vertes de Borny",
  "Graines du Technopôle",
  "Les Ateliers du Mercredi",
] as const;

export function associationId(index: number): string {
  return `association-${String(index + 1).padStart(2, "0")}`;
}

export const nurseryOperators = {
  firstSteps: "association-premiers-pas",
  smallHands: "association-petites-mains",
  nest: "entreprise-nid-d-eveil",
} as const;

const row = (id: string, name: string, kind: OrganisationKind) => ({ id, name, kind });

export function organisationRows(): Prisma.OrganisationCreateManyInput[] {
  return [
    row(town, "Ville de Metz", "ville"),
    row(ccas, "CCAS de Metz", "ccas"),
    row(caf, "Caf de la Moselle", "caf"),
    row(rpe, "Relais petite enfance", "rpe"),
    ...associationNames.map((name, index) => row(associationId(index), name, "association")),
    row(nurseryOperators.firstSteps, "Premiers Pas en Lorraine", "association"),
    row(nurseryOperators.smallHands, "Les Petites Mains Messines", "association"),
    row(nurseryOperators.nest, "Nid d’Éveil SAS", "company"),
  ];
}
