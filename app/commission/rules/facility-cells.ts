// The cells of a facility, and what it may hold in each: half-hours that nobody asks for or holds differently are one
// cell, weeks A and B are one where nobody alternates, and a limit that cannot be reached is left out.
import type { InstanceCell, InstanceResource } from "#app/allocation/rules/instance.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { weeklyLimit } from "#app/facilities/rules/limits.ts";
import type { LimitParameters } from "#app/facilities/rules/limit-parameters.ts";
import { type Supply, type Period, staffCap, supplyOf } from "./facility-supply.ts";
import { type HalfHours, halfHoursOfDay, halfHoursOfWeek } from "./half-hours.ts";
import type { TownFacility } from "./meeting-town.ts";
import { touches } from "./facility-periods.ts";

/** Hours at the facility, held or asked for, in the section of each period. */
export type Presence = {
  mask: HalfHours;
  from: CalendarDay;
  to: CalendarDay | null;
  /** Of each period, at the place of the period. */
  sections: (string | null)[];
  staffUnits: number;
};
/** `candidate`: several presences of one candidate count once. */
export type AskedPresence = Presence & { candidate: string };

type Run = { weekday: number; first: number; last: number };
type Cell = Run & { week: 0 | 1 | null; period: number; index: number };

export type FacilityCells = {
  cells: InstanceCell[];
  resources: InstanceResource[];
  /** The indexes of the cells of some hours, ascending. */
  cellsOf: (presence: Pick<Presence, "mask" | "from" | "to">) => number[];
};

const clock = (halfHour: number): string =>
  `${String(Math.floor(halfHour / 2)).padStart(2, "0")}:${halfHour % 2 ? "30" : "00"}`;

const holds = (mask: HalfHours, halfHour: number, week: 0 | 1 | null): boolean =>
  week === null
    ? mask[halfHour] === 1 || mask[halfHour + halfHoursOfWeek] === 1
    : mask[halfHour + week * halfHoursOfWeek] === 1;

/** Half-hours at which something begins to differ from the one before. */
function boundaries(presences: readonly Presence[], supplies: readonly Supply[]): Uint8Array {
  const cut = new Uint8Array(halfHoursOfWeek);
  const compare = (week: ArrayLike<number>, offset = 0): void => {
    for (let at = 1; at < halfHoursOfWeek; at += 1)
      if (week[offset + at] !== week[offset + at - 1]) cut[at] = 1;
  };
  for (const { mask } of presences) {
    compare(mask);
    compare(mask, halfHoursOfWeek);
  }
  for (const { sections, total, hardTotal, staff, long } of supplies)
    for (const week of [...sections.values(), total, hardTotal, staff, long]) compare(week);
  return cut;
}

/** Runs of half-hours, within a day, that some presence asks for. */
function runsOf(asked: readonly Presence[], cut: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < halfHoursOfWeek; at += 1) {
    if (!asked.some(({ mask }) => holds(mask, at, null))) continue;
    const last = runs.at(-1);
    const weekday = Math.floor(at / halfHoursOfDay) + 1;
    if (last && last.last === at && last.weekday === weekday && cut[at] === 0) last.last += 1;
    else runs.push({ weekday, first: at, last: at + 1 });
  }
  return runs;
}

/** Whether somebody's weeks A and B differ on a run. */
const alternates = (presences: readonly Presence[], { first }: Run): boolean =>
  presences.some(({ mask }) => mask[first] !== mask[first + halfHoursOfWeek]);

/** Cells and resources of one facility; the indexes of its cells begin at `firstIndex`. */
export function cellsOfFacility(
  facility: TownFacility,
  {
    periods,
    seats,
    asked,
    surnombreMax,
    parameters,
    firstIndex,
  }: {
    periods: readonly Period[];
    seats: readonly Presence[];
    asked: readonly AskedPresence[];
    surnombreMax: number;
    parameters: LimitParameters;
    firstIndex: number;
  },
): FacilityCells {
  const supplies = periods.map((period) => supplyOf(facility, period, parameters));
  const everybody = [...seats, ...asked];
  const cut = boundaries(everybody, supplies);
  const placed: Cell[] = [];
  for (const [period, days] of periods.entries()) {
    const now = asked.filter((presence) => touches(days, presence));
    for (const run of runsOf(now, cut))
      for (const week of alternates(everybody, run) ? ([0, 1] as const) : [null])
        placed.push({ ...run, week, period, index: firstIndex + placed.length });
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
  if (surnombreMax > 0 && supplies.some(({ total, hardTotal }) => total.some((n, at) => n < hardTotal[at]!)))
    resources.push(...weekLimits(facility, { periods, supplies, placed, seats, parameters }));
  const byPeriod = periods.map((_, period) => placed.filter((cell) => cell.period === period));
  return {
    cells: placed.map(({ weekday, first, last, week, period }) => {
      const letter = week === null ? "" : week === 0 ? "-A" : "-B";
      const start = first % halfHoursOfDay;
      return {
        id: `${periods[period]!.id}/${weekday}-${clock(start).replace(":", "")}${letter}`,
        weekday,
        from: clock(start),
        to: clock(start + last - first),
        halfHours: last - first,
        week: week === null ? null : week === 0 ? "A" : "B",
        period: periods[period]!.id,
      };
    }),
    resources,
    cellsOf: (presence) =>
      periods.flatMap((period, at) =>
        touches(period, presence)
          ? byPeriod[at]!.filter(({ first, week }) => holds(presence.mask, first, week)).map(
              ({ index }) => index,
            )
          : [],
      ),
  };
}

type Around = {
  period: Period;
  supply: Supply;
  seats: readonly Presence[];
  asked: readonly AskedPresence[];
  parameters: LimitParameters;
};

/** The total of a cell, and those of its other limits that might be reached. */
function limitsOf(
  facility: TownFacility,
  { first, week, period: at, index }: Cell,
  { period, supply, seats, asked, parameters }: Around,
): InstanceResource[] {
  const here = <P extends Presence>(presence: P): boolean =>
    holds(presence.mask, first, week) && touches(period, presence);
  const held = seats.filter(here);
  const wanted = [...new Map(asked.filter(here).map((presence) => [presence.candidate, presence])).values()];
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
      ...limit(supply.total[first]!, supply.hardTotal[first]!, held.length),
    },
  ];
  for (const { id } of facility.sections) {
    const ofSection = ({ sections }: Presence): boolean => sections[at] === id;
    const [taken, more] = [held.filter(ofSection).length, wanted.filter(ofSection).length];
    const caps = limit(supply.sections.get(id)![first]!, supply.hardSections.get(id)![first]!, taken);
    if (more > 0 && taken + more > caps.cap)
      limits.push({ id: name(id), ...common, kind: "section", section: id, ...caps });
  }
  const staff = supply.staff[first]!;
  if (staff >= 0) {
    const units = (all: readonly Presence[]): number =>
      all.reduce((sum, { staffUnits }) => sum + staffUnits, 0);
    const worth = staffCap(facility, parameters, { staff, long: supply.long[first] === 1 });
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
      const id = `${period.id}/hours/${letter}`;
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
