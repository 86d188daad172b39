import type { CareRequestFile } from "./care-request-file.ts";
import type { DeskFilters } from "./desk-filters.ts";
import type { CareRequestStatus } from "./lifecycle.ts";
import type { ReferralTarget } from "./referral-reasons.ts";

export type DeskRowView = {
  id: string;
  reference: string;
  kind: "nursery" | "afterSchool";
  status: CareRequestStatus;
  startOn: string;
  nextStepBy: string | null;
  atypicalMinutes: number;
  child: { firstName: string; lastName: string; birthDay: string | null; expectedOn: string | null };
  targets: ReferralTarget[];
  proofs: { asked: number; received: number };
};

/** The desk: the queue, its filters and counts, and the open file. */
export type DeskView = {
  filters: DeskFilters;
  today: string;
  counts: { byStatus: Partial<Record<CareRequestStatus, number>>; toRead: number; all: number };
  total: number;
  pages: number;
  rows: DeskRowView[];
  file: CareRequestFile | null;
  /** Name of the quarter of the open file. */
  quarter: string | null;
  quarters: { code: string; name: string }[];
  mayDecideDuplicates: boolean;
  /** Rank of the open file in the queue; null when it is not on this page. */
  position: number | null;
  previousId: string | null;
  nextId: string | null;
};
