// What an option takes of each resource, derived from its patterns (allocation.md §12); the files never store it.
import { sectionIn } from "./engine-uses.ts";
import type {
  Instance,
  InstanceCell,
  InstanceChild,
  InstanceRequest,
  InstanceResource,
  InstancePart,
} from "./instance.ts";

/** Units of the resource, and how many children of the request use it. */
export type Use = { units: number; children: number };

type OfFacility = { byCell: Map<number, InstanceResource[]>; other: InstanceResource[] };

/** The resources of each facility, those of a cell under its index. */
export type FacilityResources = Map<string, OfFacility>;

/** @returns the resources of each facility, found by cell */
export function facilityResources({ resources }: Pick<Instance, "resources">): FacilityResources {
  const all: FacilityResources = new Map();
  for (const resource of resources) {
    const own: OfFacility = all.get(resource.facility) ?? { byCell: new Map(), other: [] };
    all.set(resource.facility, own);
    if (!("cell" in resource)) own.other.push(resource);
    else own.byCell.set(resource.cell, [...(own.byCell.get(resource.cell) ?? []), resource]);
  }
  return all;
}

const matches = (limit: string | null, own: string | null): boolean =>
  limit === null || own === null || limit === own;

/** What one part takes of a resource, in its units. */
function unitsOf(
  resource: InstanceResource,
  part: { cells: { index: number; cell: InstanceCell }[]; child: InstanceChild; classes: string[] },
): number {
  if (resource.kind === "classMax") return part.classes.includes(resource.class) ? 1 : 0;
  if (resource.kind === "weekHours")
    return part.cells
      .filter(({ cell }) => matches(resource.week, cell.week) && matches(resource.period, cell.period))
      .reduce((all, { cell }) => all + cell.halfHours, 0);
  if (resource.kind === "staff") return part.child.staffUnits;
  if (resource.kind === "total") return 1;
  const found = part.cells.find(({ index }) => index === resource.cell);
  return found && sectionIn(part.child, found.cell.period) === resource.section ? 1 : 0;
}

/**
 * What some parts of a request take, in the units of each resource.
 * @param only the cells that count; every cell when absent
 */
export function usesOf(
  { cells, patterns }: Pick<Instance, "cells" | "patterns">,
  resources: FacilityResources,
  { children, classes }: Pick<InstanceRequest, "children" | "classes">,
  parts: readonly InstancePart[],
  only: (cell: InstanceCell) => boolean = () => true,
): Map<string, Use> {
  const uses = new Map<string, Use>();
  const counted = new Set<string>();
  for (const part of parts) {
    const own = resources.get(part.facility);
    const child = children[part.child];
    if (!own || !child) continue;
    const used = (patterns[part.pattern] ?? []).flatMap((index) => {
      const cell = cells[index];
      return cell && only(cell) ? [{ index, cell }] : [];
    });
    if (used.length === 0) continue;
    const touched = [...used.flatMap(({ index }) => own.byCell.get(index) ?? []), ...own.other];
    for (const resource of touched) {
      const units = unitsOf(resource, { cells: used, child, classes });
      if (units === 0) continue;
      const before = uses.get(resource.id) ?? { units: 0, children: 0 };
      const user = `${part.child} ${resource.id}`;
      const more = counted.has(user) ? 0 : 1;
      counted.add(user);
      uses.set(resource.id, { units: before.units + units, children: before.children + more });
    }
  }
  return uses;
}
