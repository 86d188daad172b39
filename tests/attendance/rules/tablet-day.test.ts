import { describe, expect, it } from "vitest";
import type { Operation } from "#app/attendance/rules/operation.ts";
import { type TabletDay, type TabletStay, tabletView } from "#app/attendance/rules/tablet-day.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";

const today = asDay("2026-09-14");
const clock = (hour: number, minute = 0, day = today): Date => instantAt(day, hour * 60 + minute);
const ms = (hour: number, minute = 0, day = today): number => clock(hour, minute, day).getTime();

const stay = (id: string, more: Partial<TabletStay> = {}): TabletStay => ({
  id,
  sectionId: "babies",
  firstName: id,
  lastName: "Martin",
  day: today,
  start: ms(8),
  end: ms(17),
  state: "planned",
  arrivedAt: null,
  leftAt: null,
  absenceCode: null,
  seen: 0,
  notes: [],
  ...more,
});
const day = (stays: TabletStay[]): TabletDay => ({
  place: { id: "creche", name: "La Grande Ourse" },
  by: "device:door",
  at: ms(7),
  today,
  closesAt: ms(18, 30),
  sections: [
    { id: "babies", name: "Bébés", staff: { count: 2, at: ms(7) } },
    { id: "big", name: "Grands", staff: null },
  ],
  stays,
  children: [{ contractId: "c-zoe", sectionId: "big", firstName: "Zoé", lastName: "Petit" }],
  conflicts: [],
});
let made = 0;
const mark = (presenceId: string, name: "arrive" | "leave" | "absent" | "undo", at: number): Operation => ({
  id: `op-${(made += 1)}`,
  kind: "mark",
  presenceId,
  mark: name,
  code: null,
  seen: 0,
  at,
});
const names = (view: ReturnType<typeof tabletView>): string[] =>
  view.groups.flatMap(({ lines }) => lines.map(({ id }) => id));

describe("the list of a tablet", () => {
  it("shows what is to be done first: expected about now, then present, then later, gone and absent", () => {
    const stays = [
      stay("gone", { state: "left", arrivedAt: ms(7, 30), leftAt: ms(7, 50) }),
      stay("afternoon", { start: ms(14) }),
      stay("here", { state: "arrived", arrivedAt: ms(7, 55) }),
      stay("absent", { state: "absent" }),
      stay("late", { start: ms(7, 30) }),
      stay("soon", { start: ms(8, 30) }),
    ];
    expect(names(tabletView(day(stays), [], clock(8)))).toEqual([
      "late",
      "soon",
      "here",
      "afternoon",
      "gone",
      "absent",
    ]);
  });

  it("shows at once what waits to be sent", () => {
    const waiting = [mark("lina", "arrive", ms(8, 5)), mark("lina", "leave", ms(17, 20))];
    const [group] = tabletView(day([stay("lina")]), waiting, clock(17, 30)).groups;
    expect(group!.lines).toMatchObject([
      { standing: "left", leftAt: clock(17, 20), late: 20, waiting: true },
    ]);
  });

  it("brings in a child whom nobody expected, who leaves like the others", () => {
    const arrival: Operation = {
      id: "new",
      kind: "unplanned",
      sectionId: "big",
      child: { contractId: "c-zoe" },
      at: ms(9, 2),
    };
    const there = tabletView(day([]), [arrival], clock(15));
    expect(there.groups[1]!.lines).toMatchObject([
      { name: "Zoé Petit", standing: "present", unplanned: true, late: 0 },
    ]);
    const gone = tabletView(day([]), [arrival, mark("new", "leave", ms(16))], clock(16, 1));
    expect(gone.groups[1]!.lines).toMatchObject([{ standing: "left" }]);
    const undone = tabletView(day([]), [arrival, mark("new", "undo", ms(9, 3))], clock(16));
    expect(names(undone)).toEqual([]);
  });

  it("counts the adults as last said here", () => {
    const count: Operation = { id: "n", kind: "staffCount", sectionId: "babies", staff: 3, at: ms(9) };
    expect(tabletView(day([]), [count], clock(9)).groups.map(({ staff }) => staff)).toEqual([3, null]);
  });

  it("says who is still there after closing", () => {
    const kept = day([
      stay("lina", { state: "arrived", arrivedAt: ms(8) }),
      stay("tom", { state: "left", arrivedAt: ms(8), leftAt: ms(17) }),
    ]);
    expect(tabletView(kept, [], clock(18, 30)).afterClosing).toEqual([]);
    expect(tabletView(kept, [], clock(18, 31)).afterClosing.map(({ id }) => id)).toEqual(["lina"]);
  });

  it("goes on after midnight without a network: the night is there, then the children of the new day", () => {
    const tomorrow = addDays(today, 1);
    const kept = day([
      stay("night", { start: ms(22), end: ms(6, 0, tomorrow), state: "arrived", arrivedAt: ms(22) }),
      stay("day", { state: "left", arrivedAt: ms(8), leftAt: ms(17) }),
      stay("morning", { day: tomorrow, start: ms(6, 30, tomorrow), end: ms(14, 0, tomorrow) }),
    ]);
    expect(names(tabletView(kept, [], clock(23, 50)))).toEqual(["night", "day"]);
    expect(names(tabletView(kept, [], clock(0, 10, tomorrow)))).toEqual(["night", "morning"]);
    const left = [mark("night", "leave", ms(6, 5, tomorrow))];
    expect(tabletView(kept, left, clock(6, 10, tomorrow)).present).toBe(0);
  });
});
