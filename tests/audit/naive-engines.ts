// Ways to give places that are easy to write, two of them wrong on purpose.
import {
  chosen,
  facilitiesOf,
  type Held,
  honestResult,
  isBetter,
  keyAt,
  unitsOf,
  type Wish,
} from "./naive-certificate.ts";
import type { Result } from "#app/audit/rules/result-file.ts";
import type { InstanceFile, RequestFile } from "./small-towns.ts";

/** Each in turn takes the best option that still fits; `kept` are seated first. */
export function inTurn(
  instance: InstanceFile,
  order: readonly RequestFile[],
  kept: readonly RequestFile[],
): Held {
  const held: Held = new Map(kept.map(({ id, current }) => [id, current!]));
  const byId = new Map(instance.requests.map((request) => [request.id, request]));
  const fits = (request: RequestFile, option: number): boolean =>
    [...unitsOf(instance, request, option)].every(([id, need]) => {
      let used = 0;
      for (const [other, seat] of held)
        if (other !== request.id) used += unitsOf(instance, byId.get(other)!, seat).get(id) ?? 0;
      return used + need <= instance.resources.find((resource) => resource.id === id)!.cap;
    });
  for (const request of order) {
    const best = request.options.findIndex((_, option) => fits(request, option));
    if (best >= 0) held.set(request.id, best);
  }
  return held;
}

/** Right where points are the same everywhere, without reserve or kept seat. */
export function byPoints(instance: InstanceFile): Held {
  const order = [...instance.requests].sort((a, b) => (isBetter(keyAt(a, ""), keyAt(b, "")) ? -1 : 1));
  return inTurn(instance, order, []);
}

/** Wrong: the classes with a reserve are served before those who already hold a seat. */
export function reserveBeforeKept(instance: InstanceFile): Held {
  const classes = instance.rules.reserves.map((reserve) => reserve.class);
  const rank = (request: RequestFile): number =>
    request.classes.some((own) => classes.includes(own)) ? 0 : request.current === null ? 2 : 1;
  const order = [...instance.requests].sort(
    (a, b) => rank(a) - rank(b) || (isBetter(keyAt(a, ""), keyAt(b, "")) ? -1 : 1),
  );
  return inTurn(instance, order, []);
}

/** Wrong here: textbook deferred acceptance, where a refusal is final though the place may come free again. */
export function permanentRefusals(instance: InstanceFile): Held {
  const held: Held = new Map();
  const next = new Map(instance.requests.map(({ id }) => [id, 0]));
  const pending = [...instance.requests].reverse();
  for (let request = pending.pop(); request; request = pending.pop()) {
    const option = next.get(request.id)!;
    if (option >= request.options.length) continue;
    next.set(request.id, option + 1);
    const out: RequestFile[] = [];
    const accepts = facilitiesOf(request, option).every((facility) => {
      const others = instance.requests.flatMap((other): Wish | [] => {
        const seat = held.get(other.id);
        return seat !== undefined && facilitiesOf(other, seat).includes(facility)
          ? { request: other, option: seat }
          : [];
      });
      const taken = chosen(instance, facility, [...others, { request, option }]).map((own) => own.request);
      out.push(...others.map((other) => other.request).filter((other) => !taken.includes(other)));
      return taken.includes(request);
    });
    if (!accepts) pending.push(request);
    else {
      held.set(request.id, option);
      for (const { id } of new Set(out)) held.delete(id);
      pending.push(...new Set(out));
    }
  }
  return held;
}

/** What an engine publishes that believes itself free of claims. */
export function unawareResult(instance: InstanceFile, held: Held): Result {
  const result = honestResult(instance, held);
  return { ...result, claims: [], header: { ...result.header, claims: 0 } };
}
