// What a schema cannot say of the requests of an instance.
import { sectionIn, readUses } from "./engine-uses.ts";
import { InstanceFault, Once, mustBeIndex, mustExist } from "./instance-checks.ts";
import type { Instance, InstanceOption, InstanceRequest } from "./instance.ts";

/** Says where a facility is closed for a pattern: the id of a cell without `total`; null when it is open. */
function closedCells(instance: Instance): (facility: string, pattern: string) => string | null {
  const open = new Map(instance.facilities.map(({ id }) => [id, new Set<number>()]));
  for (const resource of instance.resources)
    if (resource.kind === "total") open.get(resource.facility)!.add(resource.cell);
  const answers = new Map([...open.keys()].map((id) => [id, new Map<string, string | null>()]));
  return (facility, pattern) => {
    const known = answers.get(facility)!;
    let answer = known.get(pattern);
    if (answer === undefined) {
      const closed = instance.patterns[pattern]!.find((cell) => !open.get(facility)!.has(cell));
      answer = closed === undefined ? null : instance.cells[closed]!.id;
      known.set(pattern, answer);
    }
    return answer;
  };
}

function checkCurrent({ options, current }: InstanceRequest, path: string): void {
  for (const [at, { kind }] of options.entries())
    if (kind === "current" && at !== current)
      throw new InstanceFault(
        `${path}.options[${at}].kind`,
        `"current" alors que / while current: ${current}`,
      );
  if (current === null) return;
  mustBeIndex(current, options.length, `${path}.current`);
  if (current !== options.length - 1 || options[current]!.kind !== "current")
    throw new InstanceFault(
      `${path}.current`,
      'doit être la dernière option, de genre "current" / must be the last option, of kind "current"',
    );
}

type Known = {
  facilities: Set<string>;
  patterns: Map<string, (string | null)[]>;
  closed: ReturnType<typeof closedCells>;
};

function checkOption(option: InstanceOption, request: InstanceRequest, known: Known, path: string): void {
  for (const [at, { child, facility, pattern }] of option.parts.entries()) {
    const where = `${path}.parts[${at}]`;
    mustBeIndex(child, request.children.length, `${where}.child`);
    if (!known.facilities.has(facility)) mustExist(known.facilities, facility, `${where}.facility`);
    const periods = known.patterns.get(pattern);
    if (!periods) return mustExist(known.patterns, pattern, `${where}.pattern`);
    for (const period of periods)
      if (sectionIn(request.children[child]!, period) === undefined)
        throw new InstanceFault(
          where,
          `l'enfant n'a pas de section / the child has no section: ${JSON.stringify(period)}`,
        );
    const closed = known.closed(facility, pattern);
    if (closed !== null)
      throw new InstanceFault(
        where,
        `${facility} est fermé, sans total / is closed, has no total: ${JSON.stringify(closed)}`,
      );
  }
  for (let child = 0; child < request.children.length; child += 1)
    if (!option.parts.some((part) => part.child === child))
      throw new InstanceFault(`${path}.parts`, `rien pour l'enfant / nothing for child ${child}`);
}

/** Seats held fit together, under `cap`: the choice rule always keeps them. */
function checkSeats(instance: Instance): void {
  const uses = readUses(instance);
  const used = new Map(instance.facilities.map(({ id }) => [id, new Int32Array(uses.count)]));
  for (const { current, options, children, classes } of instance.requests)
    if (current !== null)
      for (const { child, facility, pattern } of options[current]!.parts)
        uses.add(used.get(facility)!, pattern, children[child]!, classes);
  for (const [at, resource] of instance.resources.entries()) {
    const held = used.get(resource.facility)![uses.slotOf(resource)]!;
    if (held > resource.cap)
      throw new InstanceFault(
        `resources[${at}].cap`,
        `les places déjà tenues en prennent / seats already held use ${held}`,
      );
  }
}

/** @throws InstanceFault at the first fault; checkFrame has passed */
export function checkRequests(instance: Instance): void {
  const known: Known = {
    facilities: new Set(instance.facilities.map(({ id }) => id)),
    patterns: new Map(
      Object.entries(instance.patterns).map(([id, cells]) => [
        id,
        [...new Set(cells.map((cell) => instance.cells[cell]!.period))],
      ]),
    ),
    closed: closedCells(instance),
  };
  const [ids, children, draws] = [new Once<string>(), new Once<string>(), new Once<number>()];
  for (const [at, request] of instance.requests.entries()) {
    const path = `requests[${at}]`;
    ids.add(request.id, `${path}.id`);
    draws.add(request.lottery, `${path}.lottery`);
    for (const [index, { id }] of request.children.entries())
      children.add(id, `${path}.children[${index}].id`);
    if (new Set(request.classes).size < request.classes.length)
      throw new InstanceFault(`${path}.classes`, "deux fois la même / the same twice");
    for (const facility of Object.keys(request.localPoints))
      mustExist(known.facilities, facility, `${path}.localPoints`);
    checkCurrent(request, path);
    for (const [index, option] of request.options.entries())
      checkOption(option, request, known, `${path}.options[${index}]`);
  }
  checkSeats(instance);
}
