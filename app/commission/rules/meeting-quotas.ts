// Reserves and maximum shares of a grid, as places of each facility.
import type { InstanceRequest, InstanceReserve, InstanceResource } from "#app/allocation/rules/instance.ts";
import { type CalendarDay } from "#app/calendar/rules/day.ts";
import { supplyOf } from "./facility-supply.ts";
import type { Grid } from "./grid.ts";
import type { MeetingTown, TownFacility } from "./meeting-town.ts";

type Rules = Pick<Grid, "reserves" | "maxShares">;

/**
 * What an instance calls the classes that a grid has a rule about, in the order of its rules: a file that is handed
 * out says neither a handicap nor an income, and nothing of the other classes.
 */
export function classCodes({ reserves, maxShares }: Rules): Map<string, string> {
  const own = new Set([...reserves, ...maxShares].map((rule) => rule.class));
  return new Map([...own].map((name, at) => [name, `c${at + 1}`]));
}

export const codedClasses = (grid: Rules, classes: readonly string[]): string[] => {
  const codes = classCodes(grid);
  return [...new Set(classes.flatMap((name) => codes.get(name) ?? []))].sort();
};

/** What an instance calls the reserve of a place in the grid, at each facility. */
export const reserveCode = (at: number): string => `r${at + 1}`;

/** The most places that a facility is licensed for, when the meeting's care may begin. */
export function placesOf(facility: TownFacility, { startFrom, parameters }: MeetingTown): number {
  const period = { id: "", from: startFrom as CalendarDay, to: startFrom as CalendarDay };
  return Math.max(0, ...supplyOf(facility, period, parameters).total);
}

/**
 * A reserve is owed by an operator over all its facilities (CASF L214-7, D214-7): the whole number of places that it
 * comes to is shared between them by size, the largest remainder first.
 */
export function reservesOf(town: MeetingTown): InstanceReserve[] {
  const operators = new Map<string, TownFacility[]>();
  for (const facility of [...town.facilities].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const operator = facility.organisationId ?? facility.id;
    operators.set(operator, [...(operators.get(operator) ?? []), facility]);
  }
  const codes = classCodes(town.grid);
  return town.grid.reserves.flatMap(({ class: label, of, places }, rule) =>
    [...operators.values()].flatMap((facilities) => {
      const sizes = facilities.map((facility) => placesOf(facility, town));
      const all = sizes.reduce((sum, size) => sum + size, 0);
      const owed = Math.floor((all * places) / of);
      const shares = sizes.map((size) => (all === 0 ? 0 : (owed * size) / all));
      const targets = shares.map(Math.floor);
      const rest = owed - targets.reduce((sum, target) => sum + target, 0);
      const largest = shares
        .map((share, at) => ({ at, remainder: share - Math.floor(share) }))
        .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
      for (const { at } of largest.slice(0, rest)) targets[at]! += 1;
      return facilities.flatMap(({ id }, at): InstanceReserve[] =>
        targets[at]! > 0
          ? [
              {
                id: `${reserveCode(rule)}/${id}`,
                facility: id,
                class: codes.get(label)!,
                target: targets[at]!,
                unit: "places",
              },
            ]
          : [],
      );
    }),
  );
}

/** Places at most for a class (of the codes of the grid); never fewer than it already holds. */
export function maxSharesOf(town: MeetingTown, requests: readonly InstanceRequest[]): InstanceResource[] {
  const codes = classCodes(town.grid);
  return town.facilities.flatMap((facility) =>
    town.grid.maxShares.map(({ class: name, percent }): InstanceResource => {
      const label = codes.get(name)!;
      const share = Math.floor((placesOf(facility, town) * percent) / 100);
      const held = requests
        .filter(({ id, classes }) => id.startsWith("held:") && classes.includes(label))
        .filter(({ options }) => options[0]!.parts[0]!.facility === facility.id).length;
      const cap = Math.max(share, held);
      const id = `${facility.id}/share/${label}`;
      return { id, facility: facility.id, kind: "classMax", class: label, cap, hardCap: cap };
    }),
  );
}
