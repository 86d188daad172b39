// The complementary round of the design: shorter weeks on what is left, by priority, to families who consent.
import type { Instance, InstanceOption, InstanceRequest } from "#app/allocation/rules/instance.ts";
import { chanceOf } from "./chance.ts";
import type { Plan } from "./grievances.ts";

/** Every way to keep two days or more of a pattern, and not all; longest first. */
function shorter(cells: Instance["cells"], pattern: readonly number[]): number[][] {
  const days = [...new Set(pattern.map((cell) => cells[cell]!.weekday))];
  const kept = Array.from({ length: 2 ** days.length - 1 }, (_, chosen) =>
    days.filter((_, index) => chosen & (1 << index)),
  );
  return kept
    .filter(({ length }) => length >= 2)
    .sort((a, b) => b.length - a.length)
    .map((weekdays) => pattern.filter((cell) => weekdays.includes(cells[cell]!.weekday)));
}

/** The instance of that round: who has a seat keeps it; of the others, a share `consent` accepts fewer days. */
export function complementaryRound(town: Instance, plan: Plan, consent: number, seed: number): Instance {
  const chance = chanceOf(seed);
  const patterns = { ...town.patterns };
  const named = new Map<string, string[]>();
  const shorterOf = (pattern: string): string[] => {
    const ids =
      named.get(pattern) ??
      shorter(town.cells, town.patterns[pattern]!).map((cells) => {
        const id = `c${cells.join(".")}`;
        patterns[id] = cells;
        return id;
      });
    named.set(pattern, ids);
    return ids;
  };
  const counterOffers = ({ options }: InstanceRequest): InstanceOption[] =>
    options
      .filter(
        ({ kind, parts }) =>
          kind === "wish" && parts.every(({ facility }) => facility === parts[0]!.facility),
      )
      .flatMap(({ parts }) =>
        shorterOf(parts[0]!.pattern).map((pattern) => ({
          kind: "partial" as const,
          parts: parts.map((part) => ({ ...part, pattern })),
        })),
      );
  const requests = town.requests.map((request, index): InstanceRequest => {
    const given = plan[index]!;
    if (given >= 0)
      return { ...request, current: 0, options: [{ ...request.options[given]!, kind: "current" }] };
    return { ...request, options: chance.often(consent) ? counterOffers(request) : [] };
  });
  return { ...town, patterns, requests };
}
