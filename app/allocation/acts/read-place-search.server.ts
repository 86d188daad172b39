import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { Actor } from "#app/access/rules/actor.ts";
import { type Permission, scopeOf, within } from "#app/access/rules/permissions.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import { statusMeaning } from "#app/requests/rules/lifecycle.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import { type SearchAnswer, answerSearch } from "../rules/place-answer.ts";
import { type SearchRead, type SearchedNeed, readSearch } from "../rules/place-search-form.ts";
import { usualEnd } from "../rules/usual-end.ts";
import { type NeedRow, findNeed } from "../store/searched.server.ts";
import { recallSearchedTown } from "./read-searched-town.server.ts";

export type PlaceSearchPage = {
  read: SearchRead;
  quarterNames: string[];
  /** The request searched for, for those who may read it, and where they come from. */
  request: { id: string; reference: string; childFirstName: string; back: string; mayOffer: boolean } | null;
  answer: SearchAnswer | null;
  /** Whether childminders are told by name. */
  named: boolean;
};

type Reader = { actor: Actor; need: NeedRow };

/** Where somebody reads a request from; null when that is nowhere. */
function backOf({ actor, need }: Reader): { back: string; by: "desk" | "adviser" | "family" } | null {
  const reaches = (permission: Permission, subject: Parameters<typeof within>[1]): boolean => {
    const scope = scopeOf(actor, permission);
    return scope !== null && within(scope, subject);
  };
  if (reaches("family:read", { householdId: need.householdId }))
    return { back: `/famille/demandes/${need.id}`, by: "family" };
  if (reaches("careRequest:read", { organisationId: need.handlerId }))
    return { back: `/guichet/demandes/${need.id}`, by: "desk" };
  const advisable = need.advised && statusMeaning[need.status].outcome === "open";
  return advisable && reaches("advice:read", {}) ? { back: "/relais", by: "adviser" } : null;
}

async function readNeed(visit: Visit, id: string): Promise<{ need: NeedRow; back: string; by: string }> {
  const need = await findNeed(visit.db, id);
  const from = need && visit.actor && backOf({ actor: visit.actor, need });
  if (!need || !from) throw notFound();
  if (from.by !== "family") {
    const kind = from.by === "desk" ? "careRequest" : "adviceCase";
    await logFileRead({ ...visit, actor: visit.actor! }, kind, need.id);
  }
  return { need, ...from };
}

/** Childminders work at home: their names are for those who bring families to them. */
export function mayNameChildminders(actor: Actor | null): boolean {
  if (!actor) return false;
  return scopeOf(actor, "childminder:manage") !== null || scopeOf(actor, "offer:make")?.town === true;
}

async function answerFor(visit: Visit, need: SearchedNeed, named: boolean): Promise<SearchAnswer> {
  const { facilities } = await recallSearchedTown(visit, visit.today, usualEnd(need.startOn));
  const looked = facilities.filter(
    ({ quarterName }) => need.quarterName === null || quarterName === need.quarterName,
  );
  return answerSearch(need, looked, named);
}

/** Who can take a child at some hours: for anybody, and for those who bring along a request that they may read. */
export async function readPlaceSearch(visit: Visit, search: URLSearchParams): Promise<PlaceSearchPage> {
  const { db, today, actor } = visit;
  const zones = await readZones(db);
  const quarterNames = [...new Set(zones.map(({ quarterName }) => quarterName))].sort((a, b) =>
    a.localeCompare(b, "fr"),
  );
  const id = search.get("demande");
  const asking = id ? await readNeed(visit, id) : null;
  const known = asking && asking.need.kind === "nursery" ? asking.need : null;
  const read = readSearch(search, today, quarterNames, known);
  const named = mayNameChildminders(actor);
  const need = read.asked ? read.need : null;
  return {
    read,
    quarterNames,
    request: asking && {
      id: asking.need.id,
      reference: asking.need.reference,
      childFirstName: asking.need.childFirstName,
      back: asking.back,
      mayOffer: asking.by === "desk",
    },
    answer: need && (await answerFor(visit, need, named)),
    named,
  };
}
