import type { Instance, Request, Reserve, Resource } from "./instance-file.ts";
import { checkKeptSeats } from "./kept-seats.ts";
import { unreadableAt } from "./reading.ts";

/** A facility with its limits; a limit is named by its index in `resources`. */
export type Facility = {
  id: string;
  sections: readonly string[];
  resources: Resource[];
  /** For each cell, the limits met there: places, section, staff. */
  at: number[][];
  hours: number[];
  maxima: number[];
  /** In published order. */
  reserves: Reserve[];
};

/** `instance.json` with its ids looked up: every one names something. */
export type Town = {
  instance: Instance;
  facilities: Map<string, Facility>;
  /** Where each limit is. */
  resources: Map<string, { facility: Facility; index: number }>;
  requests: Map<string, Request>;
};

type Steps = (string | number)[];

function unknownId(steps: Steps, id: string): Error {
  return unreadableAt(steps, `« ${id} » n'existe pas`, `"${id}" does not exist`);
}

/** Refuses what is given twice. */
function checkOnce(items: Iterable<string | number>, stepsOf: (index: number) => Steps): void {
  const seen = new Set<string | number>();
  let index = 0;
  for (const item of items) {
    if (seen.has(item))
      throw unreadableAt(stepsOf(index), `« ${item} » est donné deux fois`, `"${item}" is given twice`);
    seen.add(item);
    index++;
  }
}

/** @returns the items by id; an id given twice is an error */
function byId<T extends { id: string }>(items: readonly T[], name: string): Map<string, T> {
  checkOnce(
    items.map(({ id }) => id),
    (index) => [name, index, "id"],
  );
  return new Map(items.map((item) => [item.id, item]));
}

function checkCells({ cells, patterns }: Instance): void {
  byId(cells, "cells");
  for (const [id, pattern] of patterns)
    pattern.forEach((cell, index) => {
      const steps = ["patterns", id, index];
      if (cell >= cells.length) throw unknownId(steps, String(cell));
      if (index > 0 && cell <= pattern[index - 1]!)
        throw unreadableAt(steps, "les créneaux ne sont pas croissants", "the cells are not ascending");
    });
}

function addResource(facility: Facility, resource: Resource, steps: Steps): void {
  if (resource.hardCap < resource.cap)
    throw unreadableAt(
      [...steps, "hardCap"],
      "plafond sous la capacité",
      "the ceiling is below the capacity",
    );
  const index = facility.resources.push(resource) - 1;
  if (resource.kind === "weekHours") facility.hours.push(index);
  else if (resource.kind === "classMax") facility.maxima.push(index);
  else {
    const limits = facility.at[resource.cell];
    if (!limits) throw unknownId([...steps, "cell"], String(resource.cell));
    const isSame = (other: Resource): boolean =>
      other.kind === resource.kind &&
      (other.kind !== "section" || resource.kind !== "section" || other.section === resource.section);
    if (limits.some((other) => isSame(facility.resources[other]!)))
      throw unreadableAt(steps, "ce créneau a déjà cette limite", "this cell already has this limit");
    limits.push(index);
  }
  if (resource.kind === "section" && !facility.sections.includes(resource.section))
    throw unknownId([...steps, "section"], resource.section);
}

function furnish(instance: Instance): Pick<Town, "facilities" | "resources"> {
  const facilities = new Map<string, Facility>();
  for (const { id, sections } of byId(instance.facilities, "facilities").values()) {
    const at = instance.cells.map((): number[] => []);
    facilities.set(id, { id, sections, resources: [], at, hours: [], maxima: [], reserves: [] });
  }
  byId(instance.resources, "resources");
  const resources: Town["resources"] = new Map();
  instance.resources.forEach((resource, index) => {
    const facility = facilities.get(resource.facility);
    if (!facility) throw unknownId(["resources", index, "facility"], resource.facility);
    addResource(facility, resource, ["resources", index]);
    resources.set(resource.id, { facility, index: facility.resources.length - 1 });
  });
  checkOnce(
    instance.rules.reserves.map(({ id }) => id),
    (index) => ["rules", "reserves", index, "id"],
  );
  instance.rules.reserves.forEach((reserve, index) => {
    const facility = facilities.get(reserve.facility);
    if (!facility) throw unknownId(["rules", "reserves", index, "facility"], reserve.facility);
    facility.reserves.push(reserve);
  });
  return { facilities, resources };
}

/** An option names what exists, and asks for no closed cell. */
function checkOptions(town: Omit<Town, "requests">, request: Request, steps: Steps): void {
  const { cells, patterns } = town.instance;
  request.options.forEach(({ kind, parts }, optionIndex) => {
    const here: Steps = [...steps, "options", optionIndex];
    if ((kind === "current") !== (optionIndex === request.current))
      throw unreadableAt(
        [...here, "kind"],
        "« current » et « kind » se contredisent",
        `"current" and "kind" disagree`,
      );
    parts.forEach((part, partIndex) => {
      const place: Steps = [...here, "parts", partIndex];
      const child = request.children[part.child];
      const facility = town.facilities.get(part.facility);
      const pattern = patterns.get(part.pattern);
      if (!child) throw unknownId([...place, "child"], String(part.child));
      if (!facility) throw unknownId([...place, "facility"], part.facility);
      if (!pattern) throw unknownId([...place, "pattern"], part.pattern);
      for (const index of pattern) {
        const cell = cells[index]!;
        if (!facility.at[index]!.some((limit) => facility.resources[limit]!.kind === "total"))
          throw unreadableAt(
            place,
            `${facility.id} est fermé : ${cell.id}`,
            `${facility.id} is closed: ${cell.id}`,
          );
        if (typeof child.section !== "string" && !child.section.has(cell.period ?? ""))
          throw unreadableAt(
            place,
            `« ${child.id} » est sans section : ${cell.id}`,
            `"${child.id}" has no section: ${cell.id}`,
          );
      }
    });
  });
}

function checkRequests(town: Omit<Town, "requests">): Map<string, Request> {
  const { requests } = town.instance;
  const found = byId(requests, "requests");
  checkOnce(
    requests.map(({ lottery }) => lottery),
    (index) => ["requests", index, "lottery"],
  );
  const children = new Set<string>();
  requests.forEach((request, index) => {
    const steps: Steps = ["requests", index];
    const { current, options, classes } = request;
    request.children.forEach(({ id }, child) => {
      const place = [...steps, "children", child, "id"];
      if (children.has(id)) throw unreadableAt(place, `« ${id} » demande deux fois`, `"${id}" asks twice`);
      children.add(id);
    });
    checkOnce(classes, (each) => [...steps, "classes", each]);
    if (current !== null && current !== options.length - 1)
      throw unreadableAt(
        [...steps, "current"],
        "la place tenue vient en dernier",
        "the held seat comes last",
      );
    for (const facility of request.localPoints.keys())
      if (!town.facilities.has(facility)) throw unknownId([...steps, "localPoints"], facility);
    checkOptions(town, request, steps);
  });
  return found;
}

/** @returns the town of an instance; @throws Unreadable where an id names nothing or where it contradicts itself */
export function townOf(instance: Instance): Town {
  checkCells(instance);
  const furnished = { instance, ...furnish(instance) };
  const town = { ...furnished, requests: checkRequests(furnished) };
  checkKeptSeats(town);
  return town;
}
