import { formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";

type Staff = {
  planned: number | null;
  needed: number;
  short: { start: Date; end: Date; missing: number }[];
};

/** The adults of a day: "Équipe : 4 personnes (3 nécessaires)", or when too few are planned. */
export function staffText({ planned, needed, short }: Staff, t: Translate, language: Language): string {
  if (short.length > 0) {
    const hours = short.map(({ start, end }) =>
      t("calendar:hours", { start: formatTime(start, language), end: formatTime(end, language) }),
    );
    const count = Math.max(...short.map(({ missing }) => missing));
    return t("calendar:staff.short", { count, hours: hours.join(", ") });
  }
  if (planned === null) return t("calendar:staff.unknown", { count: needed });
  return t("calendar:staff.planned", { count: planned, needed });
}
