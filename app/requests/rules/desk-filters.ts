// What the desk shows, kept in the address so that it can be shared and come back to. Free of zod: browsers load it.
import { type CareRequestStatus, careRequestStatuses } from "./lifecycle.ts";
import { readReference } from "./reference.ts";
import { type ReferralTarget, referralTargets } from "./referral-reasons.ts";

/** "toRead": what waits for an agent, new requests and proofs to look at. */
export type DeskStatus = CareRequestStatus | "toRead" | "all";

export type DeskFilters = {
  status: DeskStatus;
  kind: "nursery" | "afterSchool" | null;
  atypical: boolean;
  /** Code of a quarter. */
  quarter: string | null;
  target: ReferralTarget | null;
  proof: "asked" | "received" | null;
  /** A reference, or a part of a name. */
  search: string;
  page: number;
  /** The file on the right; null opens the first of the queue. */
  open: string | null;
};

export const rowsOnPage = 50;

export const noFilters: DeskFilters = {
  status: "toRead",
  kind: null,
  atypical: false,
  quarter: null,
  target: null,
  proof: null,
  search: "",
  page: 1,
  open: null,
};

/** The words of the address. */
const slugs = {
  status: {
    toRead: "a-lire",
    all: "toutes",
    submitted: "recue",
    incomplete: "piece-manquante",
    expectedBirth: "naissance-attendue",
    waiting: "sur-la-liste",
    inCommission: "en-commission",
    offered: "place-proposee",
    accepted: "place-acceptee",
    inCare: "en-accueil",
    notServed: "sans-place",
    declinedKept: "place-refusee",
    expired: "delai-passe",
    toRenew: "a-renouveler",
    lapsed: "sans-nouvelles",
    withdrawn: "retiree",
    ended: "terminee",
  } satisfies Record<DeskStatus, string>,
  kind: { nursery: "creche", afterSchool: "periscolaire" },
  target: {
    coordination: "coordination",
    association: "association",
    facility: "structure",
    rpe: "relais",
  } satisfies Record<ReferralTarget, string>,
  proof: { asked: "demandee", received: "recue" },
} as const;

export const deskStatuses: readonly DeskStatus[] = ["toRead", ...careRequestStatuses, "all"];
export const deskTargets = referralTargets;

export function slugOf<F extends keyof typeof slugs>(field: F, value: keyof (typeof slugs)[F]): string {
  return slugs[field][value] as string;
}

function valueOf<F extends keyof typeof slugs>(
  field: F,
  slug: string | null,
): keyof (typeof slugs)[F] | null {
  const found = Object.entries(slugs[field]).find(([, each]) => each === slug);
  return (found?.[0] as keyof (typeof slugs)[F] | undefined) ?? null;
}

const longestSearch = 80;

export function readDeskFilters(search: URLSearchParams): DeskFilters {
  const page = Number.parseInt(search.get("page") ?? "1", 10);
  const text = (search.get("q") ?? "").trim().slice(0, longestSearch);
  const open = search.get("demande") || null;
  // A whole reference names one request: it is found whatever the filters say.
  if (readReference(text)) return { ...noFilters, status: "all", search: text, open };
  return {
    // A search looks everywhere, unless a status is asked for.
    status: valueOf("status", search.get("statut")) ?? (text ? "all" : "toRead"),
    kind: valueOf("kind", search.get("type")),
    atypical: ["1", "on"].includes(search.get("atypique") ?? ""),
    quarter: search.get("quartier") || null,
    target: valueOf("target", search.get("vers")),
    proof: valueOf("proof", search.get("piece")),
    search: text,
    page: page > 0 ? page : 1,
    open,
  };
}

export const deskPath = "/guichet/a-traiter";

/** The address of the desk with these filters, other than the usual ones. */
export function deskAddress(filters: DeskFilters): string {
  const search = new URLSearchParams();
  const usual = filters.search ? "all" : "toRead";
  if (filters.search) search.set("q", filters.search);
  if (filters.status !== usual) search.set("statut", slugOf("status", filters.status));
  if (filters.kind) search.set("type", slugOf("kind", filters.kind));
  if (filters.atypical) search.set("atypique", "1");
  if (filters.quarter) search.set("quartier", filters.quarter);
  if (filters.target) search.set("vers", slugOf("target", filters.target));
  if (filters.proof) search.set("piece", slugOf("proof", filters.proof));
  if (filters.page > 1) search.set("page", String(filters.page));
  if (filters.open) search.set("demande", filters.open);
  const text = search.toString();
  return text ? `${deskPath}?${text}` : deskPath;
}

/** How many filters, besides the status and the search, narrow the queue. */
export function narrowing({ kind, atypical, quarter, target, proof }: DeskFilters): number {
  return [kind, atypical, quarter, target, proof].filter(Boolean).length;
}
