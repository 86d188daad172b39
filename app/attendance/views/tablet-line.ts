// The tablet's conversation with the server.
import { type OperationResult, mostOperations } from "../rules/operation.ts";
import type { TabletDay } from "../rules/tablet-day.ts";
import { type QueuedOperation, keepAnswer } from "./tablet-store.ts";

export type Answer =
  | { said: "day"; day: TabletDay }
  | { said: "choose"; choose: { id: string; name: string }[] }
  | { said: "cutOff" | "signedOut" | "offline" };

/** A clock wrong by less than this is left alone. */
const leastSkewMs = 2_000;

/** By how much the server's clock is ahead of the device's, from the time that its answer bears. */
export function skewOf(answered: number, before: number, after: number): number {
  const skew = answered - (before + after) / 2;
  return Math.abs(skew) < leastSkewMs ? 0 : Math.round(skew);
}

type Body = {
  day?: TabletDay;
  choose?: { id: string; name: string }[];
  error?: string;
  results?: OperationResult[];
};

async function exchange(path: string, address: string, clock: () => Date, posted?: unknown): Promise<Answer> {
  const before = clock().getTime();
  let response: Response;
  let body: Body;
  try {
    response = await fetch(path + address, {
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
      ...(posted
        ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(posted) }
        : {}),
    });
    if (response.type === "opaqueredirect" || response.status === 403) return { said: "signedOut" };
    body = response.status === 204 ? {} : ((await response.json()) as Body);
  } catch {
    return { said: "offline" };
  }
  if (response.status === 401) return { said: body.error === "cutOff" ? "cutOff" : "signedOut" };
  if (body.choose) return { said: "choose", choose: body.choose };
  const { day, results } = body;
  if (!response.ok || !day) return { said: "offline" };
  await keepAnswer({ day, skew: skewOf(day.at, before, clock().getTime()), address, results });
  return { said: "day", day };
}

export const askDay = (address: string, clock: () => Date): Promise<Answer> =>
  exchange("/pointage/jour", address, clock);

export const settle = (
  address: string,
  clock: () => Date,
  settled: { operationId: string; settlement: "kept" | "applied" },
): Promise<Answer> => exchange("/pointage/ecarts", address, clock, settled);

/** What of a queue may be sent now: this facility's, and made by this device, or by this very person. */
export function sendable(queue: QueuedOperation[], day: TabletDay | null): QueuedOperation[] {
  if (!day) return [];
  const device = day.by.startsWith("device:");
  return queue.filter(
    ({ refused, place, by }) =>
      !refused && place === day.place.id && (by === day.by || (device && by.startsWith("device:"))),
  );
}

/** Sends what waits, in its order, until it is acknowledged. */
export async function sendQueue(
  queue: QueuedOperation[],
  address: string,
  clock: () => Date,
): Promise<Answer> {
  let answer: Answer = { said: "offline" };
  for (let index = 0; index < queue.length; index += mostOperations) {
    const operations = queue.slice(index, index + mostOperations).map(({ operation }) => operation);
    answer = await exchange("/pointage/operations", address, clock, { operations });
    if (answer.said !== "day") return answer;
  }
  return answer;
}
