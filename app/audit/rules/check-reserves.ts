// A8: the places kept for a class, and by what right each seat is held.
import type { Accepted } from "./check-refusals.ts";
import { choose, type Roll, type Stage } from "./choice-rule.ts";
import { type CheckLine, count, Finding } from "./findings.ts";
import { facilitiesOf } from "./use.ts";
import { heldBy, type Run } from "./run.ts";

/** @returns by what rights each request is held: one for each of its facilities */
function rightsOf(run: Run): Map<string, Set<Stage>> {
  const rights = new Map<string, Set<Stage>>();
  for (const roll of run.rolls.values()) {
    const { seats, stages } = choose(roll, null);
    seats.forEach(({ request }, index) => {
      const own = rights.get(request.id) ?? new Set<Stage>();
      const stage = stages[index];
      // A seat that the rule does not keep is over a limit: A6 says it.
      rights.set(request.id, stage ? own.add(stage) : own);
    });
  }
  return rights;
}

function checkPrecedence(run: Run, finding: Finding): void {
  const rights = rightsOf(run);
  for (const { id, options } of run.town.instance.requests) {
    const answer = run.answers.get(id);
    const held = answer && heldBy(run, { id, options });
    if (!answer || (answer.option !== null && held === null)) continue;
    const own = [...(rights.get(id) ?? [])];
    const said = answer.precedence;
    if (answer.option === null ? said === undefined : own.length === 0 || own.includes(said as Stage))
      continue;
    const facility = answer.option === null ? [] : options[answer.option]!.parts.map((part) => part.facility);
    finding.fail({ request: id, option: answer.option, resource: facility.join("+") }, () => ({
      fr: `dite « ${said ?? "–"} », tenue par « ${own.join(", ") || "–"} »`,
      en: `said "${said ?? "–"}", held by "${own.join(", ") || "–"}"`,
    }));
  }
}

/** A target that is not met, while the rule would take a request of the class, is a fault unless it is a claim. */
function checkTargets(run: Run, roll: Roll, accepted: readonly Accepted[], finding: Finding): void {
  const published = new Set(run.result.claims.map(({ request, option }) => `${option} ${request}`));
  for (const reserve of roll.facility.reserves) {
    const ofClass = roll.seats.filter(({ request }) => request.classes.includes(reserve.class));
    const met = ofClass.reduce((sum, { use }) => sum + use[reserve.unit], 0);
    if (met >= reserve.target) continue;
    for (const claim of accepted) {
      const request = run.town.requests.get(claim.request)!;
      if (!request.classes.includes(reserve.class)) continue;
      if (!facilitiesOf(run.town, request.options[claim.option]!).includes(roll.facility)) continue;
      if (published.has(`${claim.option} ${claim.request}`)) continue;
      finding.fail({ request: claim.request, option: claim.option, resource: reserve.id }, () => ({
        fr: `refusée à ${roll.facility.id} alors que la réserve tient ${met} sur ${reserve.target}`,
        en: `refused at ${roll.facility.id} while the reserve holds ${met} of ${reserve.target}`,
      }));
    }
  }
}

/** A8: each reserve is met, or nobody of its class is refused there; each seat is held by the right it says. */
export function checkReserves(run: Run, accepted: readonly Accepted[]): CheckLine[] {
  const finding = new Finding("A8");
  checkPrecedence(run, finding);
  for (const roll of run.rolls.values()) checkTargets(run, roll, accepted, finding);
  const reserves = count(run.town.instance.rules.reserves.length);
  return finding.conclude({
    fr: `réserves : ${reserves.fr} relues, et le droit de chaque place tenue`,
    en: `reserves: ${reserves.en} read again, and the right by which each seat is held`,
  });
}
