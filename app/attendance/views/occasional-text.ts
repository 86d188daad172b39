import { formatInstant, formatMinute, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { Stretch } from "../rules/occasional-day.ts";

export const minutesText = ({ start, end }: Stretch, language: Language): { start: string; end: string } => ({
  start: formatMinute(start, language),
  end: formatMinute(end, language),
});

export const timesText = (
  { start, end }: { start: Date; end: Date },
  language: Language,
): { start: string; end: string } => ({
  start: formatTime(start, language),
  end: formatTime(end, language),
});

/** "8 h 00 – 12 h 00, 14 h 00 – 18 h 00" */
export function stretchesText(stretches: readonly Stretch[], t: Translate, language: Language): string {
  return stretches.map((each) => t("calendar:hours", minutesText(each, language))).join(", ");
}

/** A word of the kind "ouvert jusqu'à mardi 3 mars 2027 à 20 h 00". */
export const momentText = (moment: Date, language: Language): { moment: string } => ({
  moment: formatInstant(moment, language),
});
