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
  waiting: number;
  unserved: number;
  /** Weekly hours asked for. */
  asked: HoursSplit | null;
};

/** Three populations, hence three tables and three masks: sent, served in the month, open at its end. */
export type DemandTables = { received: Table<number>; served: Table<number>; open: Table<OpenRequests> };

export function demandTables(facts: readonly DemandFact[], smallestCount: number): DemandTables {
  type Fact = Omit<DemandFact, "careKind">;
  const rows = [...facts]
    .sort((one, other) => other.waiting - one.waiting)
    .map(({ careKind, ...fact }) => ({ kind: careKind, ...fact }));
  const total: Fact = sum(rows, demandMeasures);
  const count = (measure: "received" | "served"): Table<number> =>
    table<Fact, number>(
      rows,
      (fact) => ({ counts: [fact[measure]] }),
      total,
      (fact) => fact[measure],
      smallestCount,
    );
  return {
    received: count("received"),
    served: count("served"),
    open: table<Fact, OpenRequests>(
      rows,
      ({ waiting, unserved }) => ({ counts: [waiting, unserved] }),
      total,
      ({ waiting, unserved, ordinaryMinutes, atypicalMinutes }) => ({
        waiting,
        unserved,
        asked: splitOf(ordinaryMinutes, atypicalMinutes),
      }),
      smallestCount,
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
  waiting: number | null;
  unserved: number | null;
};

export function trendPoint({ month, occupancy, demand }: MonthFacts, smallestCount: number): TrendPoint {
  const hours = occupancyTable(occupancy, smallestCount).total;
  const { received, served, open } = demandTables(demand, smallestCount);
  return {
    month,
    bookedRate: hours?.bookedRate ?? null,
    presentRate: hours?.presentRate ?? null,
    received: received.total,
    served: served.total,
    waiting: open.total?.waiting ?? null,
    unserved: open.total?.unserved ?? null,
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
