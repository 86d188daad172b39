// Days when a facility is closed besides public holidays; both bounds included.
import { type CalendarDay, addDays, mondayOf } from "#app/calendar/rules/day.ts";
import type { Agenda } from "./agenda.ts";
import type { DemoFacility } from "./facility.ts";
import { longHoursNursery, nurseries, roundTheClockNursery } from "./nurseries.ts";
import { random } from "./random.ts";
import type { Rows } from "./rows.ts";

type Closure = { fromDay: CalendarDay; toDay: CalendarDay; label: string };

/** Open when the others are not: that is what they are for. */
const neverLong = [longHoursNursery, roundTheClockNursery];

function yearEnds(today: CalendarDay): Closure[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year].map((each) => ({
    fromDay: `${each}-12-24` as CalendarDay,
    toDay: `${each + 1}-01-01` as CalendarDay,
    label: "Fermeture de fin d’année",
  }));
}

/** From a Monday on, to a Sunday. */
function summers(today: CalendarDay, from: string, weeks: number): Closure[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].map((each) => {
    const fromDay = mondayOf(`${each}-${from}` as CalendarDay);
    return { fromDay, toDay: addDays(fromDay, 7 * weeks - 1), label: "Fermeture d’été" };
  });
}

function closuresOf(facility: DemoFacility, { today, afterWorkingDays }: Agenda, seed: number): Closure[] {
  const rng = random(seed, "closures", facility.id);
  const trainingDays = rng.chance(0.5) ? [-rng.between(10, 40)] : [];
  if (rng.chance(0.3)) trainingDays.push(rng.between(3, 9));
  const closures: Closure[] = trainingDays.map((days) => {
    const day = afterWorkingDays(today, days);
    return { fromDay: day, toDay: day, label: "Journée pédagogique" };
  });
  if (neverLong.includes(facility.id)) return closures;
  if (rng.chance(0.6)) closures.push(...yearEnds(today));
  const [from, weeks] = rng.weighted<[string, number]>([
    [["08-07", 3], 15],
    [["08-14", 2], 5],
    [["07-24", 2], 3],
  ]);
  closures.push(...summers(today, from, weeks));
  return closures;
}

export function addClosures(rows: Rows, agenda: Agenda, seed: number): void {
  for (const facility of nurseries) {
    for (const closure of closuresOf(facility, agenda, seed)) {
      rows.closure.push({
        id: `${facility.id}-closed-${closure.fromDay}`,
        facilityId: facility.id,
        ...closure,
      });
    }
  }
}
