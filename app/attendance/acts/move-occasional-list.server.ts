import { dayOf } from "#app/calendar/rules/instant.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { newToken, hashToken } from "#app/platform/secrets.server.ts";
import { answerDeadline } from "../rules/answer-clock.ts";
import { freePlaces, isFree, withStays } from "../rules/free-hours.ts";
import {
  listMoves,
  mayMoveStay,
  occasionalCare,
  occasionalTransitions,
  stayStandingAt,
} from "../rules/occasional.ts";
import { listWindows } from "../store/occasional-days.server.ts";
import {
  type OccasionalRow,
  findOccasionalStay,
  listChildOccasional,
  listLapsedIds,
  listWaiting,
  listWaitingFacilities,
  moveOccasionalStay,
} from "../store/occasional.server.ts";
import { readFreeHours } from "./read-free-hours.server.ts";
import { tellOccasional } from "./tell-occasional.server.ts";

const minuteMs = 60_000;

async function readCare(db: Database, now: Date) {
  return readParameter(db, "occasional-care", dayOf(now), occasionalCare);
}

/** Whether the child is already asked about, or has booked, some of these hours. */
async function isAskedElsewhere(tx: Database, stay: OccasionalRow): Promise<boolean> {
  const others = await listChildOccasional(tx, stay.childId, stay);
  return others.some(({ id, status }) => id !== stay.id && status !== "waiting");
}

/**
 * Asks the families that wait, in order of asking, whose hours are now wholly free; each holds them until it answers.
 * Inside the caller's transaction: whenever a place may have become free.
 * @returns how many are asked
 */
export async function moveOccasionalList(tx: Database, facilityId: string, now: Date): Promise<number> {
  const care = await readCare(tx, now);
  const earliest = new Date(now.getTime() + care.lastAskMinutesBefore * minuteMs);
  const waiting = await listWaiting(tx, facilityId, earliest);
  if (waiting.length === 0) return 0;
  const days = waiting.map(({ day }) => day).sort();
  const period = { from: days[0]!, to: days.at(-1)! };
  const windows = await listWindows(tx, { facilityIds: [facilityId] }, period.from, period.to);
  const moves = ({ sectionId, day }: OccasionalRow): boolean =>
    windows.some(
      (window) =>
        window.sectionId === sectionId &&
        window.fromDay <= day &&
        day <= window.toDay &&
        listMoves(window, now),
    );
  let limits = await readFreeHours(tx, { facilityId, ...period });
  let asked = 0;
  for (const stay of waiting.filter(moves)) {
    if (!isFree(limits, freePlaces(limits, stay.sectionId), stay)) continue;
    if (await isAskedElsewhere(tx, stay)) continue;
    const token = newToken();
    const answerBy = answerDeadline(now, stay.start, care);
    const change = { askedAt: now, answerBy, tokenHash: hashToken(token) };
    if (!(await moveOccasionalStay(tx, stay, { status: occasionalTransitions.ask.to, ...change }))) continue;
    limits = withStays(limits, [stay], 1);
    await tellOccasional(tx, stay, { asked: { token, answerBy } }, now);
    asked++;
  }
  return asked;
}

async function lapse(tx: Database, id: string, now: Date): Promise<boolean> {
  const stay = await findOccasionalStay(tx, { id });
  // Answered, or lapsed by another process, since the list was read.
  if (!stay || !mayMoveStay("lapse", stay.status, "clock")) return false;
  if (stay.status === "asked" && stayStandingAt(stay, now) !== "late") return false;
  return moveOccasionalStay(tx, stay, { status: occasionalTransitions.lapse.to });
}

/**
 * Every waiting list of the town: asks left without an answer are over, and the next families are asked. Bears being
 * run twice, at once or after a crash.
 */
export async function moveOccasionalLists({
  db,
  now,
}: {
  db: Database;
  now: Date;
}): Promise<{ asked: number; lapsed: number }> {
  const care = await readCare(db, now);
  const earliest = new Date(now.getTime() + care.lastAskMinutesBefore * minuteMs);
  let [asked, lapsed] = [0, 0];
  for (const id of await listLapsedIds(db, now, earliest))
    if (await inTransaction(db, (tx) => lapse(tx, id, now))) lapsed++;
  for (const facilityId of await listWaitingFacilities(db, earliest))
    asked += await inTransaction(db, (tx) => moveOccasionalList(tx, facilityId, now));
  return { asked, lapsed };
}
