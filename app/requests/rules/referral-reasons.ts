// The coded reasons of a referral, with their values. Words: `requests:reason.<code>`. Free of zod: browsers load it.

export const referralTargets = ["coordination", "association", "facility", "rpe"] as const;
export type ReferralTarget = (typeof referralTargets)[number];

/** Hours of opening shared by some weekdays; an end past 1440 falls the next day. */
export type OpeningRange = { weekdays: number[]; start: number; end: number };

export type ReasonValues = {
  /** Age in completed months on the start day. */
  months?: number;
  /** Part of the hours asked for that is covered, rounded down. */
  percent?: number;
  count?: number;
  names?: string[];
  school?: string;
  site?: string;
  rank?: number;
  opening?: OpeningRange[];
};

export type ReferralReason = { code: string; values?: ReasonValues };

/** Why an agent sends a request elsewhere than proposed. */
export const changeReasons = [
  "family-wish",
  "sibling-there",
  "site-full",
  "school-changed",
  "hours-changed",
  "needs-advice",
  "wrong-data",
] as const;
export type ChangeReason = (typeof changeReasons)[number];

export const referralStatuses = ["proposed", "confirmed", "replaced"] as const;
export type ReferralStatus = (typeof referralStatuses)[number];
