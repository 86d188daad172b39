import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameters } from "#app/platform/parameters.server.ts";
import { priorityFacts } from "#app/requests/rules/priority-facts.ts";
import { townSettings } from "#app/territory/rules/town.ts";
import type { RequestFacts } from "../rules/facts.ts";
import { hasTwinAsking, localFactsOf, residesIn } from "../rules/gather-facts.ts";
import {
  countMeetingsPassed,
  listChildrenAsking,
  listRequestsToScore,
  listSeatsOfHouseholds,
  readQuarters,
} from "../store/facts.server.ts";

function byHousehold<T extends { householdId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.householdId);
    if (group) group.push(row);
    else groups.set(row.householdId, [row]);
  }
  return groups;
}

/**
 * What the town knows of requests on a day, for their score; a handful of queries whatever their number.
 * A request that does not exist is left out of the map.
 */
export async function readRequestFacts(
  db: Database,
  careRequestIds: readonly string[],
  day: CalendarDay,
): Promise<Map<string, RequestFacts>> {
  const { "priority-facts": rules, town } = await readParameters(db, day, {
    "priority-facts": priorityFacts,
    town: townSettings,
  });
  const requests = await listRequestsToScore(db, careRequestIds);
  const households = [...new Set(requests.map(({ householdId }) => householdId))];
  const seats = byHousehold(await listSeatsOfHouseholds(db, households, day));
  const asking = byHousehold(await listChildrenAsking(db, households));
  const passed = await countMeetingsPassed(db, careRequestIds);
  const wished = [...new Set(requests.flatMap(({ facilityIds }) => facilityIds))];
  const quarters = await readQuarters(db, wished);
  return new Map(
    requests.map((request): [string, RequestFacts] => {
      const ofHousehold = seats.get(request.householdId) ?? [];
      return [
        request.id,
        {
          asked: rules.filter(({ careKinds }) => careKinds.includes(request.kind)).map(({ code }) => code),
          stated: request.stated,
          resident: residesIn(request, town.name, quarters),
          multipleBirth: hasTwinAsking(request, asking.get(request.householdId) ?? []),
          submittedOn: dayOf(request.submittedAt),
          meetingsPassed: passed.get(request.id) ?? 0,
          local: localFactsOf(request, ofHousehold, quarters, day),
        },
      ];
    }),
  );
}
