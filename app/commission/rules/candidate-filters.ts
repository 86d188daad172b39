// What the table of candidates shows, kept in the address so that it can be shared and come back to.
import type { CandidateState } from "./meeting.ts";
import type { CandidatesView } from "./meeting-view.ts";

export type CandidateFilters = CandidatesView["filters"] & { page: number; runId: string | null };

const stateSlugs = {
  included: "examines",
  toRenew: "a-renouveler",
  gate: "condition",
  noOption: "sans-choix",
} as const satisfies Record<CandidateState, string>;
const resultSlugs = { served: "places", refused: "refuses" } as const;

const keyOf = <K extends string>(slugs: Record<K, string>, slug: string | null): K | null =>
  (Object.keys(slugs) as K[]).find((key) => slugs[key] === slug) ?? null;

export const stateSlug = (state: CandidateState): string => stateSlugs[state];
export const resultSlug = (result: "served" | "refused"): string => resultSlugs[result];

/** The page of a list that an address asks for, from 1. */
export function pageIn(search: URLSearchParams, name: string): number {
  const page = Number.parseInt(search.get(name) ?? "1", 10);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

export function readCandidateFilters(search: URLSearchParams): CandidateFilters {
  return {
    state: keyOf(stateSlugs, search.get("etat")),
    facilityId: search.get("structure") || null,
    result: keyOf(resultSlugs, search.get("resultat")),
    number: (search.get("numero") ?? "").trim().slice(0, 8),
    page: pageIn(search, "page"),
    runId: search.get("calcul") || null,
  };
}

/** The address of the same table with other filters. */
export function candidatesHref(path: string, filters: Partial<CandidateFilters>): string {
  const search = new URLSearchParams();
  if (filters.state) search.set("etat", stateSlugs[filters.state]);
  if (filters.facilityId) search.set("structure", filters.facilityId);
  if (filters.result) search.set("resultat", resultSlugs[filters.result]);
  if (filters.number) search.set("numero", filters.number);
  if (filters.runId) search.set("calcul", filters.runId);
  if (filters.page && filters.page > 1) search.set("page", String(filters.page));
  const text = search.toString();
  return `${path}${text && `?${text}`}#dossiers`;
}
