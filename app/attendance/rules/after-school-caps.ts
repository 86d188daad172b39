// What the Caf counts of a Wednesday after school: at most so many hours a day with a meal, or a half-day. The
// parameter is "after-school-counting"; regulation 3.
import { weekdayOf } from "#app/calendar/rules/day.ts";
import { type QuarterHours, type Span, quarterMinutes, spanAt } from "#app/calendar/rules/quarter-hours.ts";
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

/** The bands that one child used on a day with limits, as they are counted; in order. */
function cappedDay(spans: readonly Span[], meal: Span, { capped }: AfterSchoolCounting): Span[] {
  const { start: from, end: to } = meal;
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

/** The day of the clock on which an instant falls; -1 before the first. */
function dayIndexAt({ start, midnights }: QuarterHours, instant: number): number {
  const quarter = (instant - start) / (quarterMinutes * minuteMs);
  let index = Math.floor(quarter / 96);
  // A clock change moves midnights by four quarters: the guess is never far.
  while (index > 0 && midnights[index]! > quarter) index--;
  while (index + 1 < midnights.length && midnights[index + 1]! <= quarter) index++;
  return index;
}

/** The bands used by each child, as they are counted: days without a limit pass as they are. */
export function cappedSpans(
  clock: QuarterHours,
  used: readonly (Span & { childId: string })[],
  counting: AfterSchoolCounting,
): Span[] {
  const { weekdays } = counting.capped;
  const firstWeekday = weekdayOf(clock.from) - 1;
  const counted: Span[] = [];
  const limited = new Map<string, { index: number; spans: Span[] }>();
  for (const span of used) {
    const index = dayIndexAt(clock, span.start);
    if (!weekdays.includes(((((firstWeekday + index) % 7) + 7) % 7) + 1)) {
      counted.push(span);
      continue;
    }
    const key = `${span.childId} ${index}`;
    const known = limited.get(key);
    if (known) known.spans.push(span);
    else limited.set(key, { index, spans: [span] });
  }
  const mealOf = new Map<number, Span>();
  for (const { index, spans } of limited.values()) {
    const meal = mealOf.get(index) ?? spanAt(clock, index, counting.capped.meal);
    mealOf.set(index, meal);
    spans.sort((one, other) => one.start - other.start);
    counted.push(...cappedDay(spans, meal, counting));
  }
  return counted;
}
