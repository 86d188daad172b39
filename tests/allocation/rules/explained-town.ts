// A small commission made by hand: facility X, and results written out as the engine would.
import type {
  Instance,
  InstanceCell,
  InstanceRequest,
  InstanceReserve,
  InstanceResource,
} from "#app/allocation/rules/instance.ts";
import type { Binding, Precedence, Refused, RequestLine, ResultLine } from "#app/allocation/rules/result.ts";
import { openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { explainRequest, type Explanation } from "#app/allocation/rules/explanation.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Language } from "#app/i18n/translator.ts";
import { type AllocationNames, explanationDetails, explanationText } from "#app/ui/explanation-text.ts";

export const tuesdayAfternoon = aCell(2, "13:30", "18:30");

export function aCell(
  weekday: number,
  from: string,
  to: string,
  more: Partial<InstanceCell> = {},
): InstanceCell {
  return { id: `${weekday}-${from}`, weekday, from, to, halfHours: 10, week: null, period: null, ...more };
}

/** Limits of X in a cell: `total` opens it. */
export function limits(
  cell: number,
  caps: { M?: number; total?: number; staff?: number },
): InstanceResource[] {
  const common = (name: string, cap: number) => ({
    id: `X/${name}/${cell}`,
    facility: "X",
    cell,
    cap,
    hardCap: cap,
  });
  return [
    { ...common("total", caps.total ?? 40), kind: "total" },
    ...(caps.M === undefined ? [] : [{ ...common("M", caps.M), kind: "section" as const, section: "M" }]),
    ...(caps.staff === undefined ? [] : [{ ...common("staff", caps.staff), kind: "staff" as const }]),
  ];
}

let lottery = 0;
/** A request of one child in section M, whose only option is the pattern "p" at X. */
export function aRequest(
  id: string,
  basePoints: number,
  more: Partial<InstanceRequest> = {},
): InstanceRequest {
  lottery += 1;
  return {
    id,
    children: [{ id: `K-${id}`, section: "M", staffUnits: 5 }],
    basePoints,
    lottery: 1000 + lottery,
    classes: [],
    localPoints: {},
    current: null,
    options: [{ kind: "wish", parts: [{ child: 0, facility: "X", pattern: "p" }] }],
    ...more,
  };
}

export type Decision = [request: InstanceRequest, precedence: Precedence | null, refused?: Refused[]];

/** Children already in care at X on the pattern "p". */
export function keptSeats(count: number): Decision[] {
  return Array.from({ length: count }, (_, index): Decision => {
    const options = aRequest("", 0).options.map((option) => ({ ...option, kind: "current" as const }));
    return [aRequest(`kept-${index}`, 0, { options, current: 0 }), "maintien"];
  });
}

/** Requests served by points. */
export function served(...points: number[]): Decision[] {
  return points.map((each, index): Decision => [aRequest(`served-${index}`, each), "points"]);
}

export type Commission = {
  cells?: InstanceCell[];
  patterns?: Record<string, number[]>;
  resources: InstanceResource[];
  reserves?: InstanceReserve[];
  decisions: Decision[];
  others?: Exclude<ResultLine, RequestLine>[];
};

export function aCommission({ cells = [tuesdayAfternoon], patterns, resources, ...more }: Commission): {
  instance: Instance;
  lines: ResultLine[];
} {
  const { decisions, reserves = [], others = [] } = more;
  const instance: Instance = {
    format: "guichet-allocation/1",
    rules: { version: "2026-1", displacements: 4, repairRounds: 8, surnombreMax: 0, reserves },
    cells,
    patterns: patterns ?? { p: cells.map((_, index) => index) },
    facilities: [...new Set(resources.map(({ facility }) => facility))].map((id) => ({
      id,
      sections: ["M", "G"],
    })),
    resources,
    requests: decisions.map(([request]) => request),
  };
  const lines = decisions.map(([{ id }, precedence, refused = []]): RequestLine =>
    precedence === null
      ? { request: id, option: null, refused }
      : { request: id, option: 0, precedence, refused },
  );
  return { instance, lines: [...lines, ...others] };
}

/** The first refusal of a request, in structure. */
export function explained(commission: Commission, id: string, smallestCount?: number): Explanation {
  const { instance, lines } = aCommission(commission);
  const book = openAllocationBook(instance, lines, smallestCount === undefined ? {} : { smallestCount });
  return explainRequest(book, id)!.refused[0]!;
}

const names: AllocationNames = {
  section: (id) => ({ M: "moyens", G: "grands" })[id] ?? id,
  reserve: () => "convention insertion, 1 pour 20",
  class: () => "les familles d'autres communes",
  period: (id) => ({ T4: "d'octobre à décembre", T1: "de janvier à mars" })[id] ?? id,
};

/** Sentences with plain spaces. */
export function told(
  explanation: Explanation,
  language: Language = "fr",
  more: AllocationNames = {},
): string[] {
  const own = { ...names, ...more };
  const t = translator(language);
  return [
    explanationText(explanation, own, t, language),
    ...explanationDetails(explanation, own, t, language),
  ].map((line) => line.replace(/[\u00a0\u202f]/g, " "));
}

/** One binding that refuses the only option. */
export function refusedBy(...binding: Binding[]): Refused[] {
  return [{ option: 0, binding }];
}
