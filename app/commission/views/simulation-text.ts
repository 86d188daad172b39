import { formatLength } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/translator.ts";

/** Half-hours a week, as whole hours: enough to compare two grids. */
export function wholeHours(halfHours: number, language: Language): string {
  return formatLength(Math.round(halfHours / 2) * 60, language);
}
