import type { Translate } from "#app/i18n/translator.ts";
import type { DayOff } from "../rules/days-off.ts";

/** "Jour férié : Noël" */
export function dayOffText(off: DayOff, t: Translate): string {
  const label = off.reason === "publicHoliday" ? t(`calendar:publicHoliday.${off.code}`) : off.label;
  return t(`calendar:off.${off.reason}`, { label });
}
