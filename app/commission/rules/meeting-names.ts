// What the ids of an instance are called, as families read them.
import type { Instance } from "#app/allocation/rules/instance.ts";
import { usualEnd } from "#app/allocation/rules/usual-end.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Grid } from "./grid.ts";
import { classCodes, reserveCode } from "./meeting-quotas.ts";
import type { AllocationNameTable } from "./meeting-view.ts";

type Window = { startFrom: CalendarDay; startTo: CalendarDay };

/** The days of each period: its id begins with its first month, and ends with its group of facilities. */
export function periodDays(
  { cells }: Pick<Instance, "cells">,
  { startFrom, startTo }: Window,
): AllocationNameTable["periods"] {
  const ids = [...new Set(cells.flatMap(({ period }) => period ?? []))].sort();
  const first = (id: string): CalendarDay =>
    startFrom.startsWith(id.slice(0, 7)) ? startFrom : (`${id.slice(0, 7)}-01` as CalendarDay);
  const group = (id: string): string => id.slice(7);
  return Object.fromEntries(
    ids.map((id) => {
      const next = ids.find((other) => group(other) === group(id) && other > id);
      return [id, { from: first(id), to: next ? addDays(first(next), -1) : usualEnd(startTo) }];
    }),
  );
}

export function namesOf(
  window: Window,
  grid: Pick<Grid, "reserves" | "maxShares">,
  facilities: readonly { id: string; name: string }[],
  instance: Pick<Instance, "cells" | "rules" | "facilities">,
): AllocationNameTable {
  const codes = classCodes(grid);
  const reserves = instance.rules.reserves.map(({ id }) => {
    const code = id.slice(0, id.indexOf("/"));
    return [id, grid.reserves.find((_, at) => reserveCode(at) === code)!.words] as const;
  });
  const labels = instance.facilities.flatMap(({ sections }) => sections.map((name) => [name, name] as const));
  return {
    facilities: Object.fromEntries(facilities.map(({ id, name }) => [id, name])),
    sections: Object.fromEntries(labels),
    periods: periodDays(instance, window),
    reserves: Object.fromEntries(reserves),
    classes: Object.fromEntries(grid.maxShares.map((share) => [codes.get(share.class)!, share.words])),
  };
}
