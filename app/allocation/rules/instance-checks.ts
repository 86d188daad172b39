// What a schema cannot say of an instance: names that exist, indexes in range, nothing twice.
import type { Instance, InstanceResource } from "./instance.ts";

/** A fault of the file, with the place where it is. */
export class InstanceFault extends Error {
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
  }
}

const quote = (value: unknown): string => JSON.stringify(value);

/** @throws InstanceFault when `known` does not hold it */
export function mustExist(known: { has: (id: string) => boolean }, id: string, path: string): void {
  if (!known.has(id)) throw new InstanceFault(path, `${quote(id)} n'existe pas / does not exist`);
}

/** @throws InstanceFault when the index is not one of `length` things */
export function mustBeIndex(index: number, length: number, path: string): void {
  if (index >= length) throw new InstanceFault(path, `${index} n'existe pas / does not exist`);
}

/** The things seen once, at their place; @throws InstanceFault at the second */
export class Once<Name extends string | number> {
  private seen = new Map<Name, string>();
  add(name: Name, path: string): void {
    const before = this.seen.get(name);
    if (before !== undefined)
      throw new InstanceFault(path, `${quote(name)} est déjà là / is already there: ${before}`);
    this.seen.set(name, path);
  }
  has(name: Name): boolean {
    return this.seen.has(name);
  }
}

/** What a resource limits, in one string: two resources never limit the same thing. */
function limited(resource: InstanceResource): string {
  switch (resource.kind) {
    case "total":
    case "staff":
      return JSON.stringify([resource.kind, resource.facility, resource.cell]);
    case "section":
      return JSON.stringify([resource.kind, resource.facility, resource.cell, resource.section]);
    case "weekHours":
      return JSON.stringify([resource.kind, resource.facility, resource.week, resource.period]);
    case "classMax":
      return JSON.stringify([resource.kind, resource.facility, resource.class]);
  }
}

function checkPatterns({ patterns, cells }: Instance): void {
  for (const [id, indexes] of Object.entries(patterns)) {
    const path = `patterns[${quote(id)}]`;
    for (const [at, index] of indexes.entries()) {
      mustBeIndex(index, cells.length, `${path}[${at}]`);
      if (at > 0 && index <= indexes[at - 1]!)
        throw new InstanceFault(`${path}[${at}]`, "les cellules vont en croissant / cells are ascending");
    }
  }
}

function checkResources({ resources, facilities, cells }: Instance): void {
  const sections = new Map(facilities.map((facility) => [facility.id, new Set(facility.sections)]));
  const [ids, limits] = [new Once<string>(), new Once<string>()];
  for (const [at, resource] of resources.entries()) {
    const path = `resources[${at}]`;
    ids.add(resource.id, `${path}.id`);
    mustExist(sections, resource.facility, `${path}.facility`);
    if ("cell" in resource) mustBeIndex(resource.cell, cells.length, `${path}.cell`);
    if (resource.kind === "section")
      mustExist(sections.get(resource.facility)!, resource.section, `${path}.section`);
    limits.add(limited(resource), path);
    if (resource.hardCap < resource.cap)
      throw new InstanceFault(`${path}.hardCap`, "moins que cap / less than cap");
  }
}

/** Everything but the requests. @throws InstanceFault at the first fault */
export function checkFrame(instance: Instance): void {
  const [cells, facilities, reserves] = [new Once<string>(), new Once<string>(), new Once<string>()];
  for (const [at, cell] of instance.cells.entries()) cells.add(cell.id, `cells[${at}].id`);
  for (const [at, { id, sections }] of instance.facilities.entries()) {
    facilities.add(id, `facilities[${at}].id`);
    const once = new Once<string>();
    for (const [index, section] of sections.entries())
      once.add(section, `facilities[${at}].sections[${index}]`);
  }
  checkPatterns(instance);
  checkResources(instance);
  for (const [at, { id, facility }] of instance.rules.reserves.entries()) {
    reserves.add(id, `rules.reserves[${at}].id`);
    mustExist(facilities, facility, `rules.reserves[${at}].facility`);
  }
}
