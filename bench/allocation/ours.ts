// The engine's answer as a plan, and the capacities with the surnombre that it declares.
import type { AllocationResult } from "#app/allocation/rules/engine.ts";
import type { Plan } from "./grievances.ts";
import type { Tables } from "./tables.ts";

/** The option of each request, in the order of the instance. */
export function planOf(tables: Tables, result: AllocationResult): Plan {
  const at = new Map(tables.instance.requests.map(({ id }, index) => [id, index]));
  const plan = new Int32Array(at.size).fill(-1);
  for (const { request, option } of result.lines) if (option !== null) plan[at.get(request)!] = option;
  return plan;
}

/** Capacities, the places beyond them included. */
export function capsWith(tables: Tables, result: AllocationResult): Int32Array[] {
  const caps = tables.caps.map((one) => one.slice());
  const at = new Map(
    tables.resourceIds.flatMap((ids, facility) => ids.map((id, index) => [id, [facility, index]] as const)),
  );
  for (const { resource, plus } of result.surnombre) {
    const [facility, index] = at.get(resource)!;
    caps[facility]![index]! += plus;
  }
  return caps;
}
