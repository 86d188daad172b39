// Who may pass each door, and to what. Written by hand from what the town promised, not read from the code: a door
// that is not declared here fails the matrix.
import { facilityDoors, marking } from "./access-of-facilities.ts";
import { meetingDoors } from "./access-of-meetings.ts";
import type { DoorRule, Thing } from "./door-rule.ts";
import { proofId } from "./town-proof.ts";
import { type Town, askToken, feedToken } from "./town.ts";

const desk = ["coordinator", "associationManager", "otherAssociationManager"] as const;
const grids = ["coordinator", "administrator"] as const;
const families = ["family", "otherFamily"] as const;
const administrator = ["administrator"] as const;
const adviser = ["rpeAdviser"] as const;

const requestsOfDesk = ({ requests }: Town): Record<string, Thing> => ({
  family: { param: requests.family, of: ["coordinator"] },
  association: { param: requests.ofAssociation, of: ["coordinator", "associationManager"] },
  otherAssociation: { param: requests.ofOtherAssociation, of: ["coordinator", "otherAssociationManager"] },
});

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
  "routes/actualite.$token": {
    ...everyoneActs,
    things: ({ renewalToken }) => ({ link: { param: renewalToken, of: "everyone", shows: ["family"] } }),
    body: () => ({ reponse: "stillNeeded", version: "1" }),
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

  "routes/famille.demandes.$id_.cotation": {
    read: families,
    things: ({ requests }) => ({
      family: { param: requests.family, of: ["family"] },
      otherFamily: { param: requests.otherFamily, of: ["otherFamily"] },
    }),
  },

  "routes/guichet._index": { read: desk },
  "routes/guichet.a-traiter": { read: desk, act: desk },
  "routes/guichet.doublons": { read: ["coordinator"], act: ["coordinator"] },
  "routes/guichet.demandes.$id": {
    read: desk,
    act: desk,
    things: requestsOfDesk,
    body: () => ({ intent: "change", version: "1", target: "rpe", changeReason: "needs-advice" }),
  },
  "routes/guichet.demandes.$id_.reponse": {
    read: desk,
    act: desk,
    things: ({ requests }) => ({ family: { param: requests.family, of: ["coordinator"] } }),
    body: () => ({ intention: "answer", offre: "offer-family", reponse: "decline", version: "1" }),
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
  "routes/guichet.demandes.$id_.urgence": {
    read: ["coordinator"],
    act: ["coordinator"],
    things: ({ requests }) => ({ family: { param: requests.family, of: ["coordinator"] } }),
    body: () => ({ version: "1", sectionId: "facility-site-section", motive: "none" }),
  },
  "routes/guichet.demandes.$id_.cotation": { read: desk, things: requestsOfDesk },
  "routes/guichet.grilles._index": { read: grids },
  "routes/guichet.grilles.simulateur": { read: grids },
  "routes/guichet.grilles.$id": {
    read: grids,
    act: grids,
    things: () => ({
      draft: { param: "grid-draft", of: grids },
      adopted: { param: "grid-town", of: grids },
    }),
    body: () => ({ intent: "copy" }),
  },
  "routes/guichet.pieces.$id": {
    read: desk,
    things: () => ({ proof: { param: proofId, of: ["coordinator", "associationManager"] } }),
  },

  ...facilityDoors,
  ...meetingDoors,
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
