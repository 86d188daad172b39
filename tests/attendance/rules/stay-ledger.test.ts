import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import {
  type Ledger,
  type LedgerMark,
  claimsOf,
  fold,
  nothingClaimed,
  receive,
  stayOf,
  takeInstead,
} from "#app/attendance/rules/stay-ledger.ts";

const day = asDay("2026-09-14");
const clock = (hour: number, minute = 0): Date => instantAt(day, hour * 60 + minute);
const planned = { plannedStart: clock(8), plannedEnd: clock(17) };

let made = 0;
const mark = (
  by: string,
  name: LedgerMark["mark"],
  at: Date,
  more: Partial<LedgerMark> = {},
): LedgerMark => ({
  id: `mark-${(made += 1)}`,
  by,
  mark: name,
  code: null,
  at,
  rank: 0,
  seen: 0,
  ...more,
});

type Kept = { mark: LedgerMark; outcome: string };

/** What the server does: takes marks in one by one, each once, and keeps what became of each. */
function server() {
  const rows = new Map<string, Kept>();
  const ledger = (): Ledger => {
    const kept = [...rows.values()];
    const of = (...outcomes: string[]): LedgerMark[] =>
      kept.filter(({ outcome }) => outcomes.includes(outcome)).map((row) => row.mark);
    return { planned, base: nothingClaimed, accepted: of("applied", "same"), aside: of("conflict") };
  };
  return {
    rows,
    stay: () => stayOf(planned, fold(planned, nothingClaimed, ledger().accepted).claims),
    take(one: LedgerMark): string {
      const known = rows.get(one.id);
      if (known) return known.outcome;
      const ranked = { ...one, rank: rows.size + 1 };
      const { outcome, explained } = receive(ledger(), ranked);
      rows.set(one.id, { mark: ranked, outcome });
      for (const { id, outcome: now } of explained) rows.get(id)!.outcome = now;
      return outcome;
    },
  };
}

describe("two tablets without a network", () => {
  it("agree when they say the same arrival within five minutes", () => {
    const town = server();
    expect(town.take(mark("a", "arrive", clock(8, 3)))).toBe("applied");
    expect(town.take(mark("b", "arrive", clock(8, 5)))).toBe("same");
    expect(town.stay()).toMatchObject({ state: "arrived", arrivedAt: clock(8, 3) });
  });

  it("make one day of an arrival on the one and a departure on the other, whichever is sent first", () => {
    for (const first of ["arrive", "leave"]) {
      const [arrival, departure] = [mark("a", "arrive", clock(8)), mark("b", "leave", clock(16, 30))];
      const town = server();
      for (const one of first === "arrive" ? [arrival, departure] : [departure, arrival]) town.take(one);
      expect(town.stay()).toMatchObject({ state: "left", arrivedAt: clock(8), leftAt: clock(16, 30) });
      expect([...town.rows.values()].map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
    }
  });

  it("are told that they disagree on an arrival, and what stood goes on standing", () => {
    const town = server();
    town.take(mark("a", "arrive", clock(8, 20)));
    expect(town.take(mark("b", "arrive", clock(8)))).toBe("conflict");
    expect(town.stay()).toMatchObject({ arrivedAt: clock(8, 20) });
  });

  it("are told that one says absent and the other present", () => {
    const town = server();
    town.take(mark("a", "arrive", clock(8)));
    expect(town.take(mark("b", "absent", clock(9)))).toBe("conflict");
    expect(town.stay().state).toBe("arrived");
  });

  it("let a child come after it was thought absent", () => {
    const town = server();
    town.take(mark("a", "absent", clock(8, 30)));
    expect(town.take(mark("b", "arrive", clock(9)))).toBe("applied");
    expect(town.stay().state).toBe("arrived");
  });

  it("take back only what they said themselves: the other's word stands", () => {
    const town = server();
    town.take(mark("a", "arrive", clock(8)));
    town.take(mark("b", "arrive", clock(8, 2)));
    expect(town.take(mark("a", "undo", clock(8, 4)))).toBe("applied");
    expect(town.stay()).toMatchObject({ state: "arrived", arrivedAt: clock(8, 2) });
    expect(town.take(mark("b", "undo", clock(8, 5)))).toBe("applied");
    expect(town.stay().state).toBe("planned");
  });

  it("never undo a departure that they have not seen", () => {
    const town = server();
    town.take(mark("a", "arrive", clock(8)));
    town.take(mark("b", "leave", clock(12)));
    expect(town.take(mark("a", "undo", clock(12, 5), { seen: 0 }))).toBe("conflict");
    expect(town.take(mark("a", "undo", clock(12, 10), { seen: 2 }))).toBe("applied");
    expect(town.stay().state).toBe("arrived");
  });

  it("need nobody when a mistake was taken back before it was sent", () => {
    const town = server();
    town.take(mark("b", "arrive", clock(8, 30)));
    expect(town.take(mark("a", "arrive", clock(8)))).toBe("conflict");
    expect(town.take(mark("a", "undo", clock(8, 1)))).toBe("same");
    expect([...town.rows.values()].map(({ outcome }) => outcome)).toEqual(["applied", "applied", "same"]);
    expect(town.stay()).toMatchObject({ arrivedAt: clock(8, 30) });
  });

  it("do not shake hours that somebody has put right", () => {
    const right = { state: "left" as const, arrivedAt: clock(8, 5), leftAt: clock(17), absenceCode: null };
    const ledger: Ledger = { planned, base: claimsOf(right, 1), accepted: [], aside: [] };
    expect(receive(ledger, mark("a", "arrive", clock(8, 7), { rank: 2 })).outcome).toBe("same");
    expect(receive(ledger, mark("a", "arrive", clock(9), { rank: 2 })).outcome).toBe("conflict");
    expect(receive(ledger, mark("a", "undo", clock(18), { rank: 2, seen: 0 })).outcome).toBe("conflict");
    expect(receive(ledger, mark("a", "undo", clock(18), { rank: 2, seen: 1 })).stay.state).toBe("arrived");
  });
});

describe("a mark beyond belief", () => {
  it.each([
    ["arrive", clock(3), "attendance:error.tooEarly"],
    ["arrive", clock(17), "attendance:error.tooLate"],
    ["leave", clock(22), "attendance:error.tooLate"],
    ["asPlanned", clock(16), "attendance:error.notEnded"],
  ] as const)("%s at %s is refused, and kept", (name, time, error) => {
    const ledger: Ledger = { planned, base: nothingClaimed, accepted: [], aside: [] };
    expect(receive(ledger, mark("a", name, time))).toMatchObject({ outcome: "refused", error });
  });
});

describe("a person who takes the other version", () => {
  const stands = { state: "left" as const, arrivedAt: clock(8, 20), leftAt: clock(17), absenceCode: null };

  it.each([
    ["arrive", clock(8), { state: "left", arrivedAt: clock(8), leftAt: clock(17) }],
    ["leave", clock(12), { state: "left", arrivedAt: clock(8, 20), leftAt: clock(12) }],
    ["leave", clock(8, 10), { state: "left", arrivedAt: clock(8), leftAt: clock(8, 10) }],
    ["absent", clock(9), { state: "absent", arrivedAt: null, leftAt: null }],
    ["undo", clock(17, 5), { state: "arrived", arrivedAt: clock(8, 20), leftAt: null }],
  ] as const)("%s at %s", (name, time, stay) => {
    expect(takeInstead(planned, stands, mark("b", name, time))).toMatchObject(stay);
  });
});

// ── any order, any loss, any repetition ──

const names = ["arrive", "leave", "absent", "undo", "arriveAsPlanned", "leaveAsPlanned"] as const;
const queue = (by: string) =>
  fc
    .array(fc.record({ name: fc.constantFrom(...names), wait: fc.integer({ min: 0, max: 90 }) }), {
      maxLength: 7,
    })
    .map((steps) => {
      let minutes = 7 * 60 + 30;
      return steps.map(({ name, wait }, index) => {
        minutes += wait;
        return { ...mark(by, name, instantAt(day, minutes)), id: `${by}-${index}` };
      });
    });

/** How a network hands over two queues: what is sent is lost, repeated, or comes late, and is sent again. */
const delivery = fc.tuple(queue("a"), queue("b")).chain(([a, b]) =>
  fc
    .array(fc.record({ tablet: fc.boolean(), sends: fc.integer({ min: 1, max: 4 }), lost: fc.boolean() }), {
      maxLength: 30,
    })
    .map((tries) => ({ a, b, tries })),
);

describe("whatever the network does", () => {
  it("each mark is kept once, none is lost, and replays change nothing", () => {
    fc.assert(
      fc.property(delivery, ({ a, b, tries }) => {
        const town = server();
        const acknowledged = { a: 0, b: 0 };
        for (const { tablet, sends, lost } of tries) {
          const [name, all] = tablet ? (["a", a] as const) : (["b", b] as const);
          const batch = all.slice(acknowledged[name], acknowledged[name] + sends);
          for (const one of batch) town.take(one);
          // The answer is lost: the tablet sends the same again.
          if (!lost) acknowledged[name] += batch.length;
        }
        for (const one of [...a.slice(acknowledged.a), ...b.slice(acknowledged.b)]) town.take(one);
        expect([...town.rows.keys()].sort()).toEqual([...a, ...b].map(({ id }) => id).sort());
        const settled = JSON.stringify([town.stay(), [...town.rows.values()].map(({ outcome }) => outcome)]);
        for (const one of [...b, ...a, ...b]) town.take(one);
        expect(JSON.stringify([town.stay(), [...town.rows.values()].map(({ outcome }) => outcome)])).toBe(
          settled,
        );
      }),
      { numRuns: 400 },
    );
  });

  it("when nothing is left to settle, the order of receipt does not matter", () => {
    fc.assert(
      fc.property(queue("a"), queue("b"), fc.infiniteStream(fc.boolean()), (a, b, turns) => {
        const merged = server();
        const [left, right] = [[...a], [...b]];
        for (const first of turns) {
          const next = (first ? left : right).shift() ?? left.shift() ?? right.shift();
          if (!next) break;
          merged.take(next);
        }
        if ([...merged.rows.values()].some(({ outcome }) => outcome === "conflict")) return;
        const inOrder = [...merged.rows.values()].filter(({ outcome }) => outcome !== "refused");
        const all = inOrder.map((row) => row.mark);
        expect(merged.stay()).toEqual(stayOf(planned, fold(planned, nothingClaimed, all).claims));
      }),
      { numRuns: 400 },
    );
  });

  it("a stay has no departure without an arrival before it", () => {
    fc.assert(
      fc.property(queue("a"), queue("b"), (a, b) => {
        const town = server();
        for (const one of [...b, ...a]) town.take(one);
        const { state, arrivedAt, leftAt } = town.stay();
        expect(state === "left").toBe(leftAt !== null);
        expect(arrivedAt !== null).toBe(state === "left" || state === "arrived");
        if (arrivedAt && leftAt) expect(leftAt.getTime()).toBeGreaterThan(arrivedAt.getTime());
      }),
      { numRuns: 400 },
    );
  });
});
