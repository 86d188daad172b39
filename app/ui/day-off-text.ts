import type { Translate } from "#app/i18n/translator.ts";

/** A day on which a facility takes nobody: a public holiday by its code, anything else as it was written. */
type DayOff =
  | { reason: "publicHoliday"; code: string }
  | { reason: "localHoliday" | "closure" | "schoolHoliday"; label: string };

/** "Jour férié : Noël" */
export function dayOffText(off: DayOff, t: Translate): string {
  const label = off.reason === "publicHoliday" ? t(`calendar:publicHoliday.${off.code}`) : off.label;
  return t(`calendar:off.${off.reason}`, { label });
}
