import type { Cell, Option, Request, Resource } from "./instance-file.ts";
import type { Facility, Town } from "./town.ts";

/** What an option takes at one facility: units by limit, children and half-hours for the reserves. */
export type Use = { limits: number[]; units: number[]; places: number; halfHours: number };

/** @returns the units of a use on a limit of its facility, 0 when it takes none */
export function unitsOn(use: Use, limit: number): number {
  const found = use.limits.indexOf(limit);
  return found < 0 ? 0 : use.units[found]!;
}

/** What is not said is the same all along: it meets every week, every period. */
const meets = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

function unitsInCell(resource: Resource, child: Request["children"][number], cell: Cell): number {
  if (resource.kind === "total") return 1;
  if (resource.kind === "staff") return child.staffUnits;
  if (resource.kind !== "section") return 0;
  const section = typeof child.section === "string" ? child.section : child.section.get(cell.period ?? "");
  return section === resource.section ? 1 : 0;
}

/** Derives the use of an option at a facility from its patterns, part by part and cell by cell. */
export function useAt(town: Town, request: Request, option: Option, facility: Facility): Use {
  const units = new Map<number, number>();
  const take = (limit: number, more: number): void => {
    if (more > 0) units.set(limit, (units.get(limit) ?? 0) + more);
  };
  let places = 0;
  let halfHours = 0;
  for (const part of option.parts) {
    if (part.facility !== facility.id) continue;
    places++;
    const child = request.children[part.child]!;
    for (const index of town.instance.patterns.get(part.pattern)!) {
      const cell = town.instance.cells[index]!;
      halfHours += cell.halfHours;
      for (const limit of facility.at[index]!)
        take(limit, unitsInCell(facility.resources[limit]!, child, cell));
      for (const limit of facility.hours) {
        const resource = facility.resources[limit]!;
        if (resource.kind !== "weekHours") continue;
        if (meets(resource.week, cell.week) && meets(resource.period, cell.period))
          take(limit, cell.halfHours);
      }
    }
    for (const limit of facility.maxima) {
      const resource = facility.resources[limit]!;
      if (resource.kind === "classMax" && request.classes.includes(resource.class)) take(limit, 1);
    }
  }
  return { limits: [...units.keys()], units: [...units.values()], places, halfHours };
}

/** @returns the facilities of an option, each once */
export function facilitiesOf(town: Town, option: Option): Facility[] {
  return [...new Set(option.parts.map((part) => part.facility))].map((id) => town.facilities.get(id)!);
}
