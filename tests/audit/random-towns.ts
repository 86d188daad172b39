import type { GeneratorValue } from "fast-check";
import fc from "fast-check";
import { anInstance, aRequest, type InstanceFile, places, type RequestFile } from "./small-towns.ts";

/** Sections, hours, staff and shares at two or three facilities; nobody asks yet. */
function limits(g: GeneratorValue): InstanceFile["resources"] {
  const number = (max: number): number => g(fc.integer, { min: 1, max });
  return ["F1", "F2"].flatMap((facility) => {
    const limit = (id: string, cap: number) => ({ id: `${facility}/${id}`, facility, cap, hardCap: cap });
    const all: InstanceFile["resources"] = [
      { ...limit("B/0", number(3)), kind: "section", section: "B", cell: 0 },
      { ...limit("M/1", number(3)), kind: "section", section: "M", cell: 1 },
      { ...limit("hours", 4 * number(6)), kind: "weekHours", week: null, period: null },
      { ...limit("staff/1", 8 * number(4)), kind: "staff", cell: 1 },
      { ...limit("outside", number(2)), kind: "classMax", class: "nonResident" },
    ];
    return [...places(facility, number(3)), ...all.filter(() => g(fc.boolean))];
  });
}

const alone = ["F1 am", "F1 pm", "F1 day", "F2 am", "F2 pm", "F2 day"];
const together = ["F1 am + F1 am", "F1 day + F2 pm", "F2 am + F2 day", "F2 pm + F1 am"];
const classes = ["insertion", "nonResident", "avip"];

function someone(g: GeneratorValue, index: number, draw: number, isLocal: boolean): RequestFile {
  const isAlone = g(fc.integer, { min: 0, max: 4 }) > 0;
  const wishes = g(fc.shuffledSubarray, isAlone ? alone : together, { minLength: 1 });
  const children = ["B", "M"].map((section, child) => ({
    id: `K${index}-${child}`,
    section,
    staffUnits: 8 - child,
  }));
  const local = isLocal && g(fc.boolean) ? { F1: g(fc.integer, { min: 0, max: 3 }) } : {};
  return aRequest(`R${index}`, g(fc.integer, { min: 0, max: 5 }), draw, wishes, {
    children: isAlone ? [children[g(fc.integer, { min: 0, max: 1 })]!] : children,
    classes: g(fc.subarray, classes),
    localPoints: local as Record<string, number>,
  });
}

/** The morning is in one week and period, the afternoon in another; limits and children differ accordingly. */
function date(g: GeneratorValue, { cells, resources, requests }: InstanceFile): void {
  const weeks = g(fc.constantFrom<("A" | "B" | null)[][]>, ["A", "B"], ["A", null], [null, null]);
  cells.forEach((cell, index) => {
    cell.week = weeks[index]!;
    cell.period = index === 0 ? "T4" : "T1";
  });
  for (const resource of resources)
    if (resource.kind === "weekHours") {
      resource.week = g(fc.constantFrom<("A" | "B" | null)[]>, null, "A", "B");
      resource.period = g(fc.constantFrom<(string | null)[]>, null, "T4", "T1");
    }
  for (const child of requests.flatMap(({ children }) => children))
    if (g(fc.boolean)) child.section = { T4: "B", T1: "M" };
}

/** A tiny town; `isLocal` adds points of one facility, `isReserved` reserves, `isDated` weeks and periods. */
export function aTinyTown(
  g: GeneratorValue,
  { isLocal = false, isReserved = false, isDated = false } = {},
): InstanceFile {
  const size = g(fc.integer, { min: 1, max: 7 });
  const draws = g(
    fc.shuffledSubarray,
    Array.from({ length: size }, (_, draw) => draw),
    { minLength: size },
  );
  const instance = anInstance({
    resources: limits(g),
    requests: draws.map((draw, index) => someone(g, index, draw, isLocal)),
  });
  if (isDated) date(g, instance);
  if (!isReserved) return instance;
  for (const [id, facility, own] of [
    ["r1", "F1", "insertion"],
    ["r2", "F1", "avip"],
    ["r3", "F2", "insertion"],
  ] as const) {
    const unit = g(fc.constantFrom<("places" | "halfHours")[]>, "places", "halfHours");
    instance.rules.reserves.push({
      id,
      facility,
      class: own,
      target: g(fc.integer, { min: 0, max: 5 }),
      unit,
    });
  }
  return instance;
}

/** Makes the seats held those that were kept, and cuts each list there, as a family that asks for a transfer has it. */
export function keepSeats(instance: InstanceFile, seats: ReadonlyMap<string, number>): RequestFile[] {
  return instance.requests.filter((request) => {
    const seat = seats.get(request.id);
    if (seat === undefined) return false;
    request.options = [...request.options.slice(0, seat), { ...request.options[seat]!, kind: "current" }];
    request.current = seat;
    return true;
  });
}
