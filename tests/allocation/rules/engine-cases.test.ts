import { describe, expect, it } from "vitest";
import { byCodePoint } from "#app/allocation/rules/code-point-order.ts";
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance, InstanceReserve, InstanceResource } from "#app/allocation/rules/instance.ts";
import { request, total, town } from "./small-town.ts";

const heldIn = (instance: Instance): Record<string, number | null> =>
  Object.fromEntries([...allocate(instance).lines].map(({ request, option }) => [request, option]));
const lineOf = (instance: Instance, id: string) =>
  [...allocate(instance).lines].find((line) => line.request === id)!;

const oneInsertion: InstanceReserve = {
  id: "r1",
  facility: "F1",
  class: "insertion",
  target: 1,
  unit: "places",
};
const insertion = { classes: ["insertion"] };

describe("the choice rule", () => {
  it("gives the place to the best points, and says why to the other", () => {
    const two = town([request("Ana", 10, ["F1 both"]), request("Bob", 20, ["F1 both", "F1 monday"])]);
    expect(heldIn(two)).toEqual({ Ana: null, Bob: 0 });
    const { lottery } = two.requests[1]!;
    expect(lineOf(two, "Ana").refused).toEqual([
      {
        option: 0,
        binding: ["F1/total/0", "F1/total/1"].map((resource) => ({
          resource,
          used: 1,
          need: 1,
          cap: 1,
          threshold: { points: 20, lottery },
        })),
      },
    ]);
  });

  it("lets two children share a week", () => {
    expect(heldIn(town([request("Ana", 1, ["F1 monday"]), request("Bob", 2, ["F1 tuesday"])]))).toEqual({
      Ana: 0,
      Bob: 0,
    });
  });

  it("at equal points, follows the draw", () => {
    const [ana, bob] = [request("Ana", 5, ["F1 both"]), request("Bob", 5, ["F1 both"])];
    expect(
      heldIn(
        town([
          { ...ana, lottery: 2 },
          { ...bob, lottery: 1 },
        ]),
      ),
    ).toEqual({ Ana: null, Bob: 0 });
  });

  it("counts local points at their facility alone", () => {
    const ana = request("Ana", 5, ["F1 both"], { localPoints: { F1: 10, F2: 50 } });
    expect(heldIn(town([ana, request("Bob", 10, ["F1 both"])]))).toEqual({ Ana: 0, Bob: null });
  });

  it("serves the seats held before a reserve: pitfall 1", () => {
    const seat = request("Seat", 0, ["F2 both", "F1 both!"]);
    const reserved = request("New", 50, ["F1 both"], insertion);
    const rules = { reserves: [oneInsertion] };
    const resources = [total("F1", 0, 1), total("F1", 1, 1), total("F2", 0, 0), total("F2", 1, 0)];
    const held = town([seat, reserved], resources, rules);
    expect(heldIn(held)).toEqual({ New: null, Seat: 1 });
    expect(lineOf(held, "Seat")).toMatchObject({ precedence: "maintien" });
    expect(lineOf(held, "New").refused[0]!.binding[0]).toMatchObject({ used: 1, threshold: null });
  });

  it("lets whoever left its seat take it back from a reserved holder: pitfall 2", () => {
    const resources = [total("F1", 0, 1), total("F1", 1, 1), total("F2", 0, 1), total("F2", 1, 1)];
    const requests = [
      request("Seat", 30, ["F2 both", "F1 both!"]),
      request("New", 20, ["F1 both"], insertion),
      // Comes after by base points, and takes F2 by local ones.
      request("Late", 10, ["F2 both"], { localPoints: { F2: 100 } }),
    ];
    expect(heldIn(town(requests, resources, { reserves: [oneInsertion] }))).toEqual({
      Late: 0,
      New: null,
      Seat: 1,
    });
  });

  it("keeps a reserve for its class, however few the points, and gives what is left to the points", () => {
    const resources = [total("F1", 0, 2), total("F1", 1, 2)];
    const requests = [
      request("Ana", 90, ["F1 both"]),
      request("Bob", 80, ["F1 both"]),
      request("Ines", 1, ["F1 both"], insertion),
    ];
    const reserved = town(requests, resources, { reserves: [oneInsertion] });
    expect(heldIn(reserved)).toEqual({ Ana: 0, Bob: null, Ines: 0 });
    expect(lineOf(reserved, "Ines")).toMatchObject({ precedence: "reserve" });
    expect(heldIn(town(requests.slice(0, 2), resources, { reserves: [oneInsertion] }))).toEqual({
      Ana: 0,
      Bob: 0,
    });
  });

  it("gives the reserve to the best of its class whoever came first: pitfall 4", () => {
    const requests = [
      request("Ines", 1, ["F1 both"], insertion),
      request("Jeanne", 2, ["F2 both", "F1 both"], insertion),
      request("Late", 0, ["F2 both"], { localPoints: { F2: 100 } }),
    ];
    const resources = [total("F1", 0, 1), total("F1", 1, 1), total("F2", 0, 1), total("F2", 1, 1)];
    const reserved = town(requests, resources, { reserves: [oneInsertion] });
    expect(heldIn(reserved)).toEqual({ Ines: null, Jeanne: 1, Late: 0 });
    expect(lineOf(reserved, "Jeanne")).toMatchObject({ precedence: "reserve" });
  });

  it("counts a reserve in half-hours when it says so", () => {
    const resources = [total("F1", 0, 2), total("F1", 1, 1)];
    const requests = [
      request("Ana", 90, ["F1 both"]),
      request("Ines", 2, ["F1 monday"], insertion),
      request("Jeanne", 1, ["F1 tuesday"], insertion),
    ];
    const hours = { ...oneInsertion, unit: "halfHours" as const, target: 9 };
    expect(heldIn(town(requests, resources, { reserves: [hours] }))).toEqual({
      Ana: null,
      Ines: 0,
      Jeanne: 0,
    });
  });
});

describe("what an option uses", () => {
  it("brothers and sisters come together or not at all, even to two facilities", () => {
    const children = [
      { id: "K1", section: "B", staffUnits: 8 },
      { id: "K2", section: "M", staffUnits: 5 },
    ];
    const parts = ["F1", "F2"].map((facility, child) => ({ child, facility, pattern: "both" }));
    const both = request("Both", 50, [], { children, options: [{ kind: "wish", parts }] });
    const resources = (second: number) => [
      ...[0, 1].map((cell) => total("F1", cell, 1)),
      ...[0, 1].map((cell) => total("F2", cell, second)),
    ];
    const alone = request("Alone", 1, ["F1 both"]);
    expect(heldIn(town([both, alone], resources(1)))).toEqual({ Alone: null, Both: 0 });
    expect(heldIn(town([both, alone], resources(0)))).toEqual({ Alone: 0, Both: null });
  });

  it("a child changes section with the period", () => {
    const base = town([], [total("F1", 0, 9), total("F1", 1, 9)]);
    const section = (label: string, cell: number, cap: number): InstanceResource => ({
      id: `F1/${label}/${cell}`,
      facility: "F1",
      kind: "section",
      section: label,
      cell,
      cap,
      hardCap: cap,
    });
    const growing = request("Ana", 1, ["F1 both"], {
      children: [{ id: "K", section: { autumn: "B", winter: "M" }, staffUnits: 8 }],
    });
    const cells = base.cells.map((cell, at) => ({ ...cell, period: at === 0 ? "autumn" : "winter" }));
    const limits = (winter: number) => [
      section("B", 0, 1),
      section("B", 1, 0),
      section("M", 0, 0),
      section("M", 1, winter),
    ];
    const open = { ...base, cells, requests: [growing], resources: [...base.resources, ...limits(1)] };
    expect(heldIn(open)).toEqual({ Ana: 0 });
    const shut = { ...open, resources: [...base.resources, ...limits(0)] };
    expect(heldIn(shut)).toEqual({ Ana: null });
    expect(lineOf(shut, "Ana").refused[0]!.binding.map(({ resource }) => resource)).toEqual(["F1/M/1"]);
  });

  it("hours of a week count the cells of that week and those of every week", () => {
    const base = town([], [total("F1", 0, 9), total("F1", 1, 9)]);
    const cells = base.cells.map((cell, at) => ({ ...cell, week: at === 0 ? ("A" as const) : null }));
    const hours = (week: "A" | "B", cap: number) =>
      ({
        id: `F1/hours/${week}`,
        facility: "F1",
        kind: "weekHours",
        week,
        period: null,
        cap,
        hardCap: cap,
      }) as const;
    const requests = [request("Ana", 1, ["F1 both"])];
    const limited = (a: number, b: number) => ({
      ...base,
      cells,
      requests,
      resources: [...base.resources, hours("A", a), hours("B", b)],
    });
    expect(heldIn(limited(16, 8))).toEqual({ Ana: 0 });
    expect(heldIn(limited(15, 8))).toEqual({ Ana: null });
    expect(heldIn(limited(16, 7))).toEqual({ Ana: null });
  });

  it("staff and quotas limit as places do", () => {
    const more = [
      { id: "F1/staff/0", facility: "F1", kind: "staff", cell: 0, cap: 13, hardCap: 13 },
      { id: "F1/outside", facility: "F1", kind: "classMax", class: "outside", cap: 0, hardCap: 0 },
    ] as const;
    const resources = [total("F1", 0, 9), total("F1", 1, 9), ...more];
    const outside = request("Out", 99, ["F1 monday"], { classes: ["outside"] });
    const requests = [request("Ana", 2, ["F1 monday"]), request("Bob", 1, ["F1 monday"]), outside];
    expect(heldIn(town(requests, resources))).toEqual({ Ana: 0, Bob: null, Out: null });
  });
});

describe("order of ids", () => {
  it("is by code point, not by unit of 16 bits", () => {
    expect(["\u{1F600}", "\uFF21", "b", "a", "ab"].sort(byCodePoint)).toEqual([
      "a",
      "ab",
      "b",
      "\uFF21",
      "\u{1F600}",
    ]);
  });
});
