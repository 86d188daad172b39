// Tiny towns for property tests: nights, alternating weeks, periods, siblings, reserves, seats held.
import fc from "fast-check";
import { useAt } from "./literal-rule.ts";
import type {
  Instance,
  InstanceCell,
  InstanceRequest,
  InstanceResource,
} from "#app/allocation/rules/instance.ts";

const cell = (id: string, weekday: number, week: "A" | "B" | null, period: string | null, isNight = false) =>
  ({
    id,
    weekday,
    from: isNight ? "21:00" : "08:00",
    to: isNight ? "06:00" : "12:00",
    halfHours: isNight ? 18 : 8,
    week,
    period,
  }) satisfies InstanceCell;

export const cells = [
  cell("monday-T1", 1, null, "T1"),
  cell("monday-T2", 1, null, "T2"),
  cell("tuesday-A", 2, "A", null),
  cell("tuesday-B", 2, "B", null),
  cell("night", 5, null, null, true),
];
const patterns = {
  all: [0, 1, 2, 3, 4],
  monday: [0, 1],
  winter: [1],
  oneWeekInTwo: [2],
  tuesday: [2, 3],
  night: [4],
};
const facilities = ["F1", "F2"];

export type Freedom = { localPoints?: boolean; reserves?: boolean; seats?: boolean; surnombre?: boolean };

type Draft = Omit<InstanceRequest, "id" | "lottery" | "current"> & { hasSeat: boolean };

const aRequest = (freedom: Freedom): fc.Arbitrary<Draft> =>
  fc.integer({ min: 1, max: 5 }).chain((dice) => {
    const children = Array.from({ length: dice === 1 ? 2 : 1 }, (_, at) => at);
    const aPart = (child: number) =>
      fc.record({
        child: fc.constant(child),
        facility: fc.constantFrom(...facilities),
        pattern: fc.constantFrom(...Object.keys(patterns)),
      });
    return fc.record({
      children: fc.tuple(
        ...children.map(() =>
          fc.record({
            id: fc.constant(""),
            // Periods are those of "monday" alone: other cells have none, and want one section all along.
            section: fc.constantFrom("B", "M"),
            staffUnits: fc.constantFrom(5, 8),
          }),
        ),
      ),
      basePoints: fc.integer({ min: 0, max: 3 }),
      classes: fc.subarray(["insertion", "outside"]),
      localPoints: freedom.localPoints
        ? fc.dictionary(fc.constantFrom(...facilities), fc.integer({ min: 1, max: 3 }))
        : fc.constant({}),
      options: fc.array(
        fc.record({
          kind: fc.constantFrom("wish" as const, "partial" as const),
          parts: fc.tuple(...children.map(aPart)),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      hasSeat: freedom.seats
        ? fc.integer({ min: 0, max: 2 }).map((value) => value === 0)
        : fc.constant(false),
    });
  });

const limits: fc.Arbitrary<Omit<InstanceResource, "hardCap">[]> = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 64, maxLength: 64 })
  .map((draws) => {
    let next = 0;
    const draw = (): number => draws[next++ % draws.length]!;
    return facilities.flatMap((facility) => [
      ...cells.flatMap((_, at) => [
        { id: `${facility}/total/${at}`, facility, kind: "total" as const, cell: at, cap: draw() },
        ...["B", "M"].map((section) => ({
          id: `${facility}/${section}/${at}`,
          facility,
          kind: "section" as const,
          section,
          cell: at,
          cap: draw(),
        })),
      ]),
      { id: `${facility}/staff`, facility, kind: "staff" as const, cell: 0, cap: 6 * draw() },
      {
        id: `${facility}/hours/A`,
        facility,
        kind: "weekHours" as const,
        week: "A" as const,
        period: null,
        cap: 20 * draw(),
      },
      {
        id: `${facility}/hours/T1`,
        facility,
        kind: "weekHours" as const,
        week: null,
        period: "T1",
        cap: 30 * draw(),
      },
      { id: `${facility}/outside`, facility, kind: "classMax" as const, class: "outside", cap: draw() },
    ]);
  });

function assemble(
  drafts: Draft[],
  resources: Omit<InstanceResource, "hardCap">[],
  rules: Instance["rules"],
): Instance {
  const requests = drafts.map(({ hasSeat, options, children, ...request }, at) => ({
    id: `R${at}`,
    ...request,
    children: children.map((child, index) => ({ ...child, id: `K${at}-${index}` })),
    lottery: (at * 7) % 11,
    current: hasSeat ? options.length - 1 : null,
    options: options.map((option, index) =>
      hasSeat && index === options.length - 1 ? { ...option, kind: "current" as const } : option,
    ),
  }));
  const instance = {
    format: "guichet-allocation/1" as const,
    rules,
    cells,
    patterns,
    facilities: facilities.map((id) => ({ id, sections: ["B", "M"] })),
    resources: [] as InstanceResource[],
    requests,
  };
  const limited = { ...instance, resources: resources as InstanceResource[] };
  instance.resources = limited.resources.map((resource) => {
    const held = requests.reduce(
      (sum, request) =>
        request.current === null
          ? sum
          : sum +
            (useAt(limited, { request, option: request.current }, resource.facility).get(resource.id) ?? 0),
      0,
    );
    const cap = Math.max(resource.cap, held);
    return { ...resource, cap, hardCap: cap + 100 };
  });
  return instance;
}

/** Towns of up to `most` requests. */
export function tinyTown(most: number, freedom: Freedom = {}): fc.Arbitrary<Instance> {
  const reserve = fc.record({
    facility: fc.constantFrom(...facilities),
    class: fc.constantFrom("insertion", "outside"),
    target: fc.integer({ min: 0, max: 20 }),
    unit: fc.constantFrom("places" as const, "halfHours" as const),
  });
  return fc
    .tuple(
      fc.array(aRequest(freedom), { minLength: 1, maxLength: most }),
      limits,
      freedom.reserves ? fc.array(reserve, { maxLength: 3 }) : fc.constant([]),
      freedom.surnombre ? fc.constantFrom(1 as const, 2 as const) : fc.constant(0 as const),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([drafts, resources, reserves, surnombreMax, displacements]) =>
      assemble(drafts, resources, {
        version: "test",
        displacements,
        repairRounds: 2,
        surnombreMax,
        reserves: reserves.map((one, at) => ({
          ...one,
          id: `r${at}`,
          target: one.unit === "places" ? one.target % 3 : one.target,
        })),
      }),
    );
}
