// Why each option was refused, from the certificate and the instance and nowhere else (allocation.md §5). What may not
// be shown to a family is not in here: who the holders are, their classes, a threshold over too few of them.
import { type AllocationBook, heldOption, keyAt } from "./allocation-book.ts";
import { type FreeDays, freeDays, leastPoints, momentsFree, weekdaysOf } from "./held-fixed.ts";
import { type HoldersTold, holdersTold } from "./holders-told.ts";
import type { InstanceOption, InstanceRequest } from "./instance.ts";
import type { Precedence, Refused, ResultKey } from "./result.ts";
import {
  chosenBinding,
  type Moment,
  tellsReserved,
  tellsThreshold,
  type ToldBinding,
  toldBindings,
} from "./told-binding.ts";

/**
 * "points": others come before, by points but for reserved seats that cannot be told apart; "equalPoints": the last of them has as many, and a better draw; "reserve": no holder by
 * points, but reserved seats; "kept": seats kept alone; then the limits that are not places; "claim": listed as a
 * circular case; "unexplained": the result gives neither binding nor claim.
 */
export type RefusalKind =
  | "points"
  | "equalPoints"
  | "reserve"
  | "kept"
  | "weekHours"
  | "staff"
  | "classMax"
  | "claim"
  | "unexplained";

export type Explanation = {
  request: string;
  /** Its index among those of the request. */
  option: number;
  optionKind: InstanceOption["kind"];
  /** All those of the option; several for siblings apart. */
  facilities: string[];
  /** The weekdays asked for, 1 for Monday. */
  weekdays: number[];
  /** The one that refuses. */
  facility: string;
  kind: RefusalKind;
  /** Null for what is not about a moment: "weekHours", "classMax", "claim". */
  moment: Moment | null;
  /** Week and period of "weekHours". */
  when: { week: "A" | "B" | null; period: string | null } | null;
  /** Null when all sections together are full. */
  section: string | null;
  /** Of "classMax". */
  class: string | null;
  /** In units of the resource: places, half-hours for "weekHours", fortieths of a professional for "staff". */
  cap: number;
  used: number;
  need: number;
  /** Units of `cap` that are over capacity. */
  surnombre: number;
  /** Null when the options held do not give the numbers of the certificate. */
  holders: HoldersTold | null;
  /** The reserve that the reserved seats come from; null when it must not be named, or when there are several. */
  reserve: string | null;
  /** The key of the last holder by points; null when there is none, or when too few would be exposed. */
  threshold: ResultKey | null;
  /** The key of this request at `facility`. */
  own: ResultKey;
  /** Every resource told together. */
  resources: string[];
  /** Of "weekHours" and "classMax": whether there is room at every moment asked for. */
  momentsFree: boolean;
  /** Other days that are full at the hours asked for, at `facility`. */
  fullDays: number[];
  free: FreeDays;
  leastPoints: number | "beyond" | null;
  /** The number of the claim, from 1 in the order of the result. */
  claim: number | null;
};

export type RequestExplanation = {
  request: string;
  held: { option: number; kind: InstanceOption["kind"]; precedence: Precedence; facilities: string[] } | null;
  /** Best first. Options below the one held were not looked at. */
  refused: Explanation[];
};

const facilitiesOf = ({ parts }: InstanceOption): string[] => [
  ...new Set(parts.map(({ facility }) => facility)),
];

function kindOf(told: ToldBinding, own: ResultKey, book: AllocationBook): RefusalKind {
  const { resource, composition, binding } = told;
  if (resource.kind !== "section" && resource.kind !== "total") return resource.kind;
  if (binding.threshold === null) return "kept";
  if (composition?.lowest === null && tellsReserved(told, book)) return "reserve";
  return tellsThreshold(told, book) && composition?.lowest?.points === own.points ? "equalPoints" : "points";
}

/** The points it would have taken; that none would do says that seats are reserved, where that must not be told. */
function leastTold(
  book: AllocationBook,
  request: InstanceRequest,
  option: InstanceOption,
  told: ToldBinding,
): Explanation["leastPoints"] {
  const least = leastPoints(book, request, option, told.resource.facility);
  return least === "beyond" && !tellsReserved(told, book) ? null : least;
}

/** The only reserve of the facility, when enough hold through it that nobody can be told by it. */
function namedReserve(
  { instance, smallestCount }: AllocationBook,
  { resource, composition }: ToldBinding,
): string | null {
  const own = instance.rules.reserves.filter(({ facility }) => facility === resource.facility);
  const enough = composition !== null && composition.holders.reserved.files >= smallestCount;
  return own.length === 1 && enough ? own[0]!.id : null;
}

function fullDaysBeside(chosen: ToldBinding, told: readonly ToldBinding[]): number[] {
  if (!chosen.moment) return [];
  const days = told
    .filter(({ resource }) => resource.facility === chosen.resource.facility)
    .flatMap(({ moment }) => moment?.weekday ?? []);
  const own = chosen.moment.weekday;
  return [...new Set(days)].filter((weekday) => weekday !== own).sort((a, b) => a - b);
}

/** The facts of the binding that is told. */
function toldFacts(
  book: AllocationBook,
  request: InstanceRequest,
  option: InstanceOption,
  told: readonly ToldBinding[],
  chosen: ToldBinding,
): Partial<Explanation> {
  const { binding, resource, composition, moment, resources } = chosen;
  const own = keyAt(request, resource.facility);
  const tells = tellsThreshold(chosen, book);
  return {
    facility: resource.facility,
    kind: kindOf(chosen, own, book),
    moment,
    when: resource.kind === "weekHours" ? { week: resource.week, period: resource.period } : null,
    section: resource.kind === "section" ? resource.section : null,
    class: resource.kind === "classMax" ? resource.class : null,
    cap: binding.cap,
    used: binding.used,
    need: binding.need,
    surnombre: book.surnombre.get(resource.id) ?? 0,
    holders: composition && holdersTold(composition.holders, tellsReserved(chosen, book)),
    reserve: namedReserve(book, chosen),
    threshold: tells ? composition!.lowest : null,
    own,
    resources,
    momentsFree: moment === null && momentsFree(book, request, option),
    fullDays: fullDaysBeside(chosen, told),
    free: freeDays(book, request, option),
    leastPoints: leastTold(book, request, option, chosen),
  };
}

function explainRefusal(book: AllocationBook, request: InstanceRequest, refused: Refused): Explanation {
  const option = request.options[refused.option];
  if (!option) throw new Error(`${request.id}: option ${refused.option} is not in the instance.`);
  const facilities = facilitiesOf(option);
  const told = toldBindings(book, request, refused.binding);
  const chosen = chosenBinding(told, book);
  const claim = book.claims.get(`${request.id}/${refused.option}`) ?? null;
  return {
    request: request.id,
    option: refused.option,
    optionKind: option.kind,
    facilities,
    weekdays: weekdaysOf(book, option),
    facility: facilities[0]!,
    kind: claim === null ? "unexplained" : "claim",
    moment: null,
    when: null,
    section: null,
    class: null,
    cap: 0,
    used: 0,
    need: 0,
    surnombre: 0,
    holders: null,
    reserve: null,
    threshold: null,
    own: keyAt(request, facilities[0]!),
    resources: [],
    momentsFree: false,
    fullDays: [],
    free: { weekdays: [], together: true },
    leastPoints: null,
    claim,
    ...(chosen && toldFacts(book, request, option, told, chosen)),
  };
}

/** Everything a family may be told of its request; null when the result does not know it. */
export function explainRequest(book: AllocationBook, id: string): RequestExplanation | null {
  const [request, line] = [book.requests.get(id), book.lines.get(id)];
  if (!request || !line) return null;
  const held = heldOption(request, line);
  return {
    request: id,
    held:
      held && line.option !== null
        ? {
            option: line.option,
            kind: held.kind,
            precedence: line.precedence,
            facilities: facilitiesOf(held),
          }
        : null,
    refused: line.refused.map((refused) => explainRefusal(book, request, refused)),
  };
}

/** The refusals a letter tells: for each set of facilities, the option that the family liked best there. */
export function oneForEachFacility<Refusal extends Pick<Explanation, "facilities">>(
  refused: readonly Refusal[],
): Refusal[] {
  const first = new Map<string, Refusal>();
  for (const each of refused) {
    const place = JSON.stringify([...each.facilities].sort());
    if (!first.has(place)) first.set(place, each);
  }
  return [...first.values()];
}
