// What the page shows of a month: tables whose masked rows are already gone. Nothing after this step may know them.
import { type CountedRow, maskedKinds, mayShow } from "./disclosure.ts";
import type { DemandFact, MonthFacts, OccupancyFact } from "./facts.ts";
import {
  type HoursSplit,
  type OccupancyIndicators,
  demandMeasures,
  occupancyIndicators,
  occupancyMeasures,
  splitOf,
  sum,
} from "./indicators.ts";

/** `figures` is null when masked. */
export type Row<T> = { kind: string; figures: T | null };
export type Table<T> = { total: T | null; kinds: Row<T>[] };

function table<Fact, Figures>(
  facts: readonly (Fact & { kind: string })[],
  counted: (fact: Fact) => Omit<CountedRow, "kind">,
  total: Fact,
  figures: (fact: Fact) => Figures,
  smallestCount: number,
): Table<Figures> {
  const masked = maskedKinds(
    facts.map((fact) => ({ kind: fact.kind, ...counted(fact) })),
    smallestCount,
  );
  // The order of masked rows must not tell which is the smaller: they come last, by name.
  const hidden = [...masked].sort().map((kind) => ({ kind, figures: null }));
  const shown = facts.filter(({ kind }) => !masked.has(kind));
  return {
    total: mayShow(counted(total).counts, smallestCount) ? figures(total) : null,
    kinds: [...shown.map((fact) => ({ kind: fact.kind, figures: figures(fact) })), ...hidden],
  };
}

export function occupancyTable(
  facts: readonly OccupancyFact[],
  smallestCount: number,
): Table<OccupancyIndicators> {
  const rows = facts
    .filter(({ facilities }) => facilities > 0)
    .sort((one, other) => other.capacityMinutes - one.capacityMinutes)
    .map(({ facilityKind, ...fact }) => ({ kind: facilityKind, ...fact }));
  return table<Omit<OccupancyFact, "facilityKind">, OccupancyIndicators>(
    rows,
    ({ children, facilities }) => ({ counts: [children], alone: facilities === 1 }),
    sum(rows, occupancyMeasures),
    occupancyIndicators,
    smallestCount,
  );
}

export type OpenRequests = {
  count: number;
  /** Weekly hours asked for. */
  asked: HoursSplit | null;
};

/** Four populations, hence four tables and four masks: sent and served in the month, open at its end, late by then. */
export type DemandTables = {
  received: Table<number>;
  served: Table<number>;
  open: Table<OpenRequests>;
  late: Table<number>;
};

type Demand = Omit<DemandFact, "careKind">;

export function demandTables(facts: readonly DemandFact[], smallestCount: number): DemandTables {
  const rows = [...facts]
    .sort((one, other) => other.waiting + other.unserved - one.waiting - one.unserved)
    .map(({ careKind, ...fact }) => ({ kind: careKind, ...fact }));
  const total: Demand = sum(rows, demandMeasures);
  const of = <Figures>(
    counts: (fact: Demand) => number[],
    figures: (fact: Demand) => Figures,
  ): Table<Figures> =>
    table<Demand, Figures>(rows, (fact) => ({ counts: counts(fact) }), total, figures, smallestCount);
  return {
    received: of(
      ({ received }) => [received],
      ({ received }) => received,
    ),
    served: of(
      ({ served }) => [served],
      ({ served }) => served,
    ),
    open: of(
      ({ waiting, unserved }) => [waiting + unserved],
      ({ waiting, unserved, ordinaryMinutes, atypicalMinutes }) => ({
        count: waiting + unserved,
        asked: splitOf(ordinaryMinutes, atypicalMinutes),
      }),
    ),
    // Part of the open ones: what is left of them must reach the threshold too.
    late: of(
      ({ unserved, waiting }) => [unserved, waiting],
      ({ unserved }) => unserved,
    ),
  };
}

/** The town, month after month; null where masked or unknown. */
export type TrendPoint = {
  month: string;
  bookedRate: number | null;
  presentRate: number | null;
  received: number | null;
  served: number | null;
  open: number | null;
  late: number | null;
};

export function trendPoint({ month, occupancy, demand }: MonthFacts, smallestCount: number): TrendPoint {
  const hours = occupancyTable(occupancy, smallestCount).total;
  const { received, served, open, late } = demandTables(demand, smallestCount);
  return {
    month,
    bookedRate: hours?.bookedRate ?? null,
    presentRate: hours?.presentRate ?? null,
    received: received.total,
    served: served.total,
    open: open.total?.count ?? null,
    late: late.total,
  };
}

/** The month asked for when it is known; else the last one that is over, else the last one. */
export function monthToShow(
  months: readonly string[],
  asked: string | null,
  current: string,
): string | undefined {
  if (asked && months.includes(asked)) return asked;
  return months.findLast((month) => month < current) ?? months.at(-1);
}
