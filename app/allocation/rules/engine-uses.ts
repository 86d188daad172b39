// What a part of an option uses at its facility. Limits of the same nature have the same "slot" number at every
// facility, so that one vector of uses serves wherever the same child asks for the same pattern.
import type { Instance, InstanceChild, InstanceResource } from "./instance.ts";

export type Uses = {
  /** How many slots there are. */
  count: number;
  slotOf: (resource: InstanceResource) => number;
  /** 1 where a unit is a place (total, section, classMax): surnombreMax limits those, hardCap alone the others. */
  isPlace: Uint8Array;
  /** Adds one part to `units`, an array of `count` zeros or of other parts' units. */
  add: (units: Int32Array, pattern: string, child: InstanceChild, classes: readonly string[]) => void;
  halfHours: (pattern: string) => number;
};

const name = (...words: (string | number | null)[]): string => JSON.stringify(words);

function nameOf(resource: InstanceResource): string {
  switch (resource.kind) {
    case "total":
    case "staff":
      return name(resource.kind, resource.cell);
    case "section":
      return name("section", resource.section, resource.cell);
    case "weekHours":
      return name("weekHours", resource.week, resource.period);
    case "classMax":
      return name("classMax", resource.class);
  }
}

/** The section of a child in a period; undefined when the file does not say. */
export function sectionIn({ section }: InstanceChild, period: string | null): string | undefined {
  if (typeof section === "string") return section;
  return period !== null && Object.hasOwn(section, period) ? section[period] : undefined;
}

const meets = <Value>(one: Value | null, other: Value | null): boolean =>
  one === null || other === null || one === other;

/** Reads the resources of the instance once. */
export function readUses({ resources, cells, patterns }: Instance): Uses {
  const slots = new Map<string, number>();
  const [isPlace, weekHours]: [number[], { slot: number; week: string | null; period: string | null }[]] = [
    [],
    [],
  ];
  for (const resource of resources) {
    const limit = nameOf(resource);
    if (slots.has(limit)) continue;
    const slot = slots.size;
    slots.set(limit, slot);
    isPlace.push(resource.kind === "staff" || resource.kind === "weekHours" ? 0 : 1);
    if (resource.kind === "weekHours") weekHours.push({ slot, week: resource.week, period: resource.period });
  }
  const perCell = (kind: string): (number | undefined)[] =>
    cells.map((_, cell) => slots.get(name(kind, cell)));
  const [totals, staff] = [perCell("total"), perCell("staff")];
  const bySection = new Map<string, (number | undefined)[]>();
  const sectionSlots = (section: string): (number | undefined)[] => {
    let found = bySection.get(section);
    if (!found) {
      found = cells.map((_, cell) => slots.get(name("section", section, cell)));
      bySection.set(section, found);
    }
    return found;
  };
  const hoursOf = cells.map((cell) =>
    weekHours
      .filter(({ week, period }) => meets(week, cell.week) && meets(period, cell.period))
      .map(({ slot }) => slot),
  );

  function add(units: Int32Array, pattern: string, child: InstanceChild, classes: readonly string[]): void {
    const put = (slot: number | undefined, amount: number): void => {
      if (slot !== undefined) units[slot]! += amount;
    };
    for (const at of patterns[pattern]!) {
      const cell = cells[at]!;
      put(totals[at], 1);
      const section = sectionIn(child, cell.period);
      if (section !== undefined) put(sectionSlots(section)[at], 1);
      put(staff[at], child.staffUnits);
      for (const slot of hoursOf[at]!) units[slot]! += cell.halfHours;
    }
    for (const label of classes) put(slots.get(name("classMax", label)), 1);
  }
  return {
    count: slots.size,
    slotOf: (resource) => slots.get(nameOf(resource))!,
    isPlace: Uint8Array.from(isPlace),
    add,
    halfHours: (pattern) => patterns[pattern]!.reduce((sum, at) => sum + cells[at]!.halfHours, 0),
  };
}
