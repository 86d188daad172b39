// What families receive when a facility closes, or will be open after all.
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { Closure } from "../rules/days-off.ts";

export type ClosureNews = "added" | "removed";

/** @param about.children first names of those whose stays it concerns */
export function writeClosure(
  news: ClosureNews,
  { t, language, firstName }: { t: Translate; language: Language; firstName: string },
  closure: Closure,
  about: { facility: string; children: string[]; calendar: string },
): { subject: string; text: string } {
  const { fromDay, toDay, label } = closure;
  const days =
    fromDay === toDay
      ? formatDay(fromDay, language)
      : t("calendar:fromTo", { from: formatDay(fromDay, language), to: formatDay(toDay, language) });
  const children = new Intl.ListFormat(language, { type: "conjunction" }).format(about.children);
  const values = { ...about, firstName, days, label, children };
  return {
    subject: t(`attendance:closures.letter.${news}.subject`, values),
    text: t(`attendance:closures.letter.${news}.text`, values),
  };
}
