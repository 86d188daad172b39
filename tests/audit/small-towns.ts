// Towns small enough for their right result to be written by hand from the published rule.
import type { Instance, Option, Request } from "#app/audit/rules/instance-file.ts";
import type { Answer, Claim, Result, Surnombre } from "#app/audit/rules/result-file.ts";

type Plain<T> =
  T extends Map<string, infer V>
    ? Record<string, Plain<V>>
    : T extends (infer V)[]
      ? Plain<V>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** As `JSON.parse` gives them. */
export type InstanceFile = Plain<Instance>;
export type RequestFile = Plain<Request>;
type Lines = { answers: Answer[]; claims?: Claim[]; surnombre?: Surnombre[] };
export type SmallTown = { instance: InstanceFile; result: Result };

export const hash = "00ff";

/** Two cells of four half-hours, the same all along; pattern `am` is the first, `pm` the second, `day` both. */
export function anInstance(values: Partial<InstanceFile>): InstanceFile {
  const cell = { weekday: 1, halfHours: 4, week: null, period: null };
  return {
    format: "guichet-allocation/1",
    rules: { version: "2026-1", displacements: 4, repairRounds: 8, surnombreMax: 0, reserves: [] },
    cells: [
      { id: "1-am", from: "08:00", to: "10:00", ...cell },
      { id: "1-pm", from: "14:00", to: "16:00", ...cell },
    ],
    patterns: { am: [0], pm: [1], day: [0, 1] },
    facilities: [
      { id: "F1", sections: ["B", "M"] },
      { id: "F2", sections: ["B", "M"] },
    ],
    resources: [...places("F1", 1), ...places("F2", 1)],
    requests: [],
    ...values,
  };
}

/** Places in both cells of a facility. */
export function places(facility: string, cap: number, hardCap = cap): InstanceFile["resources"] {
  return [0, 1].map((cell) => ({
    id: `${facility}/total/${cell}`,
    facility,
    kind: "total",
    cell,
    cap,
    hardCap,
  }));
}

/** "F1 am" is a wish for a place in the morning; "F1 am + F2 pm" has one part for each child. */
export function anOption(words: string, kind: Option["kind"] = "wish"): Option {
  const parts = words.split(" + ").map((part, child) => {
    const [facility, pattern] = part.split(" ") as [string, string];
    return { child, facility, pattern };
  });
  return { kind, parts };
}

/** `draw` is the rank of the public draw; the first child is in section B. */
export function aRequest(
  id: string,
  basePoints: number,
  draw: number,
  wishes: string[],
  values: Partial<RequestFile> & { seat?: string } = {},
): RequestFile {
  const { seat, ...others } = values;
  const options = wishes.map((words) => anOption(words));
  if (seat) options.push(anOption(seat, "current"));
  return {
    id,
    children: [{ id: `${id}-child`, section: "B", staffUnits: 8 }],
    basePoints,
    lottery: draw,
    classes: [],
    localPoints: {},
    current: seat ? options.length - 1 : null,
    options,
    ...others,
  };
}

type Bound = [resource: string, used: number, need: number, cap: number, threshold: [number, number] | null];

export function aRefusal(option: number, ...bounds: Bound[]): Answer["refused"][number] {
  const binding = bounds.map(([resource, used, need, cap, key]) => ({
    resource,
    used,
    need,
    cap,
    threshold: key && { points: key[0], lottery: key[1] },
  }));
  return { option, binding };
}

export function anAnswer(
  request: string,
  option: number | null,
  precedence: Answer["precedence"] | null,
  ...refused: Answer["refused"]
): Answer {
  return { request, option, ...(precedence && { precedence }), refused };
}

export function aResult({ answers, claims = [], surnombre = [] }: Lines): Result {
  const header = {
    format: "guichet-allocation-result/1" as const,
    inputHash: hash,
    engine: "guichet@1.0.0",
    placed: answers.filter(({ option }) => option !== null).length,
    refusedOptions: answers.flatMap(({ refused }) => refused).length,
    claims: claims.length,
    surnombre: surnombre.length,
  };
  return { header, answers, claims, surnombre, kinds: [] };
}

export function written({ header, answers, claims, surnombre }: Result): string {
  const lines = [header, ...answers, ...claims.map((claim) => ({ claim }))];
  return [...lines, ...surnombre.map((line) => ({ surnombre: line }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}
