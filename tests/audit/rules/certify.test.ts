import { describe, expect, it } from "vitest";
import { certify } from "#app/audit/rules/certify.ts";
import type { CheckLine } from "#app/audit/rules/findings.ts";
import type { Result } from "#app/audit/rules/result-file.ts";
import { anAnswer, aRefusal, hash, type InstanceFile, written } from "../small-towns.ts";
import { rightResults, type TownName } from "../right-results.ts";

const said = ({ check, ok, fr }: CheckLine): string => `${check} ${ok ? "ok" : "KO"} ${fr}`;

describe("results written by hand from the published rule hold", () => {
  it.each(Object.entries(rightResults))("%s", (_, { instance, result }) => {
    const { ok, lines } = certify(instance, written(result), hash);
    expect(lines.filter((line) => !line.ok).map(said)).toEqual([]);
    expect(ok).toBe(true);
    expect(lines.map(({ check }) => check)).toEqual("A1 A5 A6 A7 A8 A9 A10 A11 A12 A16".split(" "));
  });
});

type Break = (result: Result, instance: InstanceFile) => void;
type Failure = Partial<CheckLine> & { has?: string };
const answer = (result: Result, id: string) => result.answers.find(({ request }) => request === id)!;

const broken: [what: string, town: TownName, spoil: Break, failure: Failure][] = [
  [
    "the result of another file",
    "points, then the draw",
    ({ header }) => (header.inputHash = "abcd"),
    { check: "A1", has: "abcd" },
  ],
  [
    "an option that the family did not ask for",
    "points, then the draw",
    (result) => (answer(result, "R2").option = 7),
    { check: "A5", request: "R2", option: 7, has: "absente de sa liste" },
  ],
  [
    "two answers to one request",
    "points, then the draw",
    (result) => result.answers.push(anAnswer("R3", null, null)),
    { check: "A5", request: "R3", has: "deuxième" },
  ],
  [
    "an answer to nobody",
    "points, then the draw",
    (result) => result.answers.push(anAnswer("R9", null, null)),
    { check: "A5", request: "R9", has: "inconnue" },
  ],
  [
    "one child placed without the other",
    "brothers and sisters together, or in two facilities",
    (_, instance) => instance.requests[1]!.options[1]!.parts.pop(),
    { check: "A5", request: "S", option: 1, has: "younger" },
  ],
  [
    "a place given twice",
    "points, then the draw",
    (result) => (answer(result, "R2").option = 0),
    { check: "A6", request: "R2", option: 0, resource: "F1/total/0", has: "2 > 1" },
  ],
  [
    "weekly hours passed",
    "hours of the week, staff and a maximum share",
    (result) => (answer(result, "R3").option = 1),
    { check: "A6", request: "R3", option: 1, resource: "hours", has: "16 > 14" },
  ],
  [
    "staff passed in one cell",
    "hours of the week, staff and a maximum share",
    (result) => (answer(result, "R3").option = 0),
    { check: "A6", request: "R3", option: 0, resource: "staff", has: "16 > 12" },
  ],
  [
    "surnombre that nobody declared",
    "a surnombre that is declared",
    (result) => (result.surnombre = []),
    { check: "A6", request: "R2", option: 0, resource: "F1/total/0", has: "2 > 1" },
  ],
  [
    "surnombre above the margin of the rules",
    "a surnombre that is declared",
    (result) => (result.surnombre[0]!.plus = 2),
    { check: "A6", request: "R2", resource: "F1/total/0", has: "la marge" },
  ],
  [
    "hours raised where the rules allow no surnombre",
    "hours of the week, staff and a maximum share",
    (result, { resources }) => {
      result.surnombre = [{ resource: "hours", plus: 4, request: "R3" }];
      resources.forEach((resource) => (resource.hardCap += 4));
    },
    { check: "A6", request: "R3", resource: "hours", has: "la marge" },
  ],
  [
    "surnombre above the legal ceiling",
    "a surnombre that is declared",
    (_, { resources }) => (resources[0]!.hardCap = 1),
    { check: "A6", request: "R2", resource: "F1/total/0", has: "1 + 1 > 1" },
  ],
  [
    "a child put out of the seat it held",
    "a kept seat comes before all points",
    (result) => Object.assign(answer(result, "K"), { option: null, precedence: undefined }),
    { check: "A7", request: "K", option: 1, resource: "F1" },
  ],
  [
    "a reserve that names the wrong file",
    "a reserve goes to the best of its class, then points",
    (result) => (answer(result, "P1").precedence = "reserve"),
    { check: "A8", request: "P1", option: 0, resource: "F1", has: "points" },
  ],
  [
    "a reserve left to others",
    "a reserve goes to the best of its class, then points",
    ({ answers }) => {
      answers[0] = anAnswer("I1", null, null, aRefusal(0, ["F1/total/0", 2, 1, 2, [50, 2]]));
      answers[3] = anAnswer("P2", 0, "points");
    },
    { check: "A8", request: "I1", option: 0, resource: "r1", has: "0 sur 1" },
  ],
  [
    "a refusal without a word",
    "points, then the draw",
    (result) => (answer(result, "R2").refused = []),
    { check: "A9", request: "R2", option: 0, has: "absente des refus" },
  ],
  [
    "a refusal without a reason",
    "points, then the draw",
    (result) => (answer(result, "R2").refused = [aRefusal(0)]),
    { check: "A9", request: "R2", option: 0, has: "sans motif" },
  ],
  [
    "a refusal of what was not better",
    "points, then the draw",
    (result) => answer(result, "R1").refused.push(aRefusal(0, ["F1/total/0", 1, 1, 1, null])),
    { check: "A9", request: "R1", option: 0, has: "de trop" },
  ],
  ...(
    [
      ["used", 3, "dit 3, compté 1"],
      ["need", 2, "dit 2, compté 1"],
      ["cap", 4, "dit 4, compté 1"],
      ["threshold", { points: 44, lottery: 5 }, "44 pts / 5"],
      ["threshold", null, "seuil"],
      ["resource", "F2/total/0", "étrangère"],
      ["resource", "F1/total/1", "used : dit 1, compté 0"],
    ] as const
  ).map(([field, value, has]): (typeof broken)[number] => [
    `a reason with the wrong ${field}`,
    "points, then the draw",
    (result) => Object.assign(answer(result, "R2").refused[0]!.binding[0]!, { [field]: value }),
    { check: "A9", request: "R2", option: 0, has },
  ]),
  [
    "a resource that does not bind",
    "hours of the week, staff and a maximum share",
    (result) => (answer(result, "R4").refused = [aRefusal(0, ["F1/total/0", 2, 1, 5, [30, 3]])]),
    { check: "A9", request: "R4", option: 0, resource: "F1/total/0", has: "2 + 1 ≤ 5" },
  ],
  [
    "a claim kept quiet",
    "claims that are published",
    (result) => result.claims.shift(),
    { check: "A10", request: "R1", option: 0, has: "à la place de R2" },
  ],
  [
    "a claim against the wrong family",
    "claims that are published",
    (result) => (result.claims[0]!.against = ["R3"]),
    { check: "A10", request: "R1", option: 0, has: "trouvée envy [R2]" },
  ],
  [
    "a claim that is none",
    "points, then the draw",
    (result) => result.claims.push({ request: "R2", option: 0, type: "envy", against: ["R1"] }),
    { check: "A10", request: "R2", option: 0, has: "n'accepte pas" },
  ],
  [
    "a free place kept quiet",
    "claims that are published",
    (result) => result.claims.pop(),
    { check: "A11", request: "R3", option: 0, resource: "F2", has: "libre" },
  ],
  [
    "a maximum share passed",
    "hours of the week, staff and a maximum share",
    (result) => (answer(result, "R4").option = 0),
    { check: "A12", request: "R4", option: 0, resource: "outside", has: "2 > 1" },
  ],
  [
    "a family forgotten",
    "points, then the draw",
    (result) => result.answers.splice(1, 1),
    { check: "A16", request: "R2", has: "sans réponse" },
  ],
  [
    "totals that do not add up",
    "points, then the draw",
    ({ header }) => header.placed++,
    { check: "A16", resource: "placed", has: "annoncé 4, compté 3" },
  ],
  [
    "answers out of order",
    "points, then the draw",
    (result) => result.answers.reverse(),
    { check: "A16", request: "R2", has: "hors de l'ordre" },
  ],
];

describe("what is wrong is refused, and named", () => {
  it.each(broken)("%s (%s)", (_, town, spoil, { has = "", ...failure }) => {
    const { instance, result } = structuredClone<(typeof rightResults)[TownName]>(rightResults[town]);
    spoil(result, instance as InstanceFile);
    const { ok, lines } = certify(instance, written(result), hash);
    expect(ok).toBe(false);
    expect(lines).toContainEqual(
      expect.objectContaining({ ok: false, ...failure, fr: expect.stringContaining(has) as string }),
    );
    const own = lines.find(
      ({ check, request }) => check === failure.check && request === (failure.request ?? null),
    )!;
    for (const name of [failure.request, failure.resource]) if (name) expect(own.fr + own.en).toContain(name);
  });

  it("of many failures ten are named, the others counted", () => {
    const { instance, result } = structuredClone(rightResults["points, then the draw"]);
    for (let index = 0; index < 15; index++) result.answers.push(anAnswer(`X${index}`, null, null));
    const lines = certify(instance, written(result), hash).lines.filter(({ check }) => check === "A5");
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)!.fr).toBe("… et 5 autres");
  });
});
