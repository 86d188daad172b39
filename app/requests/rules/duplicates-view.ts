// What the page of duplicates shows. Free of zod: views load it.
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { LikenessCode } from "#app/families/rules/duplicates.ts";
import type { CareRequestStatus } from "./lifecycle.ts";

export type DuplicateSide = {
  id: string;
  firstName: string;
  lastName: string;
  birthDay: string | null;
  expectedOn: string | null;
  guardians: { name: string; email: string | null; phone: string | null }[];
  address: string;
  siblings: string[];
  requests: {
    id: string;
    reference: string;
    kind: "nursery" | "afterSchool";
    status: CareRequestStatus;
    sentOn: string;
    startOn: string;
    weeklyMinutes: number;
    pattern: WeeklyPattern;
    wishes: string[];
  }[];
  contracts: { facilityName: string; startOn: string; endOn: string | null }[];
};

export type DuplicatePairView = {
  /** The child that stays first; twice the same when one child has two requests. */
  ids: [string, string];
  reasons: LikenessCode[];
  /** One or two. */
  sides: DuplicateSide[];
  /** References: what would be closed, and what goes on. */
  closes: { closed: string; goesOn: string }[];
};

export type DuplicatesView = {
  total: number;
  page: number;
  pages: number;
  /** Only the pairs of this child. */
  childId: string | null;
  pairs: DuplicatePairView[];
};

export const duplicatesPath = "/guichet/doublons";

/** The address of the pairs, of all children or of one. */
export function duplicatesAddress(childId: string | null, page = 1): string {
  const search = new URLSearchParams();
  if (childId) search.set("enfant", childId);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `${duplicatesPath}?${text}` : duplicatesPath;
}
