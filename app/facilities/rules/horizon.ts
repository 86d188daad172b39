import { type CalendarDay, addDays, daysBetween } from "#app/calendar/rules/day.ts";
import { maxCycleWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import type { Holding } from "./holdings.ts";

const longestCycle = 7 * maxCycleWeeks;
/** A place is promised for two years at most without looking again; a contract that says its end, for six. */
const [farthestOpen, farthest] = [730, 2192];

/** Days after which a holding is no longer what it was. */
function changesOf({ startOn, endOn, pattern }: Holding): CalendarDay[] {
  const rota = pattern.rota?.at(-1)?.monday;
  return [startOn, ...(endOn === null ? [] : [endOn]), ...(rota ? [addDays(rota, 7)] : [])];
}

/**
 * The last day worth looking at for a contract: its end or, when it has none, the last change of the licence or of
 * what is held, and the longest cycle after it.
 */
export function horizonOf(
  asked: Holding,
  bands: readonly { validFrom: CalendarDay; validTo: CalendarDay | null }[],
  holdings: readonly Holding[],
): CalendarDay {
  const { startOn, endOn } = asked;
  if (endOn !== null) return daysBetween(startOn, endOn) > farthest ? addDays(startOn, farthest) : endOn;
  const changes = [
    ...bands.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [validTo])]),
    ...[asked, ...holdings].flatMap(changesOf),
  ];
  const last = addDays(
    changes.reduce((latest, day) => (day > latest ? day : latest), startOn),
    longestCycle,
  );
  const limit = addDays(startOn, farthestOpen);
  return last < limit ? last : limit;
}
