import { formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { weekName } from "#app/ui/week-text.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type TypedHours, mondayOfWeek } from "../../rules/ask-form-hours.ts";
import { mondaysOf } from "../../rules/ask-form-weeks.ts";

/** How a week is called: "Semaine 3", and when it falls: "du 30 novembre 2026, puis du 11 janvier 2027". */
export type WeekNames = (week: number) => { name: string; falls: string | null };

export function useWeekNames(hours: TypedHours, from: CalendarDay): WeekNames {
  const { t, language } = useWords();
  return (week) => {
    const monday = mondayOfWeek(hours, week);
    const name = weekName({ week, monday }, hours.weeks, t, language);
    if (monday) return { name, falls: null };
    const [first, next] = mondaysOf(hours, week, from).map((day) => formatDate(day, language));
    return { name, falls: t("families:ask.hours.weekFalls", { first, next }) };
  };
}
