/** Everybody who may knock: those of another household, facility or association stand for "not theirs". */
export const roles = [
  "anonymous",
  "disabled",
  "family",
  "otherFamily",
  "coordinator",
  "facilityManager",
  "otherFacilityManager",
  "attendanceStaff",
  "associationManager",
  "otherAssociationManager",
  "rpeAdviser",
  "cafReferrer",
  "observer",
  "administrator",
] as const;
export type RoleName = (typeof roles)[number];

/** Words that stand only in the file of one family: the last name of its people. */
export const secrets = {
  family: "Secretalpha",
  otherFamily: "Secretbravo",
  ofAssociation: "Secretcharlie",
  ofOtherAssociation: "Secretdelta",
} as const;
export type Secret = keyof typeof secrets;
const everySecret = Object.keys(secrets) as Secret[];

/** Whose names each role may ever read, whatever the page. */
export const mayKnow: Record<RoleName, Secret[]> = {
  anonymous: [],
  disabled: [],
  family: ["family"],
  otherFamily: ["otherFamily"],
  coordinator: everySecret,
  facilityManager: ["family"],
  otherFacilityManager: ["otherFamily"],
  attendanceStaff: ["family"],
  associationManager: ["ofAssociation"],
  otherAssociationManager: ["ofOtherAssociation"],
  rpeAdviser: ["family"],
  cafReferrer: [],
  observer: [],
  administrator: [],
};
