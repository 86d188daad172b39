// From rooms that know people to the observatory, which must not: ids stop here.
import { type FacilityOccupancy, readMonthlyOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { addMonths, firstOfMonth, monthOf } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { facilityKinds } from "#app/facilities/rules/kinds.ts";
import { recordFacts } from "#app/observatory/acts/record-facts.server.ts";
import type { DemandFact, OccupancyFact } from "#app/observatory/rules/facts.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readDemand } from "#app/requests/acts/read-demand.server.ts";
import type { Demand } from "#app/requests/rules/demand.ts";
import { z } from "#app/zod.ts";

/** Months counted again each night besides the one under way: a mark may come late. */
const earlierMonths = 4;
const publication = z.object({ smallestCount: z.number().int().min(1) });

/** Atypical hours that rest on too few are not told apart from the others, even to the observatory. */
function mayTellApart(contributors: number[], smallestCount: number): boolean {
  return contributors.every((count) => count === 0 || count >= smallestCount);
}

/** Adds the facilities of each kind up. Kinds without any facility are left out. */
export function occupancyByKind(
  facilities: readonly FacilityOccupancy[],
  smallestCount: number,
): OccupancyFact[] {
  return facilityKinds.flatMap((facilityKind) => {
    const own = facilities.filter((facility) => facility.facilityKind === facilityKind);
    if (own.length === 0) return [];
    type Measure = { [K in keyof FacilityOccupancy]: FacilityOccupancy[K] extends number ? K : never };
    const sum = (measure: Measure[keyof FacilityOccupancy]): number =>
      Math.round(own.reduce((all, facility) => all + facility[measure], 0));
    const contributors = [sum("atypicalChildrenCount"), sum("atypicalPresentChildrenCount")];
    const told = mayTellApart(contributors, smallestCount);
    return {
      facilityKind,
      facilities: own.length,
      children: sum("childrenCount"),
      capacityMinutes: sum("capacityMinutes"),
      bookedMinutes: sum("bookedMinutes"),
      presentMinutes: sum("presentMinutes"),
      unknownMinutes: sum("unknownMinutes") + sum("toComeMinutes"),
      realisedMinutes: sum("realisedMinutes"),
      billedMinutes: sum("billedMinutes"),
      ordinaryBooked: told ? sum("ordinaryBooked") : 0,
      atypicalBooked: told ? sum("atypicalBooked") : 0,
      ordinaryPresent: told ? sum("ordinaryPresent") : 0,
      atypicalPresent: told ? sum("atypicalPresent") : 0,
    };
  });
}

export function demandFacts(demand: readonly Demand[], smallestCount: number): DemandFact[] {
  return demand.map(({ atypicalRequests, ...facts }) =>
    mayTellApart([atypicalRequests], smallestCount)
      ? facts
      : { ...facts, ordinaryMinutes: 0, atypicalMinutes: 0 },
  );
}

type Month = { month: string; facilities: FacilityOccupancy[] };

/**
 * From the first month with a stay on record. Those before it are unknown: counted, they would read as a town whose
 * places stood empty. A town without any stay yet keeps them all, for its requests.
 */
export function knownMonths(months: readonly Month[]): readonly Month[] {
  const first = months.findIndex(({ facilities }) =>
    facilities.some(({ bookedMinutes }) => bookedMinutes > 0),
  );
  return months.slice(Math.max(0, first));
}

/** Counts the month under way and those before it, and gives them to the observatory. */
export async function recordTownFacts({
  db,
  now,
}: {
  db: Database;
  now: Date;
}): Promise<{ months: number; rows: number }> {
  const today = dayOf(now);
  const { smallestCount } = await readParameter(db, "publication", today, publication);
  const months: Month[] = [];
  for (let back = earlierMonths; back >= 0; back--) {
    const month = monthOf(addMonths(firstOfMonth(today), -back));
    const facilities = await readMonthlyOccupancy(db, month, back === 0 ? now : undefined);
    months.push({ month, facilities });
  }
  const known = knownMonths(months);
  let rows = 0;
  for (const { month, facilities } of known) {
    const demand = await readDemand(db, month, now);
    const recorded = await recordFacts(
      { db, now },
      {
        month,
        occupancy: occupancyByKind(facilities, smallestCount),
        demand: demandFacts(demand, smallestCount),
      },
    );
    rows += recorded.rows;
  }
  return { months: known.length, rows };
}
