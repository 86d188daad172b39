import type { Language, Translate } from "#app/i18n/translator.ts";
import type { FewerDays } from "../rules/fewer-days.ts";
import type { AskedTogether } from "../rules/siblings.ts";

/** Whether fewer days would do, in words. */
export function fewerDaysText({ minDays, fewerDaysFirst }: FewerDays, t: Translate): string {
  if (minDays === null) return t("requests:asked.fewerDays.none");
  return t(`requests:asked.fewerDays.${fewerDaysFirst ? "first" : "last"}`, { count: minDays });
}

/** Whether brothers and sisters must be together, in words; agents read the references of their requests too. */
export function togetherText(
  { rule, siblings }: AskedTogether,
  t: Translate,
  language: Language,
  withReferences = false,
): string {
  const names = siblings.map(({ firstName, reference }) => {
    const name = firstName || t("requests:asked.together.unborn");
    return withReferences ? t("requests:asked.together.referenced", { name, reference }) : name;
  });
  return t(`requests:asked.together.${rule}`, { names: new Intl.ListFormat(language).format(names) });
}
