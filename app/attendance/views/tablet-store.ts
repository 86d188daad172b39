// What the browser keeps: the day's list, and what was done and is not acknowledged yet. A mark shown on the screen is
// on the disk already: killing the tab loses none.
import { type DBSchema, type IDBPDatabase, deleteDB, openDB } from "idb";
import type { Operation, OperationResult } from "../rules/operation.ts";
import type { TabletDay } from "../rules/tablet-day.ts";

export type QueuedOperation = {
  /** The order in which things were done. */
  seq?: number;
  /** Where, and by whom: never sent for another facility, nor in another person's name. */
  place: string;
  by: string;
  operation: Operation;
  /** Kept until it has been read by somebody. */
  refused: string | null;
};

interface TabletSchema extends DBSchema {
  kept: { key: "day" | "skew" | "address"; value: unknown };
  operations: { key: number; value: QueuedOperation };
}

export type Kept = { day: TabletDay | null; skew: number; queue: QueuedOperation[] };

/** public/pointage-sw.js opens the same database. */
const databaseName = "pointage";
let opened: Promise<IDBPDatabase<TabletSchema>> | undefined;
/** An answer under way when the device is emptied must not fill it again. */
let emptied = false;

async function open(): Promise<IDBPDatabase<TabletSchema>> {
  if (emptied) throw new Error("This device has been emptied.");
  opened ??= openDB<TabletSchema>(databaseName, 1, {
    upgrade(db) {
      db.createObjectStore("kept");
      db.createObjectStore("operations", { keyPath: "seq", autoIncrement: true });
    },
    terminated: () => (opened = undefined),
  });
  return opened;
}

export async function readKept(): Promise<Kept> {
  const db = await open();
  const tx = db.transaction(["kept", "operations"]);
  const [day, skew, queue] = await Promise.all([
    tx.objectStore("kept").get("day"),
    tx.objectStore("kept").get("skew"),
    tx.objectStore("operations").getAll(),
  ]);
  return { day: (day as TabletDay | undefined) ?? null, skew: (skew as number | undefined) ?? 0, queue };
}

export async function queueOperation(queued: QueuedOperation): Promise<void> {
  const tx = (await open()).transaction("operations", "readwrite", { durability: "strict" });
  await Promise.all([tx.store.add(queued), tx.done]);
}

/** Keeps what the server said, and forgets what it has acknowledged, in one stroke. */
export async function keepAnswer(answer: {
  day: TabletDay;
  skew: number;
  address: string;
  results?: OperationResult[];
}): Promise<void> {
  const db = await open();
  const tx = db.transaction(["kept", "operations"], "readwrite", { durability: "strict" });
  const kept = tx.objectStore("kept");
  const done = [
    kept.put(answer.day, "day"),
    kept.put(answer.skew, "skew"),
    kept.put(answer.address, "address"),
  ] as Promise<unknown>[];
  const outcomes = new Map(answer.results?.map((result) => [result.id, result]));
  if (outcomes.size > 0) {
    let cursor = await tx.objectStore("operations").openCursor();
    while (cursor) {
      const result = outcomes.get(cursor.value.operation.id);
      if (result?.outcome === "refused")
        done.push(cursor.update({ ...cursor.value, refused: result.error ?? "tablet:error.unreadable" }));
      else if (result) done.push(cursor.delete());
      cursor = await cursor.continue();
    }
  }
  await Promise.all([...done, tx.done]);
}

/** Somebody has read why it was refused. */
export async function forgetRefused(id: string): Promise<void> {
  const tx = (await open()).transaction("operations", "readwrite");
  let cursor = await tx.store.openCursor();
  while (cursor) {
    if (cursor.value.operation.id === id && cursor.value.refused) await cursor.delete();
    cursor = await cursor.continue();
  }
  await tx.done;
}

/** No name stays; what waits to be sent does, until it is sent or given up. */
export async function forgetDay(): Promise<void> {
  await (await open()).delete("kept", "day");
}

/** Nothing stays: list, marks, shell, service worker. */
export async function emptyDevice(): Promise<void> {
  const db = await open();
  emptied = true;
  const tx = db.transaction(["kept", "operations"], "readwrite");
  await Promise.all([tx.objectStore("kept").clear(), tx.objectStore("operations").clear(), tx.done]);
  db.close();
  opened = undefined;
  // Another tab may hold it open: it is empty already.
  await Promise.race([deleteDB(databaseName), new Promise((resolve) => setTimeout(resolve, 2_000))]);
  if ("caches" in globalThis)
    for (const name of await caches.keys()) if (name.startsWith("pointage-")) await caches.delete(name);
  const registration = await navigator.serviceWorker?.getRegistration("/pointage");
  await registration?.unregister();
}
