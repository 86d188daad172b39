import { useCallback, useEffect, useRef, useState } from "react";
import type { Operation } from "../rules/operation.ts";
import type { TabletDay } from "../rules/tablet-day.ts";
import { type Answer, askDay, sendQueue, sendable, settle } from "./tablet-line.ts";
import {
  type QueuedOperation,
  emptyDevice,
  forgetDay,
  forgetRefused,
  queueOperation,
  readKept,
} from "./tablet-store.ts";
import { keepShell, sendLater } from "./tablet-shell.ts";

/** `unknown`: never online on this device, so there is nothing to show yet. */
export type TabletPhase = "loading" | "ready" | "choose" | "unknown" | "signedOut" | "cutOff" | "emptied";

export type TabletState = {
  phase: TabletPhase;
  day: TabletDay | null;
  queue: QueuedOperation[];
  choose: { id: string; name: string }[];
  /** The server answered last time. */
  online: boolean;
  /** The page opens without a network from now on. */
  kept: boolean;
  now: Date;
};

/** What is done, before it is given an id and a time. */
export type Deed = Operation extends infer One
  ? One extends Operation
    ? Omit<One, "id" | "at">
    : never
  : never;

export type Tablet = TabletState & {
  /** How the address names the facility; empty on a paired device. */
  address: string;
  make: (deed: Deed) => Promise<void>;
  settle: (operationId: string, settlement: "kept" | "applied") => Promise<void>;
  read: (refusedId: string) => Promise<void>;
  send: () => Promise<void>;
  empty: () => Promise<void>;
};

const everyMs = 20_000;
/** A row moves once it is marked: the second tap of a hurried finger would fall on another child. */
const sameTapMs = 400;

/** A random UUID; `crypto.randomUUID` is missing from pages without https. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Only what names the facility is kept of the address. */
function placeInAddress(): string {
  const place = new URLSearchParams(location.search).get("structure");
  return place === null ? "" : `?structure=${encodeURIComponent(place)}`;
}

/** The life of the page: reads what the device keeps, asks the server, sends what waits, and again. */
export function useTablet(clock: () => Date, language: string): Tablet {
  const [state, setState] = useState<TabletState>(() => ({
    phase: "loading",
    day: null,
    queue: [],
    choose: [],
    online: true,
    kept: false,
    now: clock(),
  }));
  const address = useRef("");
  const busy = useRef(false);
  /** Something was done while the queue was being sent. */
  const more = useRef(false);
  const skew = useRef(0);
  const over = useRef(false);
  const lastTouch = useRef(0);
  const change = useCallback(
    (part: Partial<TabletState>) => setState((known) => ({ ...known, ...part })),
    [],
  );

  const show = useCallback(async (): Promise<{ day: TabletDay | null; queue: QueuedOperation[] }> => {
    const kept = await readKept();
    skew.current = kept.skew;
    const now = new Date(clock().getTime() + kept.skew);
    change({ day: kept.day, queue: kept.queue, now, ...(kept.day ? { phase: "ready" as const } : {}) });
    return kept;
  }, [change, clock]);

  const hear = useCallback(
    async (answer: Answer): Promise<void> => {
      if (answer.said === "choose") return change({ phase: "choose", choose: answer.choose, online: true });
      if (answer.said === "cutOff" || answer.said === "signedOut") {
        await forgetDay();
        const { queue } = await readKept();
        if (answer.said === "cutOff" && queue.length === 0) {
          over.current = true;
          await emptyDevice();
        }
        return change({ phase: answer.said, day: null, queue, online: true });
      }
      if (over.current) return;
      const { day } = await show();
      const online = answer.said === "day";
      change({ online, ...(day ? {} : { phase: "unknown" as const }) });
    },
    [change, show],
  );

  const send = useCallback(async (): Promise<void> => {
    if (over.current) return;
    if (busy.current) {
      more.current = true;
      return;
    }
    busy.current = true;
    more.current = false;
    try {
      let { day, queue } = await readKept();
      const named = new URLSearchParams(address.current).get("structure");
      // Another facility than the one kept: nothing of it is shown or sent here.
      if (day && named !== null && day.place.id !== named) day = null;
      let answer: Answer | null = null;
      if (sendable(queue, day).length === 0) {
        answer = await askDay(address.current, clock);
        if (answer.said === "day") day = answer.day;
        ({ queue } = await readKept());
      }
      const waiting = sendable(queue, day);
      if (waiting.length > 0 && (answer === null || answer.said === "day"))
        answer = await sendQueue(waiting, address.current, clock);
      if (answer) await hear(answer);
      else await show();
    } catch (error) {
      // Emptied meanwhile: there is nothing left to keep an answer in.
      if (!over.current) throw error;
    } finally {
      busy.current = false;
    }
  }, [clock, hear, show]);

  const make = useCallback(
    async (deed: Deed): Promise<void> => {
      const touched = clock().getTime();
      if (deed.kind === "mark") {
        if (Math.abs(touched - lastTouch.current) < sameTapMs) return;
        lastTouch.current = touched;
      }
      const { day } = await readKept();
      if (!day) return;
      const operation = { ...deed, id: newId(), at: touched + skew.current } as Operation;
      await queueOperation({ place: day.place.id, by: day.by, operation, refused: null });
      await show();
      void sendLater();
      await send();
      if (more.current) await send();
    },
    [clock, send, show],
  );

  useEffect(() => {
    address.current = placeInAddress();
    const named = new URLSearchParams(address.current).get("structure");
    void readKept().then((kept) => {
      if (kept.day && (named === null || kept.day.place.id === named)) return show();
    });
    void send();
    void navigator.storage?.persist?.();
    void keepShell(language).then((kept) => change({ kept }));
    const again = (): void => {
      if (document.visibilityState === "visible") void send();
    };
    const tick = setInterval(() => change({ now: new Date(clock().getTime() + skew.current) }), 15_000);
    const timer = setInterval(again, everyMs);
    const heard = (event: MessageEvent): void => {
      if (event.data === "sent") void show();
    };
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    navigator.serviceWorker?.addEventListener("message", heard);
    return () => {
      clearInterval(tick);
      clearInterval(timer);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
      navigator.serviceWorker?.removeEventListener("message", heard);
    };
  }, [change, clock, language, send, show]);

  return {
    ...state,
    address: state.day ? `?structure=${encodeURIComponent(state.day.place.id)}` : "",
    make,
    send,
    settle: async (operationId, settlement) =>
      hear(await settle(address.current, clock, { operationId, settlement })),
    read: async (refusedId) => {
      await forgetRefused(refusedId);
      await show();
    },
    empty: async () => {
      over.current = true;
      await emptyDevice();
      change({ phase: "emptied", day: null, queue: [] });
    },
  };
}
