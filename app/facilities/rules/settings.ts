// What a facility chose where the law leaves a choice, from a day on.
import type { CalendarDay } from "#app/calendar/rules/day.ts";

export const ratioRules = ["byWalking", "single"] as const;
export type RatioRule = (typeof ratioRules)[number];
/** Staff of the two groups of children counted together, or each group rounded up for itself. */
export const ratioRoundings = ["sum", "groups"] as const;
export type RatioRounding = (typeof ratioRoundings)[number];

export type FacilitySettings = {
  ratioRule: RatioRule;
  ratioRounding: RatioRounding;
  /** Whether it may take children beyond its licence, as its operating rules say. */
  overCapacity: boolean;
  /** After-school care under a projet éducatif territorial. */
  hasPedt: boolean;
  /** An absence is told in time until this minute of that many days before the stay; 0 and 0: until it begins. */
  absenceCutOffDays: number;
  absenceCutOffMinute: number;
  roundingMinutes: number;
  toleranceMinutes: number;
};

export type DatedSettings = FacilitySettings & { validFrom: CalendarDay };

/** Staff present with the children on a weekday; no section: with any of them. */
export type StaffBand = {
  sectionId: string | null;
  weekday: number;
  startMinute: number;
  endMinute: number;
  staff: number;
  validFrom: CalendarDay;
  validTo: CalendarDay | null;
};

/** Until a facility says otherwise: what promises the least. */
export const usualSettings: FacilitySettings = {
  ratioRule: "byWalking",
  ratioRounding: "sum",
  overCapacity: false,
  hasPedt: false,
  absenceCutOffDays: 0,
  absenceCutOffMinute: 0,
  roundingMinutes: 0,
  toleranceMinutes: 0,
};

/** The latest settings that hold on a day. */
export function settingsOn(rows: readonly DatedSettings[], day: CalendarDay): FacilitySettings {
  const latest = rows
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<DatedSettings | null>(
      (best, row) => (best === null || row.validFrom > best.validFrom ? row : best),
      null,
    );
  if (!latest) return usualSettings;
  const { validFrom: _validFrom, ...settings } = latest;
  return settings;
}
