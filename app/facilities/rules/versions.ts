// What holds from a day on is stated once: what has begun stays as it was, what has not may be stated anew.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";

/** `field` of the form that is to be mended, and the words that say how. */
export type Refused = { ok: false; field: string; error: `facilities:settings.error.${string}` };

/** Null when something may be stated from a day on. */
export function refuseFrom(
  known: readonly { validFrom: CalendarDay }[],
  from: CalendarDay,
  today: CalendarDay,
): Refused | null {
  const refuse = (why: "past" | "alreadyInForce"): Refused => ({
    ok: false,
    field: "validFrom",
    error: `facilities:settings.error.${why}`,
  });
  if (from < today) return refuse("past");
  if (from === today && known.some(({ validFrom }) => validFrom === today)) return refuse("alreadyInForce");
  return null;
}

export type Version<Row> = { from: CalendarDay; to: CalendarDay | null; rows: Row[] };

/** Rows that hold together, in order of days; what ended before `since` is left out, and days without any row. */
export function versionsOf<Row extends { validFrom: CalendarDay; validTo: CalendarDay | null }>(
  rows: readonly Row[],
  since: CalendarDay,
): Version<Row>[] {
  const starts = [
    ...new Set(
      rows.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])]),
    ),
  ].sort();
  return starts
    .map((from, index): Version<Row> => {
      const next = starts[index + 1];
      return {
        from,
        to: next ? addDays(next, -1) : null,
        rows: rows.filter(
          ({ validFrom, validTo }) => validFrom <= from && (validTo === null || from <= validTo),
        ),
      };
    })
    .filter((version) => version.rows.length > 0 && (version.to === null || version.to >= since));
}
