// A6, A12: every limit is counted again.
import type { Roll } from "./choice-rule.ts";
import { type CheckLine, count, Finding } from "./findings.ts";
import type { Resource } from "./instance-file.ts";
import type { Run } from "./run.ts";
import { unitsOn } from "./use.ts";

/** @returns the units taken of each limit of the facility */
function recount({ seats, caps }: Roll): number[] {
  const used = caps.map(() => 0);
  for (const { use } of seats) use.limits.forEach((limit, index) => (used[limit]! += use.units[index]!));
  return used;
}

/** Fails each limit passed, named with the lowest seat that takes some of it. */
function checkLimits(run: Run, finding: Finding, isWanted: (resource: Resource) => boolean): number {
  let counted = 0;
  for (const roll of run.rolls.values()) {
    const used = recount(roll);
    roll.facility.resources.forEach((resource, limit) => {
      if (!isWanted(resource)) return;
      counted++;
      const cap = roll.caps[limit]!;
      if (used[limit]! <= cap) return;
      const last = roll.seats.findLast(({ use }) => unitsOn(use, limit) > 0)!;
      finding.fail({ request: last.request.id, option: last.option, resource: resource.id }, () => {
        const excess = `${used[limit]} > ${cap}`;
        return { fr: excess, en: excess };
      });
    });
  }
  return counted;
}

/** The margin is in places; hours and staff are units of another kind, which follow the place up to their ceiling. */
const isPlace = ({ kind }: Resource): boolean => kind !== "weekHours" && kind !== "staff";

/** Surnombre stays under the rules' margin and under the legal ceiling. */
function checkSurnombre({ town, result, raised }: Run, finding: Finding): void {
  const { surnombreMax } = town.instance.rules;
  for (const { request, resource: id } of result.surnombre) {
    const subject = { request, resource: id };
    const place = town.resources.get(id);
    if (!town.requests.has(request))
      finding.fail(subject, () => ({
        fr: "surnombre pour une demande inconnue",
        en: "for an unknown request",
      }));
    if (!place) {
      finding.fail(subject, () => ({ fr: "limite inconnue", en: "unknown resource" }));
      continue;
    }
    const resource = place.facility.resources[place.index]!;
    const plus = raised.get(id)!;
    if (plus > surnombreMax && (isPlace(resource) || surnombreMax === 0))
      finding.fail(subject, () => ({
        fr: `surnombre ${plus} > ${surnombreMax}, la marge des règles`,
        en: `surnombre ${plus} > ${surnombreMax}, the margin of the rules`,
      }));
    if (resource.cap + plus > resource.hardCap)
      finding.fail(subject, () => ({
        fr: `${resource.cap} + ${plus} > ${resource.hardCap}, le plafond`,
        en: `${resource.cap} + ${plus} > ${resource.hardCap}, the ceiling`,
      }));
  }
}

/** A6: places, sections, weekly hours, staff and shares, with the surnombre declared and no more. */
export function checkCapacity(run: Run): CheckLine[] {
  const finding = new Finding("A6");
  const counted = count(checkLimits(run, finding, () => true));
  checkSurnombre(run, finding);
  const raised = count(run.result.surnombre.length);
  return finding.conclude({
    fr: `capacité : ${counted.fr} ressources recomptées, ${raised.fr} en surnombre`,
    en: `capacity: ${counted.en} resources recounted, ${raised.en} with surnombre`,
  });
}

/** A12: the shares that a class may not pass. */
export function checkMaxima(run: Run): CheckLine[] {
  const finding = new Finding("A12");
  const counted = count(checkLimits(run, finding, ({ kind }) => kind === "classMax"));
  return finding.conclude({
    fr: `parts maximales : ${counted.fr} recomptées`,
    en: `maximum shares: ${counted.en} recounted`,
  });
}
