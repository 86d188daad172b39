// A9, and what A8, A10 and A11 need: every option better than the one held goes through the choice rule again.
import { choose, compareKeys, type Choice, type Key, type Roll, type Seat, seatsOf } from "./choice-rule.ts";
import { type CheckLine, count, Finding } from "./findings.ts";
import type { Request } from "./instance-file.ts";
import type { Answer, Binding, Claim } from "./result-file.ts";
import { betterThanHeld, type Run } from "./run.ts";
import { unitsOn } from "./use.ts";

/** What one facility of an option says of it. */
type Reply = { roll: Roll; seat: Seat; choice: Choice };

/** An option that every one of its facilities accepts: the claim that ought to be published. */
export type Accepted = Pick<Claim, "request" | "option" | "type" | "against">;

function replies(run: Run, request: Request, option: number): Reply[] {
  return seatsOf(run.town, request, option).map(({ facility, seat }) => {
    const roll = run.rolls.get(facility.id)!;
    return { roll, seat, choice: choose(roll, seat) };
  });
}

const isAccepted = ({ choice, seat }: Reply): boolean => choice.stages[choice.seats.indexOf(seat)] !== null;

function claimOf(request: Request, option: number, all: readonly Reply[]): Accepted | null {
  if (!all.every(isAccepted)) return null;
  const out = all.flatMap(({ choice }) => choice.seats.filter((_, index) => choice.stages[index] === null));
  const against = [...new Set(out.map((seat) => seat.request.id))];
  return { request: request.id, option, type: against.length === 0 ? "waste" : "envy", against };
}

/** @returns the key of the last seat that the rule accepted above and that takes some of the limit, kept seats aside */
function thresholdOf({ seats, stages }: Choice, taken: readonly number[], limit: number): Key | null {
  const last = taken.findLast((index) => unitsOn(seats[index]!.use, limit) > 0);
  return last === undefined || stages[last] === "maintien" ? null : seats[last]!.key;
}

const write = (key: Key | null): string => (key ? `${key.points} pts / ${key.lottery}` : "–");

/** @returns what is wrong with a binding resource, in both languages; null when it is right */
function faultOf(run: Run, binding: Binding, all: readonly Reply[]): { fr: string; en: string } | null {
  const place = run.town.resources.get(binding.resource);
  const reply = all.find(({ roll }) => roll.facility === place?.facility);
  if (!place || !reply) return { fr: "limite étrangère à l'option", en: "a resource foreign to the option" };
  const { choice, roll, seat } = reply;
  if (!choice.above) return { fr: "la structure accepte l'option", en: "the facility accepts the option" };
  const need = unitsOn(seat.use, place.index);
  const cap = roll.caps[place.index]!;
  const used = cap - choice.above.left[place.index]!;
  for (const [name, said, found] of [
    ["used", binding.used, used],
    ["need", binding.need, need],
    ["cap", binding.cap, cap],
  ] as const)
    if (said !== found)
      return { fr: `${name} : dit ${said}, compté ${found}`, en: `${name}: said ${said}, counted ${found}` };
  if (need === 0 || used + need <= cap) {
    const sum = `${used} + ${need} ≤ ${cap}`;
    return { fr: `ne bloque pas : ${sum}`, en: `not binding: ${sum}` };
  }
  const threshold = thresholdOf(choice, choice.above.taken, place.index);
  const [said, found] = [binding.threshold, threshold];
  if (said === found || (said && found && compareKeys(said, found) === 0)) return null;
  return {
    fr: `seuil : dit ${write(said)}, trouvé ${write(found)}`,
    en: `threshold: said ${write(said)}, found ${write(found)}`,
  };
}

type Refusal = Answer["refused"][number];

/** The refusals of an answer by option; those that ought not to be there are failed. */
function refusalsOf(run: Run, request: Request, finding: Finding): Map<number, Refusal> {
  const refusals = new Map<number, Refusal>();
  for (const refusal of run.answers.get(request.id)?.refused ?? []) {
    const { option } = refusal;
    if (refusals.has(option) || option >= betterThanHeld(run, request))
      finding.fail({ request: request.id, option }, () => ({
        fr: "refus de trop : donné deux fois, ou pas meilleur que l'option tenue",
        en: "a refusal too many: given twice, or no better than the option held",
      }));
    refusals.set(option, refusal);
  }
  return refusals;
}

/**
 * A9: every option better than the one held is listed, with at least one binding resource unless it is a claim, and
 * every number of every binding resource is found again.
 * @returns its lines, and the options that the rule accepts
 */
export function checkRefusals(run: Run): { lines: CheckLine[]; accepted: Accepted[] } {
  const finding = new Finding("A9");
  const published = new Set(run.result.claims.map(({ request, option }) => `${option} ${request}`));
  const accepted: Accepted[] = [];
  let refused = 0;
  for (const request of run.town.instance.requests) {
    const refusals = refusalsOf(run, request, finding);
    for (let option = 0; option < betterThanHeld(run, request); option++) {
      refused++;
      const all = replies(run, request, option);
      const claim = claimOf(request, option, all);
      if (claim) accepted.push(claim);
      const subject = { request: request.id, option };
      const refusal = refusals.get(option);
      if (!refusal) {
        finding.fail(subject, () => ({
          fr: "meilleure que l'option tenue, et absente des refus",
          en: "better than the option held, and not among the refusals",
        }));
        continue;
      }
      if (refusal.binding.length === 0 && !published.has(`${option} ${request.id}`))
        finding.fail(subject, () => ({ fr: "refus sans motif", en: "a refusal without a reason" }));
      for (const binding of refusal.binding) {
        const fault = faultOf(run, binding, all);
        if (fault) finding.fail({ ...subject, resource: binding.resource }, () => fault);
      }
    }
  }
  const number = count(refused);
  const lines = finding.conclude({
    fr: `refus : ${number.fr} options refusées, chacune a son motif, recompté`,
    en: `refusals: ${number.en} options refused, each with its reason, recounted`,
  });
  return { lines, accepted };
}
