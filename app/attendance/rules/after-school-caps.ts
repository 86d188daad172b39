// What the Caf counts of a Wednesday after school: at most so many hours a day with a meal, or a half-day. The
// parameter is "after-school-counting"; regulation 3.
import { type CalendarDay, weekdayOf } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import type { Span } from "#app/calendar/rules/quarter-hours.ts";
import { z } from "#app/zod.ts";

const minute = z.number().int().min(0).max(1440);

export const afterSchoolCounting = z.object({
  capped: z.object({
    weekdays: z.array(z.number().int().min(1).max(7)),
    dayWithMealMinutes: z.number().int().min(1),
    halfDayMinutes: z.number().int().min(1),
    /** A child there all along these minutes of the day has the meal, and its day is one whole. */
    meal: z.object({ start: minute, end: minute }),
  }),
});
export type AfterSchoolCounting = z.output<typeof afterSchoolCounting>;

const minuteMs = 60_000;

/** The first minutes of spans in order, up to a length. */
function upTo(spans: readonly Span[], minutes: number): Span[] {
  let left = minutes * minuteMs;
  return spans.flatMap(({ start, end }) => {
    const length = Math.min(end - start, left);
    left -= length;
    return length > 0 ? [{ start, end: start + length }] : [];
  });
}

/** The bands that one child used on one day, as they are counted; in order. */
export function cappedDay(day: CalendarDay, spans: readonly Span[], { capped }: AfterSchoolCounting): Span[] {
  if (!capped.weekdays.includes(weekdayOf(day))) return [...spans];
  const [from, to] = [capped.meal.start, capped.meal.end].map((at) => instantAt(day, at).getTime()) as [
    number,
    number,
  ];
  const atMeal = spans.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
  if (atMeal >= to - from) return upTo(spans, capped.dayWithMealMinutes);
  const noon = from;
  const morning = spans.flatMap(({ start, end }) =>
    start < noon ? [{ start, end: Math.min(end, noon) }] : [],
  );
  const afternoon = spans.flatMap(({ start, end }) =>
    end > noon ? [{ start: Math.max(start, noon), end }] : [],
  );
  return [...upTo(morning, capped.halfDayMinutes), ...upTo(afternoon, capped.halfDayMinutes)];
}

/** The bands used by each child, as they are counted: days without a limit pass as they are. */
export function cappedSpans(
  used: readonly (Span & { childId: string })[],
  counting: AfterSchoolCounting,
): Span[] {
  const counted: Span[] = [];
  const limited = new Map<string, { day: CalendarDay; spans: Span[] }>();
  for (const { childId, start, end } of used) {
    const day = dayOf(new Date(start));
    if (!counting.capped.weekdays.includes(weekdayOf(day))) counted.push({ start, end });
    else {
      const key = `${childId} ${day}`;
      const known = limited.get(key) ?? { day, spans: [] };
      known.spans.push({ start, end });
      limited.set(key, known);
    }
  }
  for (const { day, spans } of limited.values()) {
    spans.sort((one, other) => one.start - other.start);
    counted.push(...cappedDay(day, spans, counting));
  }
  return counted;
}
