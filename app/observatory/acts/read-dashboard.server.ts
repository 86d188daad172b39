import type { Visit } from "#app/access/visit.server.ts";
import { monthOf } from "#app/calendar/rules/day.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { z } from "#app/zod.ts";
import {
  type DemandTables,
  type Table,
  type TrendPoint,
  demandTables,
  monthToShow,
  occupancyTable,
  trendPoint,
} from "../rules/dashboard.ts";
import type { OccupancyIndicators } from "../rules/indicators.ts";
import { lastMonths, recordedAt } from "../store.server.ts";

/** Months kept in sight. */
const shownMonths = 12;
const publication = z.object({ smallestCount: z.number().int().min(1) });

export type DashboardView = {
  smallestCount: number;
  /** What is counted as ordinary hours. */
  ordinary: TimeBands["ordinary"];
  /** Oldest first; empty before the first recording. */
  months: string[];
  shown: {
    month: string;
    /** The month is not over: its figures still move. */
    underWay: boolean;
    recordedAt: Date | null;
    occupancy: Table<OccupancyIndicators>;
    demand: DemandTables;
    /** The same town, from the first month in sight to the month shown. */
    trend: TrendPoint[];
  } | null;
};

/** Everything on the page for a month: masked before it leaves this act. */
export async function readDashboard(visit: Visit, asked: string | null): Promise<DashboardView> {
  const { db, today } = visit;
  const { smallestCount } = await readParameter(db, "publication", today, publication);
  const { ordinary } = await readParameter(db, "time-bands", today, timeBands);
  const recorded = await lastMonths(db, shownMonths);
  const months = recorded.map(({ month }) => month);
  const month = monthToShow(months, asked, monthOf(today));
  const facts = recorded.find((each) => each.month === month);
  if (!month || !facts) return { smallestCount, ordinary, months, shown: null };
  return {
    smallestCount,
    ordinary,
    months,
    shown: {
      month,
      underWay: month === monthOf(today),
      recordedAt: await recordedAt(db, month),
      occupancy: occupancyTable(facts.occupancy, smallestCount),
      demand: demandTables(facts.demand, smallestCount),
      trend: recorded.filter((each) => each.month <= month).map((each) => trendPoint(each, smallestCount)),
    },
  };
}
