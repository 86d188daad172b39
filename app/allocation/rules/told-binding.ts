// The bindings of a refused option as a reader hears them: cells that follow each other and say the same thing are one
// moment, and one binding is enough to refuse.
import type { AllocationBook } from "./allocation-book.ts";
import { type Composition, compositionAbove } from "./holders-above.ts";
import type { InstanceCell, InstanceRequest, InstanceResource } from "./instance.ts";
import type { Binding } from "./result.ts";

/** Minutes from the midnight that opens the day; an end past 1440 falls the next day. */
export type Moment = {
  /** 1 for Monday. */
  weekday: number;
  start: number;
  end: number;
  /** Null when every week, or when weeks A and B say the same. */
  week: "A" | "B" | null;
  /** None when the moment is the same all along. */
  periods: string[];
};

export type ToldBinding = {
  /** The first of the bindings told together; the others have the same numbers. */
  binding: Binding;
  resource: InstanceResource;
  /** Every resource told together. */
  resources: string[];
  composition: Composition | null;
  moment: Moment | null;
};

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function momentOf(cell: InstanceCell): Moment {
  const [start, end] = [minuteOf(cell.from), minuteOf(cell.to)];
  return {
    weekday: cell.weekday,
    start,
    end: end > start ? end : end + 1440,
    week: cell.week,
    periods: cell.period === null ? [] : [cell.period],
  };
}

/** Two bindings with the same text say the same thing, but for the moment. */
function said({ binding, resource, composition }: ToldBinding, { surnombre }: AllocationBook): string {
  const { used, need, cap, threshold } = binding;
  const section = resource.kind === "section" ? resource.section : null;
  const extra = surnombre.get(resource.id) ?? 0;
  return JSON.stringify([
    resource.facility,
    resource.kind,
    section,
    used,
    need,
    cap,
    threshold,
    extra,
    composition,
  ]);
}

type Merge = (one: Moment, next: Moment) => Moment | null;

const sameDay = (one: Moment, next: Moment): boolean => one.weekday === next.weekday;
const sameHours = (one: Moment, next: Moment): boolean =>
  sameDay(one, next) && one.start === next.start && one.end === next.end;
const samePeriods = (one: Moment, next: Moment): boolean =>
  one.periods.join("\n") === next.periods.join("\n");

const following: Merge = (one, next) =>
  sameDay(one, next) && one.week === next.week && samePeriods(one, next) && one.end === next.start
    ? { ...one, end: next.end }
    : null;
const bothWeeks: Merge = (one, next) =>
  sameHours(one, next) &&
  samePeriods(one, next) &&
  one.week !== null &&
  next.week !== null &&
  one.week !== next.week
    ? { ...one, week: null }
    : null;
const severalPeriods: Merge = (one, next) =>
  sameHours(one, next) && one.week === next.week && one.periods.length > 0 && next.periods.length > 0
    ? { ...one, periods: [...one.periods, ...next.periods] }
    : null;

/** Puts together those that say the same thing and whose moments `merge`. */
function mergeAll(all: ToldBinding[], book: AllocationBook, merge: Merge): ToldBinding[] {
  const merged: ToldBinding[] = [];
  const bySaid = new Map<string, ToldBinding[]>();
  for (const told of all) {
    const key = said(told, book);
    const alike = bySaid.get(key) ?? [];
    bySaid.set(key, alike);
    const before = alike.find((each) => each.moment && told.moment && merge(each.moment, told.moment));
    if (before) {
      before.moment = merge(before.moment!, told.moment!);
      before.resources.push(...told.resources);
    } else {
      alike.push(told);
      merged.push(told);
    }
  }
  return merged;
}

/** A moment that holds in every period of its facility needs no period. */
function withoutNeedlessPeriods(
  told: ToldBinding,
  { instance, facilityResources }: AllocationBook,
): ToldBinding {
  const { moment, resource } = told;
  if (!moment || moment.periods.length === 0) return told;
  const cells = facilityResources.get(resource.facility)?.byCell.keys() ?? [];
  const every = new Set([...cells].flatMap((index) => instance.cells[index]?.period ?? []));
  if (moment.periods.length === every.size) told.moment = { ...moment, periods: [] };
  return told;
}

/** The bindings of a refused option, in the order of the week, then those of no moment. */
export function toldBindings(
  book: AllocationBook,
  request: InstanceRequest,
  bindings: readonly Binding[],
): ToldBinding[] {
  const { cells } = book.instance;
  const all = bindings.flatMap((binding): ToldBinding[] => {
    const resource = book.resources.get(binding.resource);
    if (!resource) return [];
    const cell = "cell" in resource ? cells[resource.cell] : undefined;
    const moment = cell ? momentOf(cell) : null;
    const composition = compositionAbove(book, request, binding);
    return [{ binding, resource, resources: [resource.id], composition, moment }];
  });
  const when = ({ moment }: ToldBinding): number =>
    moment ? moment.weekday * 1440 + moment.start : Infinity;
  all.sort((a, b) => (when(a) === when(b) ? 0 : when(a) - when(b)));
  return [following, bothWeeks, severalPeriods]
    .reduce((told, merge) => mergeAll(told, book, merge), all)
    .map((told) => withoutNeedlessPeriods(told, book));
}

/** Whether a binding can be told with its numbers: they agree, and no threshold over too few must be hidden. */
export function tellsThreshold({ composition }: ToldBinding, { smallestCount }: AllocationBook): boolean {
  return composition !== null && composition.holders.points.files >= smallestCount;
}

/** Whether reserved seats may be told apart: over too few newcomers, that would say the class of somebody. */
export function tellsReserved({ composition }: ToldBinding, { smallestCount }: AllocationBook): boolean {
  if (composition === null) return false;
  const { reserved, points } = composition.holders;
  return reserved.files === 0 || reserved.files + points.files >= smallestCount;
}

/** Whether everything of a binding can be told. */
function tellsAll(told: ToldBinding, book: AllocationBook): boolean {
  return tellsReserved(told, book) && (told.composition!.lowest === null || tellsThreshold(told, book));
}

const kindOrder = ["section", "total", "staff", "weekHours", "classMax"];

/**
 * The one binding to tell, for one is enough to refuse: a moment rather than a limit of the week, one that can be told
 * whole, the fewest cells, the highest threshold, the first of the week.
 */
export function chosenBinding(told: readonly ToldBinding[], book: AllocationBook): ToldBinding | null {
  const rank = (each: ToldBinding): number[] => [
    each.moment ? 0 : 1,
    tellsAll(each, book) ? 0 : 1,
    kindOrder.indexOf(each.resource.kind),
    each.resources.length,
    -(each.binding.threshold?.points ?? 0),
    each.moment ? each.moment.weekday * 1440 + each.moment.start : 0,
  ];
  const ranked = told.map((each) => ({ each, rank: rank(each) }));
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
    return at === -1 ? 0 : a.rank[at]! - b.rank[at]!;
  });
  return ranked[0]?.each ?? null;
}
