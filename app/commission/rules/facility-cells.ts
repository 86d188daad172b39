// The cells of a facility, and what it may hold in each: stretches of a day (facility-runs.ts), weeks A and B as one
// where nobody alternates; a limit that cannot be reached is left out.
import type { InstanceCell, InstanceResource } from "#app/allocation/rules/instance.ts";
import { weeklyLimit } from "#app/facilities/rules/limits.ts";
import type { LimitParameters } from "#app/facilities/rules/limit-parameters.ts";
import { type Supply, type Period, staffCap, supplyOf } from "./facility-supply.ts";
import { type Presence, type Run, alternates, holds, runsOf } from "./facility-runs.ts";
import { halfHoursOfDay, halfHoursOfWeek } from "./half-hours.ts";
import type { TownFacility } from "./meeting-town.ts";
import { touches } from "./facility-periods.ts";

type Cell = Run & { week: 0 | 1 | null; period: number; index: number };

/** The cells of a meeting: those that facilities have in common are one. */
export class MeetingCells {
  readonly cells: InstanceCell[] = [];
  private readonly known = new Map<string, number>();
  index(run: Run, week: 0 | 1 | null, period: Period): number {
    const letter = week === null ? "" : week === 0 ? "-A" : "-B";
    const start = run.first % halfHoursOfDay;
    const end = start + run.last - run.first;
    const id = `${period.id}/${run.weekday}-${clock(start)}-${clock(end)}${letter}`;
    const before = this.known.get(id);
    if (before !== undefined) return before;
    this.known.set(id, this.cells.length);
    this.cells.push({
      id,
      weekday: run.weekday,
      from: clock(start),
      to: clock(end),
      halfHours: run.last - run.first,
      week: week === null ? null : week === 0 ? "A" : "B",
      period: period.id,
    });
    return this.cells.length - 1;
  }
}

export type FacilityCells = {
  resources: InstanceResource[];
  /** The indexes of the cells of some hours, ascending. */
  cellsOf: (presence: Pick<Presence, "mask" | "from" | "to">) => number[];
};

const clock = (halfHour: number): string =>
  `${String(Math.floor(halfHour / 2)).padStart(2, "0")}:${halfHour % 2 ? "30" : "00"}`;

/** Cells and resources of one facility. */
export function cellsOfFacility(
  facility: TownFacility,
  {
    periods,
    seats,
    asked,
    surnombreMax,
    parameters,
    all,
  }: {
    periods: readonly Period[];
    seats: readonly Presence[];
    asked: readonly Presence[];
    surnombreMax: number;
    parameters: LimitParameters;
    all: MeetingCells;
  },
): FacilityCells {
  const supplies = periods.map((period) => supplyOf(facility, period, parameters));
  const everybody = [...seats, ...asked];
  const counted =
    surnombreMax > 0 && supplies.some(({ total, hardTotal }) => total.some((n, at) => n < hardTotal[at]!));
  const placed: Cell[] = [];
  for (const [period, days] of periods.entries()) {
    const now = (presence: Presence): boolean => touches(days, presence);
    const present = everybody.filter(now);
    for (const run of runsOf(asked.filter(now), present, supplies[period]!, !counted))
      for (const week of alternates(present, run) ? ([0, 1] as const) : [null])
        placed.push({ ...run, week, period, index: all.index(run, week, days) });
  }
  const resources = placed.flatMap((cell) =>
    limitsOf(facility, cell, {
      period: periods[cell.period]!,
      supply: supplies[cell.period]!,
      seats,
      asked,
      parameters,
    }),
  );
  if (counted) resources.push(...weekLimits(facility, { periods, supplies, placed, seats, parameters }));
  const byPeriod = periods.map((_, period) => placed.filter((cell) => cell.period === period));
  return {
    resources,
    cellsOf: ({ mask, from, to }) => {
      const used: number[] = [];
      for (const [at, period] of periods.entries()) {
        if (!touches(period, { from, to })) continue;
        for (const cell of byPeriod[at]!) if (holds(mask, cell.at, cell.week)) used.push(cell.index);
      }
      return used.sort((a, b) => a - b);
    },
  };
}

type Around = {
  period: Period;
  supply: Supply;
  seats: readonly Presence[];
  asked: readonly Presence[];
  parameters: LimitParameters;
};

/** The total of a cell, and those of its other limits that might be reached. */
function limitsOf(
  facility: TownFacility,
  { at: fullest, week, period: at, index }: Cell,
  { period, supply, seats, asked, parameters }: Around,
): InstanceResource[] {
  const here = <P extends Presence>(presence: P): boolean =>
    holds(presence.mask, fullest, week) && touches(period, presence);
  const held = seats.filter(here);
  const wanted = asked.filter(here);
  const limit = (places: number, hard: number, taken: number): { cap: number; hardCap: number } => {
    const cap = Math.max(places, taken);
    return { cap, hardCap: Math.max(cap, hard) };
  };
  const name = (kind: string): string => `${facility.id}/${kind}/${index}`;
  const common = { facility: facility.id, cell: index };
  const limits: InstanceResource[] = [
    {
      id: name("total"),
      ...common,
      kind: "total",
      ...limit(supply.total[fullest]!, supply.hardTotal[fullest]!, held.length),
    },
  ];
  for (const { id, name: label } of facility.sections) {
    // One section alone has the places of the whole.
    if (facility.sections.length === 1) break;
    const ofSection = ({ sections }: Presence): boolean => sections[at] === id;
    const [taken, more] = [held.filter(ofSection).length, wanted.filter(ofSection).length];
    // The instance says one section a period of each child: a place held in another one is no longer there.
    const elsewhere = held.filter(({ also }) => also?.includes(id)).length;
    const [places, hard] = [supply.sections, supply.hardSections].map((each) => each.get(id)![fullest]!);
    const caps = limit(places! - elsewhere, hard! - elsewhere, taken);
    if (more > 0 && taken + more > caps.cap)
      limits.push({ id: name(label), ...common, kind: "section", section: label, ...caps });
  }
  const staff = supply.staff[fullest]!;
  if (staff >= 0) {
    const units = (all: readonly Presence[]): number =>
      all.reduce((sum, { staffUnits }) => sum + staffUnits, 0);
    const worth = staffCap(facility, parameters, { staff, long: supply.long[fullest] === 1 });
    const caps = limit(worth, worth, units(held));
    if (units(held) + units(wanted) > caps.cap)
      limits.push({ id: name("staff"), ...common, kind: "staff", ...caps });
  }
  return limits;
}

/** R2324-27: the hours of the week stay within the licence, even when a moment passes it. */
function weekLimits(
  facility: TownFacility,
  {
    periods,
    supplies,
    placed,
    seats,
    parameters,
  }: {
    periods: readonly Period[];
    supplies: readonly Supply[];
    placed: readonly Cell[];
    seats: readonly Presence[];
    parameters: LimitParameters;
  },
): InstanceResource[] {
  return periods.flatMap((period, at) =>
    ([0, 1] as const).map((week): InstanceResource => {
      const now = seats.filter((seat) => touches(period, seat));
      const all = now.reduce(
        (sum, { mask }) =>
          sum +
          mask
            .subarray(week * halfHoursOfWeek, (week + 1) * halfHoursOfWeek)
            .reduce((held, one) => held + one, 0),
        0,
      );
      const within = placed
        .filter((cell) => cell.period === at && (cell.week === null || cell.week === week))
        .reduce(
          (sum, { first, last, week: own }) =>
            sum + (last - first) * now.filter(({ mask }) => holds(mask, first, own)).length,
          0,
        );
      const licensed = supplies[at]!.total.reduce((sum, places) => sum + places, 0);
      const cap = Math.max(weeklyLimit(licensed, parameters.overCapacity) - (all - within), within);
      const letter = week === 0 ? "A" : "B";
      const id = `${facility.id}/hours/${period.id}/${letter}`;
      return {
        id,
        facility: facility.id,
        kind: "weekHours",
        week: letter,
        period: period.id,
        cap,
        hardCap: cap,
      };
    }),
  );
}
