// A moment of the week in a sentence: "mardi après-midi", "mardi de 13 h 30 à 15 h 30".
import { formatMinute, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { conjunction } from "./holders-text.ts";

export type MomentTold = {
  weekday: number;
  /** Minutes from the midnight that opens the day; an end past 1440 falls the next day. */
  start: number;
  end: number;
  week: "A" | "B" | null;
  periods: string[];
};

/** Hours that everybody calls by that name: anything else is said by its hours. */
const parts = [
  { name: "morning", start: [360, 600], end: [690, 780] },
  { name: "afternoon", start: [720, 840], end: [1020, 1140] },
  { name: "evening", start: [1080, 1200], end: [1260, 1440] },
  { name: "night", start: [1170, 1380], end: [1680, 1890] },
] as const;

function partOfDay({ start, end }: Pick<MomentTold, "start" | "end">): (typeof parts)[number]["name"] | null {
  const within = (value: number, [least, most]: readonly [number, number]): boolean =>
    value >= least && value <= most;
  return parts.find((part) => within(start, part.start) && within(end, part.end))?.name ?? null;
}

function ofDay(moment: MomentTold, t: Translate, language: Language): string {
  const { weekday, start, end } = moment;
  const [day, next] = [formatWeekday(weekday, language), formatWeekday((weekday % 7) + 1, language)];
  const named = partOfDay(moment);
  if (named) return t(`allocation:explanation.moment.${named}`, { day, next });
  const hours = { day, from: formatMinute(start, language), to: formatMinute(end, language) };
  return t(
    end > 1440 ? "allocation:explanation.moment.overnight" : "allocation:explanation.moment.hours",
    hours,
  );
}

/** The moment, then its week and its periods where it does not hold all along. */
export function momentText(
  moment: MomentTold,
  periodName: (id: string) => string,
  t: Translate,
  language: Language,
): string {
  const { week, periods } = moment;
  const day = ofDay(moment, t, language);
  const inWeek = week ? t("allocation:explanation.moment.inWeek", { moment: day, week }) : day;
  if (periods.length === 0) return inWeek;
  return t("allocation:explanation.moment.inPeriods", {
    moment: inWeek,
    periods: conjunction(periods.map(periodName), language),
  });
}
