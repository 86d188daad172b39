import { formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { hoursText } from "#app/ui/week-text.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong and how to mend it, with days and hours in the reader's words. */
export function problemText({ code, values = {} }: AskProblem, t: Translate, language: Language): string {
  const day = (name: string): string =>
    name in values ? capital(formatWeekday(Number(values[name]), language)) : "";
  const hours = (name: string): string =>
    hoursText({ start: Number(values[`${name}Start`]), end: Number(values[`${name}End`]) }, t, language);
  return t(`families:ask.problem.${code}`, {
    ...values,
    day: day("weekday"),
    firstDay: day("firstWeekday"),
    first: hours("first"),
    secondDay: day("secondWeekday"),
    second: hours("second"),
  });
}
