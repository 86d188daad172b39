// The whole answer of a commission to a request, line by line.
import { formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import {
  type AllocationNames,
  type ExplanationTold,
  explanationDetails,
  explanationText,
} from "./explanation-text.ts";
import { conjunction } from "./holders-text.ts";

/** Shaped as a `RequestExplanation` of allocation/rules. */
export type CommissionAnswerTold = {
  request: string;
  held: { option: number; kind: "wish" | "partial" | "current"; facilities: string[] } | null;
  refused: ExplanationTold[];
};

/** Shaped as a `WaitingRank` of allocation/rules. */
export type WaitingRankTold = { facility: string; section: string; rank: number; of: number };

const itself = (id: string): string => id;
const key = (path: string): string => `allocation:explanation.${path}`;

/** "Demande R1 : pas de place cette fois." */
export function outcomeText(
  { request, held }: Pick<CommissionAnswerTold, "request" | "held">,
  { facility = itself }: AllocationNames,
  t: Translate,
  language: Language,
): string {
  if (!held) return t(key("outcome.none"), { request });
  const values = {
    request,
    number: held.option + 1,
    facility: conjunction(held.facilities.map(facility), language),
  };
  return t(key(held.kind === "current" ? "outcome.kept" : "outcome.placed"), values);
}

/** "Choix 2 : La Grande Ourse, mardi et jeudi" */
export function optionText(
  { option, facilities, weekdays }: ExplanationTold,
  { facility = itself }: AllocationNames,
  t: Translate,
  language: Language,
): string {
  const days = weekdays.map((day) => formatWeekday(day, language));
  return t(key("outcome.option"), {
    number: option + 1,
    facility: conjunction(facilities.map(facility), language),
    days: conjunction(days, language),
  });
}

/** "Votre rang sur la liste d'attente de X, section moyens : 3 sur 12." */
export function waitingText(
  { facility, section, rank, of }: WaitingRankTold,
  names: AllocationNames,
  t: Translate,
): string {
  return t(key("waiting.rank"), {
    facility: (names.facility ?? itself)(facility),
    section: (names.section ?? itself)(section),
    rank,
    of,
  });
}

/** What was decided, then why for each option refused, then the ranks on the waiting lists. */
export function commissionAnswerLines(
  answer: CommissionAnswerTold,
  ranks: readonly WaitingRankTold[],
  names: AllocationNames,
  t: Translate,
  language: Language,
): string[] {
  const why = answer.refused.flatMap((refused) => [
    "",
    optionText(refused, names, t, language),
    explanationText(refused, names, t, language),
    ...explanationDetails(refused, names, t, language),
  ]);
  const waiting = ranks.map((rank) => waitingText(rank, names, t));
  return [outcomeText(answer, names, t, language), ...why, ...(waiting.length > 0 ? ["", ...waiting] : [])];
}
