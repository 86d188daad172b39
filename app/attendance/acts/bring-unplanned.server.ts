import { recordHousehold } from "#app/families/acts/record-household.server.ts";
import { isSameName } from "../rules/same-name.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { toMinute } from "../rules/apply-mark.ts";
import type { OperationResult, UnplannedOperation } from "../rules/operation.ts";
import { isUnplanned, latestDeparture, marginMinutes } from "../rules/presence.ts";
import { insertOperation } from "../store/operations.server.ts";
import type { PresenceRow } from "../store/presences.server.ts";
import {
  findRunningContract,
  findUnknownChild,
  insertEmergencyContract,
  insertUnplannedStay,
  listChildStays,
} from "../store/unplanned.server.ts";
import type { Marker } from "./open-ledger.server.ts";
import { takeMark } from "./take-mark.server.ts";

type Context = { facilityId: string; sectionIds: string[]; by: Marker; now: Date };

const nowhere = { streetNumber: null, street: null, postcode: null, city: null, zoneCode: null };

/** A child that nobody knows: a name, a contract for this very day, and no hours held. The manager completes it. */
async function unknownChild(
  tx: Database,
  { facilityId, sectionIds, by, now }: Context,
  { sectionId, child, at }: UnplannedOperation & { child: { firstName: string; lastName: string } },
): Promise<{ id: string; childId: string } | null> {
  if (!sectionIds.includes(sectionId)) return null;
  const day = dayOf(new Date(at));
  const known = await findUnknownChild(tx, facilityId, day);
  const same = known.find((each) => isSameName(each, child));
  if (same) return { id: same.contractId, childId: same.childId };
  const unknown = { ...child, birthDay: null, expectedOn: null, schoolId: null };
  const household = { householdId: null, address: nowhere, guardians: [], children: [unknown], at: now };
  const { childIds } = await recordHousehold(tx, household);
  const childId = childIds[0]!;
  const createdBy = by.deviceId ?? by.accountId ?? "";
  const id = await insertEmergencyContract(tx, { childId, facilityId, sectionId, day, at: now, createdBy });
  return { id, childId };
}

/** The stay that this arrival belongs to, when the child was expected after all, or is already said to be there. */
function stayUnderWay(stays: PresenceRow[], at: Date): PresenceRow | undefined {
  const time = at.getTime();
  const before = marginMinutes * 60_000;
  return stays.find((stay) => {
    if (isUnplanned(stay))
      return (
        stay.state === "arrived" &&
        time <= latestDeparture(stay) &&
        Math.abs(time - stay.plannedStart.getTime()) < 720 * 60_000
      );
    const inTime = time >= stay.plannedStart.getTime() - before && time < stay.plannedEnd.getTime();
    return inTime && stay.state !== "left";
  });
}

/** Writes the arrival of a child whom nobody expected. The new stay bears the id of the operation. */
export async function bringUnplanned(
  tx: Database,
  context: Context,
  operation: UnplannedOperation,
  at: Date,
): Promise<OperationResult> {
  const { facilityId, by, now } = context;
  const { id, child } = operation;
  const day = dayOf(at);
  const contract =
    "contractId" in child
      ? await findRunningContract(tx, child.contractId, facilityId, day)
      : await unknownChild(tx, context, { ...operation, child });
  if (!contract) {
    const error = "tablet:error.unknownChild";
    await insertOperation(tx, {
      id,
      facilityId,
      kind: "unplanned",
      at,
      receivedAt: now,
      ...by,
      outcome: "refused",
      error,
    });
    return { id, outcome: "refused", error };
  }
  const { childId } = contract;
  const around = { childId, facilityId, from: addDays(day, -1), to: addDays(day, 1) };
  const stays = await listChildStays(tx, around);
  const mark = { id, kind: "unplanned" as const, mark: "arrive" as const, code: null, at, seen: 0, by };
  const arrivedAt = toMinute(at);
  const same = stays.find(({ plannedStart }) => plannedStart.getTime() === arrivedAt.getTime());
  const under = stayUnderWay(stays, at) ?? same;
  if (under) return takeMark(tx, { ...under, facilityId }, mark, now);
  const markedBy = by.deviceId ?? by.accountId ?? "";
  await insertUnplannedStay(tx, { id, contractId: contract.id, day, arrivedAt, by: markedBy, at });
  await insertOperation(tx, {
    id,
    facilityId,
    kind: "unplanned",
    presenceId: id,
    mark: "arrive",
    seenVersion: 0,
    at,
    receivedAt: now,
    ...by,
    outcome: "applied",
  });
  return { id, outcome: "applied", error: null };
}
