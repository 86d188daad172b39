import { type Actor, isStaff } from "./actor.ts";

const hour = 3_600_000;

/** A desk or a tablet left alone for a night asks who is there; a family's phone is its own. */
export function hasGoneIdle(actor: Actor, lastSeenAt: Date, now: Date): boolean {
  return isStaff(actor) && now.getTime() - lastSeenAt.getTime() > 16 * hour;
}
