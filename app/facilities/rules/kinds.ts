/** What a family asks for. */
export const careKinds = ["nursery", "afterSchool"] as const;
export type CareKind = (typeof careKinds)[number];

/** What a facility is; words in i18n `facilities:kind.*`. */
export const facilityKinds = [
  "multiAccueil",
  "dropIn",
  "microNursery",
  "familyNursery",
  "childminder",
  "afterSchool",
] as const;
export type FacilityKind = (typeof facilityKinds)[number];

export function careKindOf(kind: FacilityKind): CareKind {
  return kind === "afterSchool" ? "afterSchool" : "nursery";
}

/**
 * What families wish for and requests are referred to. Parents employ a childminder themselves: she is found by her
 * hours, with the RPE, and is not named in public.
 */
export const establishmentKinds: readonly FacilityKind[] = facilityKinds.filter(
  (kind) => kind !== "childminder",
);

export const organisationKinds = ["ville", "ccas", "association", "company", "caf", "rpe"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
