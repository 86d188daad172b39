// Who may pass each door, and to what. Written by hand from what the town promised, not read from the code: a door
// that is not declared here fails the matrix.
import type { Secret, RoleName } from "./roles.ts";
import { roles } from "./roles.ts";
import { type Town, askToken, feedToken, proofId } from "./town.ts";

type People = "everyone" | readonly RoleName[];

/** A value of the address's parameter, and whose it is: for anybody else it answers as if it did not exist. */
export type Thing = {
  param: string;
  of: People;
  /** Names that it shows to whoever it is for. */
  shows?: Secret[];
};

export type DoorRule = {
  read: People;
  /** Left out: the door has no action, and answers 405 to whoever posts. */
  act?: People;
  /** By name; what does not exist is added by the matrix. Left out: the address has no parameter. */
  things?: (town: Town, role: RoleName) => Record<string, Thing>;
  /** What is posted to a thing that is not one's own: complete, so that only the scope refuses it. */
  body?: (town: Town) => Record<string, string>;
  /** Posting would end what the matrix stands on: tested apart. */
  actApart?: true;
  /** What an empty form gets from whoever may post; anything but a refusal when left out. */
  emptyForm?: "notFound";
  /** Names shown to everybody who may read the page. */
  shows?: Secret[];
};

const desk = ["coordinator", "associationManager", "otherAssociationManager"] as const;
const families = ["family", "otherFamily"] as const;
const marking = [
  "facilityManager",
  "otherFacilityManager",
  "attendanceStaff",
  "associationManager",
  "otherAssociationManager",
] as const;
const administrator = ["administrator"] as const;
const adviser = ["rpeAdviser"] as const;

const requestsOfDesk = ({ requests }: Town): Record<string, Thing> => ({
  family: { param: requests.family, of: ["coordinator"] },
  association: { param: requests.ofAssociation, of: ["coordinator", "associationManager"] },
  otherAssociation: { param: requests.ofOtherAssociation, of: ["coordinator", "otherAssociationManager"] },
});

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

const everyone = { read: "everyone" } as const;
const everyoneActs = { read: "everyone", act: "everyone" } as const;

export const accessTable: Record<string, DoorRule> = {
  "routes/_index": everyone,
  "routes/aide": everyone,
  "routes/donnees": everyone,
  "routes/sante": everyone,
  // Any other address: nothing is there, for anybody.
  "routes/$": { ...everyone, things: () => ({}) },
  "routes/structures": everyone,
  "routes/places": everyone,
  "routes/langue": everyoneActs,
  "routes/connexion._index": everyoneActs,
  "routes/connexion.envoye": everyone,
  "routes/connexion.lien.$token": {
    ...everyoneActs,
    things: () => ({ used: { param: "link-observer", of: "everyone" } }),
  },
  "routes/deconnexion": { ...everyoneActs, actApart: true },
  // In a demonstration, the mailbox is the post office: everybody reads what left.
  "routes/courrier": { ...everyone, shows: ["family", "otherFamily"] },

  "routes/demandes.nouvelle._index": everyoneActs,
  "routes/demandes.nouvelle.adresse": everyoneActs,
  "routes/demandes.nouvelle.demandeurs": everyoneActs,
  "routes/demandes.nouvelle.enfants": everyoneActs,
  "routes/demandes.nouvelle.envoyee": everyone,
  "routes/demandes.nouvelle.horaires": everyoneActs,
  "routes/demandes.nouvelle.priorites": everyoneActs,
  "routes/demandes.nouvelle.relecture": everyoneActs,
  "routes/demandes.nouvelle.structures": everyoneActs,
  "routes/suivi.$token": {
    ...everyone,
    things: ({ trackingTokenOf }, role) => ({
      link: { param: trackingTokenOf(role), of: "everyone", shows: ["family"] },
    }),
  },
  "routes/offre.$token": {
    ...everyoneActs,
    things: ({ offerTokens }) => ({ link: { param: offerTokens.family, of: "everyone", shows: ["family"] } }),
    body: () => ({ intention: "answer", reponse: "accept", version: "1" }),
  },

  // A private address is its own key: whoever has it reads the calendar, first names only.
  "routes/calendrier.$file": {
    ...everyone,
    things: () => ({ feed: { param: `${feedToken}.ics`, of: "everyone" } }),
  },

  "routes/occasionnel.$token": {
    ...everyoneActs,
    things: () => ({ link: { param: askToken, of: "everyone" } }),
    body: () => ({ reponse: "decline" }),
  },

  "routes/famille._index": { read: families },
  "routes/famille.calendrier": { read: families, act: families, emptyForm: "notFound" },
  "routes/famille.occasionnel": { read: families, act: families, emptyForm: "notFound" },
  "routes/famille.demandes.$id": {
    read: families,
    act: families,
    things: ({ requests }) => ({
      family: { param: requests.family, of: ["family"] },
      otherFamily: { param: requests.otherFamily, of: ["otherFamily"] },
    }),
    body: () => ({ intention: "withdraw", version: "1" }),
  },

  "routes/guichet._index": { read: desk },
  "routes/guichet.a-traiter": { read: desk, act: desk },
  "routes/guichet.demandes.$id": {
    read: desk,
    act: desk,
    things: requestsOfDesk,
    body: () => ({ intent: "change", version: "1", target: "rpe", changeReason: "needs-advice" }),
  },
  "routes/guichet.demandes.$id_.proposer": {
    read: desk,
    act: desk,
    things: requestsOfDesk,
    body: () => ({
      version: "1",
      section: "facility-site-section",
      debut: "2030-01-07",
      fin: "",
      heures: "asked",
    }),
  },
  "routes/guichet.pieces.$id": {
    read: desk,
    things: () => ({ proof: { param: proofId, of: ["coordinator", "associationManager"] } }),
  },

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
  // The shell of the tablet's page says nothing to anybody; the day comes to who marks, and to a paired device
  // (tests/routes/device-door.test.ts).
  "routes/appareil": everyoneActs,
  "routes/pointage._index": everyone,
  "routes/pointage.manifeste": everyone,
  "routes/pointage.jour": { read: marking },
  "routes/pointage.operations": { read: marking, act: marking },
  "routes/pointage.ecarts": { read: marking, act: marking },
  // Only a paired device gives itself back.
  "routes/pointage.fin": { read: marking, act: marking, actApart: true },

  "routes/relais._index": { read: adviser },
  "routes/relais.assistantes-maternelles._index": { read: adviser },
  "routes/relais.assistantes-maternelles.nouvelle": { read: adviser, act: adviser },
  "routes/relais.assistantes-maternelles.$id": {
    read: adviser,
    act: adviser,
    things: () => ({ childminder: { param: "childminder", of: adviser } }),
    body: () => ({ intention: "stop", fin: "2030-01-07" }),
  },
  "routes/relais.$id": {
    read: adviser,
    act: adviser,
    things: () => ({ case: { param: "case", of: adviser } }),
    body: () => ({ code: "meeting", text: "Rencontrons-nous au relais.", version: "1" }),
  },
  "routes/caf": { read: ["cafReferrer"], act: ["cafReferrer"] },
  "routes/observatoire": { read: ["observer", "coordinator", "rpeAdviser", "cafReferrer"] },

  "routes/administration._index": { read: administrator },
  "routes/administration.comptes._index": { read: administrator },
  "routes/administration.comptes.nouveau": { read: administrator, act: administrator },
  "routes/administration.comptes.$id": {
    read: administrator,
    act: administrator,
    things: () => ({ account: { param: "account-observer", of: administrator } }),
    body: () => ({ act: "disable" }),
  },
  "routes/administration.journal": { read: administrator },
  "routes/administration.exploitation": { read: administrator, act: administrator, emptyForm: "notFound" },
};

export function includes(people: People, role: RoleName): boolean {
  return people === "everyone" || people.includes(role);
}

/** Whether somebody has a session that counts. */
export function isSignedIn(role: RoleName): boolean {
  return roles.includes(role) && role !== "anonymous" && role !== "disabled";
}
