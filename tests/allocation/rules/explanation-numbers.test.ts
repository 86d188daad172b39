// The sentences beside the engine's own certificates, on towns drawn from a seed (A15: the numbers of a letter are
// those of the certificate).
import { describe, expect, it } from "vitest";
import { drawTown, type TownShape } from "../../../bench/allocation/town.ts";
import { openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { allocate } from "#app/allocation/rules/engine.ts";
import { explainRequest } from "#app/allocation/rules/explanation.ts";
import type { Binding } from "#app/allocation/rules/result.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { waitingRanks } from "#app/allocation/rules/waiting-rank.ts";
import { commissionAnswerLines } from "#app/ui/commission-answer-text.ts";
import { explanationText } from "#app/ui/explanation-text.ts";

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
const t = translator("fr");

const shapes: [string, TownShape][] = [
  ["a town", { requests: 300, facilities: 8, seed: 1 }],
  ["weeks that alternate", { requests: 300, facilities: 8, seed: 2, alternateWeeks: true }],
  ["places over capacity", { requests: 300, facilities: 8, seed: 3, surnombreMax: 2 }],
  ["many siblings, apart too", { requests: 200, facilities: 6, seed: 4, siblingShare: 0.4 }],
  ["a large reserve", { requests: 300, facilities: 8, seed: 5, insertionShare: 0.3, reserveShare: 0.3 }],
];

describe.each(shapes)("in %s", (_what, shape) => {
  const instance = drawTown(shape);
  const result = allocate(instance);
  const lines = [...result.lines];
  const surnombre = result.surnombre.map((each) => ({ surnombre: each }));
  const claims = result.claims.map((claim) => ({ claim }));
  const book = openAllocationBook(instance, [...lines, ...claims, ...surnombre]);
  const refusals = lines.flatMap((line) =>
    explainRequest(book, line.request)!.refused.map((explanation, index) => ({
      explanation,
      bindings: new Map(line.refused[index]!.binding.map((each) => [each.resource, each])),
    })),
  );
  const told = refusals.filter(({ explanation }) => explanation.resources.length > 0);
  const bindingOf = ({ explanation, bindings }: (typeof told)[number]): Binding =>
    bindings.get(explanation.resources[0]!)!;

  it("every refusal is explained, or is a claim with its number", () => {
    expect(told.length).toBeGreaterThan(500);
    for (const { explanation } of refusals) {
      expect(explanation.kind).not.toBe("unexplained");
      if (explanation.kind === "claim") expect(explanation.claim).toBeGreaterThan(0);
    }
  });

  it("places, holders and threshold are those of every binding told together", () => {
    let unknown = 0;
    for (const { explanation, bindings } of told) {
      const { holders, threshold, cap, used, need } = explanation;
      for (const resource of explanation.resources) {
        expect(bindings.get(resource)).toMatchObject({ cap, used, need });
        if (threshold) expect(bindings.get(resource)!.threshold).toEqual(threshold);
      }
      if (holders) expect(Object.values(holders).reduce((all, { units }) => all + units, 0)).toBe(used);
      else unknown += 1;
    }
    // A pair held at two facilities has one precedence for both: who is above is then left unsaid.
    expect(unknown / told.length).toBeLessThan(0.01);
  });

  it("a threshold is told over five holders by points, and only then", () => {
    for (const { explanation } of told) {
      const { holders, threshold, kind } = explanation;
      const files = holders?.points.files ?? 0;
      expect(threshold !== null).toBe(files >= 5);
      if (files < 5) expect(kind).not.toBe("equalPoints");
    }
  });

  it("a sentence has no other number than those of the certificate and the family's own", () => {
    for (const each of told) {
      const { explanation } = each;
      const { threshold, cap, used, need } = bindingOf(each);
      const { own, surnombre: extra, holders, moment, kind } = explanation;
      const counts = holders
        ? Object.values(holders).flatMap(({ files, children }) => [files, children])
        : [];
      const hours = [moment?.start ?? 0, moment?.end ?? 0].flatMap((at) => [
        Math.floor(at / 60) % 24,
        at % 60,
      ]);
      const lengths = [cap, used, need].flatMap((units) => [Math.floor(units / 2), (units % 2) * 30]);
      const points = explanation.threshold ? [threshold!.points, threshold!.lottery, own.lottery] : [];
      const known = new Set([
        ...[own.points, extra, ...counts, ...hours, ...points],
        ...(kind === "weekHours" ? lengths : [cap, used, need]),
      ]);
      const text = explanationText(
        explanation,
        { facility: () => "X", section: () => "moyens", reserve: () => "insertion" },
        t,
        "fr",
      );
      const strange = numbersIn(text).filter((number) => !known.has(number));
      if (strange.length > 0) expect([text, strange]).toEqual([text, []]);
    }
  });

  it("the whole answer of every request can be said in both languages", () => {
    const ranks = waitingRanks(book);
    for (const { request } of lines.slice(0, 120)) {
      const answer = explainRequest(book, request)!;
      for (const language of ["fr", "en"] as const) {
        const text = commissionAnswerLines(answer, ranks(request), {}, translator(language), language).join(
          "\n",
        );
        expect(text).not.toMatch(/explanation\.|\{\{|undefined|NaN/);
      }
    }
  });

  it("the fewest points are the fewest that leave room, everybody else's place staying", () => {
    const raisable = told.filter(({ explanation }) => typeof explanation.leastPoints === "number");
    expect(raisable.length).toBeGreaterThan(10);
    for (const { explanation } of raisable.slice(0, 60)) {
      const { leastPoints, own, request: id, option, facility } = explanation;
      if (typeof leastPoints !== "number") continue;
      const request = book.requests.get(id)!;
      const fits = (points: number): boolean => {
        const raised = { ...request, basePoints: request.basePoints + points - own.points };
        return [...roomsFor(raised, option)].every((room) => room >= 0);
      };
      expect([fits(leastPoints), fits(leastPoints - 1)], `${id} ${option} ${facility}`).toEqual([
        true,
        false,
      ]);
    }
  });

  /** Counted over from the held options, cell by cell: what is left on each resource, under those above. */
  function* roomsFor(request: (typeof instance.requests)[number], option: number): Iterable<number> {
    for (const resource of instance.resources) {
      const need = unitsOn(resource, request, request.options[option]!.parts);
      if (need === 0) continue;
      let room = resource.cap - need;
      for (const each of result.surnombre) if (each.resource === resource.id) room += each.plus;
      for (const line of lines) {
        if (line.option === null || line.request === request.id) continue;
        const other = book.requests.get(line.request)!;
        const [theirs, mine] = [other, request].map(
          (each) => each.basePoints + (each.localPoints[resource.facility] ?? 0),
        ) as [number, number];
        const above = theirs > mine || (theirs === mine && other.lottery < request.lottery);
        if (line.precedence !== "points" || above)
          room -= unitsOn(resource, other, other.options[line.option]!.parts);
      }
      yield room;
    }
  }

  function unitsOn(
    resource: (typeof instance.resources)[number],
    { children, classes }: (typeof instance.requests)[number],
    parts: (typeof instance.requests)[number]["options"][number]["parts"],
  ): number {
    let units = 0;
    for (const { child, facility, pattern } of parts) {
      if (facility !== resource.facility) continue;
      const cells = instance.patterns[pattern]!;
      if (resource.kind === "classMax") units += classes.includes(resource.class) ? 1 : 0;
      else if (resource.kind === "weekHours")
        for (const cell of cells) {
          const { week, halfHours } = instance.cells[cell]!;
          if (week === null || resource.week === null || week === resource.week) units += halfHours;
        }
      else if (cells.includes(resource.cell)) {
        if (resource.kind === "staff") units += children[child]!.staffUnits;
        else if (resource.kind === "total" || children[child]!.section === resource.section) units += 1;
      }
    }
    return units;
  }
});
