// The doors of facilities: part of the access table, by hand like the rest of it.
import type { DoorRule, Thing } from "./door-rule.ts";
import type { RoleName } from "./roles.ts";

export const marking = [
  "facilityManager",
  "otherFacilityManager",
  "attendanceStaff",
  "associationManager",
  "otherAssociationManager",
] as const;

const facilities = (also: readonly RoleName[]) => (): Record<string, Thing> => ({
  nursery: { param: "facility-nursery", of: [...also, "facilityManager", "attendanceStaff"] },
  otherNursery: { param: "facility-other-nursery", of: [...also, "otherFacilityManager"] },
  site: { param: "facility-site", of: [...also, "associationManager"] },
  otherSite: { param: "facility-other-site", of: [...also, "otherAssociationManager"] },
});

/** Whoever runs a facility; the coordination does not read its contracts. */
const contractManagers = [
  "facilityManager",
  "otherFacilityManager",
  "associationManager",
  "otherAssociationManager",
] as const;
const contractFacilities = (): Record<string, Thing> => ({
  nursery: { param: "facility-nursery", of: ["facilityManager"] },
  otherNursery: { param: "facility-other-nursery", of: ["otherFacilityManager"] },
  site: { param: "facility-site", of: ["associationManager"] },
  otherSite: { param: "facility-other-site", of: ["otherAssociationManager"] },
});

/** Whoever runs a facility, and the coordination. */
const managing = [
  "coordinator",
  "facilityManager",
  "otherFacilityManager",
  "associationManager",
  "otherAssociationManager",
] as const;
const managedDoor = {
  read: managing,
  act: managing,
  things: (): Record<string, Thing> => ({
    nursery: { param: "facility-nursery", of: ["coordinator", "facilityManager"] },
    otherNursery: { param: "facility-other-nursery", of: ["coordinator", "otherFacilityManager"] },
    site: { param: "facility-site", of: ["coordinator", "associationManager"] },
    otherSite: { param: "facility-other-site", of: ["coordinator", "otherAssociationManager"] },
  }),
};

export const facilityDoors: Record<string, DoorRule> = {
  "routes/structure._index": { read: ["coordinator", ...marking] },
  "routes/structure.$id._index": { read: ["coordinator", ...marking], things: facilities(["coordinator"]) },
  "routes/structure.$id.calendrier": {
    read: marking,
    act: marking,
    things: facilities([]),
    emptyForm: "notFound",
    body: () => ({ feed: "create" }),
  },
  "routes/structure.$id.occasionnel": {
    read: contractManagers,
    act: contractManagers,
    things: contractFacilities,
    body: () => ({ acte: "close", fenetre: "window" }),
  },
  "routes/structure.$id.contrats._index": { read: contractManagers, things: contractFacilities },
  "routes/structure.$id.contrats.urgence": {
    read: contractManagers,
    act: contractManagers,
    things: contractFacilities,
    body: () => ({
      prenom: "Zoé",
      nom: "Urgente",
      section: "facility-nursery-section",
      debut: "2030-01-07",
      fin: "2030-01-08",
      heures: "lun 8h-12h",
    }),
  },
  "routes/structure.$id.contrats.$contractId": {
    read: contractManagers,
    act: contractManagers,
    things: ({ contracts }) => ({
      nursery: { param: `facility-nursery/${contracts.family}`, of: ["facilityManager"], shows: ["family"] },
      otherNursery: {
        param: `facility-other-nursery/${contracts.otherFamily}`,
        of: ["otherFacilityManager"],
        shows: ["otherFamily"],
      },
      site: {
        param: `facility-site/${contracts.ofAssociation}`,
        of: ["associationManager"],
        shows: ["ofAssociation"],
      },
      // A contract of another facility, under the own one.
      crossed: { param: `facility-nursery/${contracts.otherFamily}`, of: [] },
    }),
    body: () => ({ acte: "end", version: "1", dernierJour: "2030-01-08", motif: "agreed" }),
  },
  "routes/structure.$id.presences": {
    read: marking,
    act: marking,
    things: facilities([]),
    body: ({ presences }) => ({ presenceId: presences.family, version: "1", mark: "asPlanned" }),
  },

  "routes/structure.$id.capacite": { read: managing, things: managedDoor.things },
  "routes/structure.$id.reglages._index": {
    ...managedDoor,
    body: () => ({ intent: "phone", phone: "03 87 00 00 00" }),
  },
  "routes/structure.$id.reglages.regles": {
    ...managedDoor,
    body: () => ({
      validFrom: "2030-01-07",
      absenceCutOffDays: "0",
      roundingMinutes: "0",
      toleranceMinutes: "0",
    }),
  },
  "routes/structure.$id.reglages.equipe": {
    ...managedDoor,
    body: () => ({
      weekdays: "1",
      start: "08:00",
      end: "18:00",
      staff: "2",
      validFrom: "2030-01-07",
    }),
  },
  "routes/structure.$id.reglages.places": {
    ...managedDoor,
    body: () => ({ validFrom: "2030-01-07", "lines[0].start": "" }),
  },
  "routes/structure.$id.reglages.fermetures": {
    ...managedDoor,
    body: () => ({ fromDay: "2030-01-07", toDay: "2030-01-07", label: "Journée pédagogique" }),
  },

  "routes/structure.$id.presences_.$stay": {
    read: contractManagers,
    things: ({ presences }) => ({
      nursery: { param: `facility-nursery/${presences.family}`, of: ["facilityManager"], shows: ["family"] },
      otherNursery: {
        param: `facility-other-nursery/${presences.otherFamily}`,
        of: ["otherFacilityManager"],
        shows: ["otherFamily"],
      },
      site: { param: `facility-site/${presences.ofAssociation}`, of: ["associationManager"] },
      elsewhere: { param: `facility-nursery/${presences.otherFamily}`, of: [] },
    }),
  },
  "routes/structure.$id.tablettes": {
    read: contractManagers,
    act: contractManagers,
    things: contractFacilities,
    body: () => ({ act: "add", name: "Porte" }),
  },
};
