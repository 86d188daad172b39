import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { isHeldTwice } from "../rules/contract-refusal.ts";
import { freePlaces, isFree } from "../rules/free-hours.ts";
import { isBookable, listMoves } from "../rules/occasional.ts";
import {
  type OccasionalContract,
  listOccasionalContracts,
  listWindows,
} from "../store/occasional-days.server.ts";
import { insertOccasionalStay, listChildOccasional } from "../store/occasional.server.ts";
import { moveOccasionalList } from "./move-occasional-list.server.ts";
import { readFreeHours } from "./read-free-hours.server.ts";
import { recordOccasionalBooking } from "./record-occasional.server.ts";

export type HoursToBook = {
  contractId: string;
  day: CalendarDay;
  /** Minutes of the day. */
  start: number;
  end: number;
  /** Where the hours are not free: join the waiting list of the day rather than be refused. */
  orWait: boolean;
};

export type OccasionalRefusal = {
  ok: false;
  error: `attendance:occasional.error.${
    "full" | "closed" | "past" | "already" | "heldTwice" | "dayOff" | "order"}`;
};

/** `again`: the same had been asked before. */
export type OccasionalBooked =
  { ok: true; status: "booked" | "waiting" | "asked"; again: boolean } | OccasionalRefusal;

const refused = (error: "full" | "closed" | "past" | "already" | "heldTwice" | "dayOff" | "order") =>
  ({ ok: false, error: `attendance:occasional.error.${error}` }) as const;

async function requireContract(
  tx: Database,
  visit: SignedVisit,
  asked: HoursToBook,
): Promise<OccasionalContract> {
  const [contract] = await listOccasionalContracts(tx, { id: asked.contractId }, asked.day, asked.day);
  if (!contract || !within(visit.scope, contract)) throw notFound();
  return contract;
}

async function book(tx: Database, visit: SignedVisit, asked: HoursToBook): Promise<OccasionalBooked> {
  const { now } = visit;
  const { day, orWait } = asked;
  const contract = await requireContract(tx, visit, asked);
  const byFacility = !within(visit.scope, { householdId: contract.householdId });
  const [start, end] = [instantAt(day, asked.start), instantAt(day, asked.end)];
  if (end <= start) return refused("order");
  if (start <= now) return refused("past");
  const own = await listChildOccasional(tx, contract.childId, { start, end });
  const here = own.filter(({ contractId }) => contractId === contract.id);
  const same = here.find((stay) => +stay.start === +start && +stay.end === +end);
  // A second touch finds the first done. A wait is no reason not to take hours that are free now.
  if (same && (same.status === "booked" || orWait))
    return { ok: true, status: same.status as "booked", again: true };
  if (here.some(({ status }) => status === "booked")) return refused("already");
  const windows = await listWindows(tx, { sectionId: contract.sectionId }, day, day);
  if (!byFacility && !windows.some((window) => isBookable(window, now))) return refused("closed");
  const limits = await readFreeHours(tx, { facilityId: contract.facilityId, from: day, to: day });
  if (limits.off.has(day)) return refused("dayOff");
  const place = { contractId: contract.id, sectionId: contract.sectionId, day, start, end, createdAt: now };
  if (isFree(limits, freePlaces(limits, contract.sectionId), place)) {
    const id = await insertOccasionalStay(tx, { ...place, status: "booked" });
    await recordOccasionalBooking(tx, { ...place, id, childId: contract.childId }, now);
    if (byFacility) await logFileRead({ ...visit, db: tx }, "contract", contract.id, "occasionalBook");
    return { ok: true, status: "booked", again: false };
  }
  // Without a window that goes on, nobody would ever be asked.
  if (!orWait) return refused("full");
  if (!windows.some((window) => listMoves(window, now))) return refused("closed");
  if (here.length > 0) return refused("already");
  await insertOccasionalStay(tx, { ...place, status: "waiting" });
  await moveOccasionalList(tx, contract.facilityId, now);
  return { ok: true, status: "waiting", again: false };
}

/**
 * Books hours of one day under an occasional contract when every quarter of them is free: everything is counted again
 * inside the transaction that holds them, so that of several families one gets the last hours.
 * @throws 404 when the contract is not one of the family's, or of the facility's, or does not run that day
 */
export async function bookOccasional(visit: SignedVisit, asked: HoursToBook): Promise<OccasionalBooked> {
  try {
    return await inTransaction(visit.db, (tx) => book(tx, visit, asked));
  } catch (error) {
    if (isHeldTwice(error)) return refused("heldTwice");
    throw error;
  }
}
