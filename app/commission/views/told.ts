import type { Language, Translate } from "#app/i18n/translator.ts";
import { localFacts, seenFacts } from "../rules/facts.ts";
import type { Words } from "../rules/grid.ts";

/** The words of a criterion in the reader's language; the French when the grid has no other. */
export function told({ fr, en }: Words, language: Language): string {
  return language === "en" && en !== "" ? en : fr;
}

const seen: readonly string[] = [...seenFacts, ...localFacts];

/** The name of a fact; null when nobody is asked about it, nor does the town see it. */
export function factLabel(fact: string, asked: readonly string[], t: Translate): string | null {
  if (seen.includes(fact)) return t(`commission:grid.fact.${fact}`);
  return asked.includes(fact) ? t(`requests:fact.${fact}.label`) : null;
}
