import { RateLimiterMemory } from "rate-limiter-flexible";
import { hashToken } from "../secrets.server.ts";

// In memory: SQLite mode has one serving process, and a limiter must never be what stops the service.
const limiters = {
  "sign-in": new RateLimiterMemory({ points: 5, duration: 15 * 60 }),
  /** By address on the network: a whole facility shares one. */
  pairing: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
  /** All of them together: a code of eight characters cannot be found by trying. */
  everyPairing: new RateLimiterMemory({ points: 200, duration: 15 * 60 }),
  /** One address of a calendar: telephones ask a few times an hour. */
  feed: new RateLimiterMemory({ points: 120, duration: 15 * 60 }),
  /** Addresses of calendars that nobody was given, by address on the network. */
  unknownFeed: new RateLimiterMemory({ points: 150, duration: 15 * 60 }),
  tracking: new RateLimiterMemory({ points: 30, duration: 15 * 60 }),
};

/** Counts an attempt; false when there were too many. Keys are hashed: an address is personal data. */
export async function allowAttempt(limiter: keyof typeof limiters, key: string): Promise<boolean> {
  try {
    await limiters[limiter].consume(hashToken(key));
    return true;
  } catch {
    return false;
  }
}
