// Some places are kept free all week: without them nothing could be offered, and nobody would believe in a list.
import type { Build } from "./build.ts";
import { longHoursNursery, nurseries, roundTheClockNursery } from "./nurseries.ts";
import { everyWeek, slots } from "./work-hours.ts";

const withRoom = ["creche-02", "creche-09", "creche-12", "creche-16", longHoursNursery, roundTheClockNursery];
const kept = 2;

/** Holds them before any child is placed, in no contract. */
export function keepPlacesFree({ hold }: Build): void {
  for (const { sections, opening } of nurseries.filter(({ id }) => withRoom.includes(id))) {
    const pattern = everyWeek(...opening.map(({ weekday, start, end }) => slots(0, [weekday], start, end)));
    for (const section of sections.slice(0, 2))
      for (let place = 0; place < kept; place++) hold(section, pattern);
  }
}
