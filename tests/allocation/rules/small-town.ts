// Towns written by hand: one facility "F1" open on two mornings, unless said otherwise.
import type { Instance, InstanceRequest, InstanceResource } from "#app/allocation/rules/instance.ts";

const morning = (id: string, weekday: number) => ({
  id,
  weekday,
  from: "08:00",
  to: "12:00",
  halfHours: 8,
  week: null,
  period: null,
});

export const total = (facility: string, cell: number, cap: number, hardCap = cap): InstanceResource => ({
  id: `${facility}/total/${cell}`,
  facility,
  kind: "total",
  cell,
  cap,
  hardCap,
});

/** One child; options are written "F1 both", the seat held "F1 both!". */
export function request(
  id: string,
  basePoints: number,
  options: string[],
  more: Partial<InstanceRequest> = {},
): InstanceRequest {
  const read = options.map((said) => {
    const [facility, pattern] = said.replace("!", "").split(" ") as [string, string];
    const kind = said.endsWith("!") ? ("current" as const) : ("wish" as const);
    return { kind, parts: [{ child: 0, facility, pattern }] };
  });
  const seat = read.findIndex(({ kind }) => kind === "current");
  return {
    id,
    children: [{ id: `child of ${id}`, section: "B", staffUnits: 8 }],
    basePoints,
    lottery: [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) % 4_000_000_000,
    classes: [],
    localPoints: {},
    current: seat < 0 ? null : seat,
    options: read,
    ...more,
  };
}

export function town(
  requests: InstanceRequest[],
  resources: InstanceResource[] = [total("F1", 0, 1), total("F1", 1, 1)],
  rules: Partial<Instance["rules"]> = {},
): Instance {
  return {
    format: "guichet-allocation/1",
    rules: { version: "test", displacements: 4, repairRounds: 8, surnombreMax: 0, reserves: [], ...rules },
    cells: [morning("monday", 1), morning("tuesday", 2)],
    patterns: { monday: [0], tuesday: [1], both: [0, 1] },
    facilities: [
      { id: "F1", sections: ["B", "M"] },
      { id: "F2", sections: ["B", "M"] },
    ],
    resources,
    requests,
  };
}
