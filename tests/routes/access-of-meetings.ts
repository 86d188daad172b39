// The doors of the commission's meetings: the coordinator's desk, and what anyone may read once one is published.
import type { DoorRule, Thing } from "./door-rule.ts";

const coordinator = ["coordinator"] as const;
const desk = { read: coordinator } as const;

const meetings = (): Record<string, Thing> => ({
  frozen: { param: "meeting-frozen", of: coordinator },
  published: { param: "meeting-published", of: coordinator },
});
const published = (): Record<string, Thing> => ({
  published: { param: "meeting-published", of: "everyone" },
  frozen: { param: "meeting-frozen", of: [] },
});
const runs = (): Record<string, Thing> => ({
  run: { param: "meeting-published/run-published", of: coordinator },
});

export const meetingDoors: Record<string, DoorRule> = {
  "routes/commissions._index": { read: "everyone" },
  "routes/commissions.$id._index": { read: "everyone", things: published },
  "routes/commissions.$id.proces-verbal[.]pdf": { read: "everyone", things: published },

  "routes/guichet.commissions._index": desk,
  "routes/guichet.commissions.nouvelle": { ...desk, act: coordinator },
  "routes/guichet.commissions.$id._index": {
    ...desk,
    act: coordinator,
    things: meetings,
    body: () => ({ intention: "freeze", version: "1" }),
  },
  "routes/guichet.commissions.$id.places": {
    ...desk,
    act: coordinator,
    things: meetings,
    body: () => ({
      ...{ version: "1", careKind: "nursery", heldOn: "2030-01-07" },
      ...{ startFrom: "2030-01-07", startTo: "2030-06-30", answerDays: "10", quorum: "3", surnombreMax: "0" },
      sections: "facility-nursery-section",
    }),
  },
  "routes/guichet.commissions.$id.presence": {
    ...desk,
    act: coordinator,
    things: meetings,
    body: () => ({ version: "1" }),
  },
  "routes/guichet.commissions.$id.publication": {
    ...desk,
    act: coordinator,
    things: meetings,
    body: () => ({ version: "1", read: "on" }),
  },
  // With the names of the children whom it decided on.
  "routes/guichet.commissions.$id.proces-verbal[.]pdf": {
    ...desk,
    things: () => ({ published: { param: "meeting-published", of: coordinator } }),
  },
  "routes/guichet.commissions.$id.calculs.$run._index": {
    ...desk,
    act: coordinator,
    things: runs,
    body: () => ({ intention: "choose", version: "1", runId: "run-published" }),
  },
  "routes/guichet.commissions.$id.calculs.$run.instance[.]json": { ...desk, things: runs },
  "routes/guichet.commissions.$id.calculs.$run.result[.]jsonl": { ...desk, things: runs },
  "routes/guichet.commissions.$id.dossiers.$candidate": {
    ...desk,
    act: coordinator,
    things: () => ({ candidate: { param: "meeting-frozen/file-frozen", of: coordinator } }),
    body: () => ({ intention: "remove", version: "1", adjustmentId: "none" }),
  },
};
