// One function for every figure: stays, licensed places and promises of a facility become minutes, quarter hour by
// quarter hour, over real days. The desk, the facility, the family and the observatory only sum it in their own way.
import {
  type QuarterHours,
  type QuarterSums,
  type Span,
  quarterMinutes,
  quarterSums,
} from "#app/calendar/rules/quarter-hours.ts";
import { type DatedBand, eachBand } from "#app/facilities/rules/capacity.ts";
import type { DaysOff, Holding } from "#app/facilities/rules/holdings.ts";
import { type AbsenceRule, type CutOff, deductedAbsences } from "./absence-deduction.ts";
import { type AfterSchoolCounting, cappedSpans } from "./after-school-caps.ts";
import { type BillingRule, realisedSpan, tellBilled } from "./billed-hours.ts";
import { promisedStays } from "./promised-stays.ts";
import { tellStay } from "./stay-minutes.ts";
import { type ChildStay, presenceOf } from "./stay-record.ts";
import { inWholeBands } from "./whole-bands.ts";

/**
 * `capacity` licensed places, days off none · `demanded` asked by requests still open · `allocated` open offers, and
 * contracts not begun · `booked` = `present` + `absent` + `unknown` + `toCome` · `extra` present outside the plan ·
 * `realised` and `billed` the Caf's "heures réalisées" and "facturées".
 */
export const measures = [
  "capacity",
  "demanded",
  "allocated",
  "booked",
  "present",
  "extra",
  "absent",
  "unknown",
  "toCome",
  "realised",
  "billed",
] as const;
export type Measure = (typeof measures)[number];

/** Minutes of every quarter hour. The sum of a measure is exactly that of its stays, clipped to the period. */
export type OccupancySeries = {
  clock: QuarterHours;
  minutes: Record<Measure, Int32Array>;
  /** The stays as they were counted: by whole bands after school. */
  counted: readonly ChildStay[];
};

/** How a facility counts. */
export type CountingRules = {
  billing: BillingRule;
  absences: AbsenceRule;
  cutOff: CutOff;
  /** After-school sites: their opening hours on real days, in order, and the limits of the Caf. */
  wholeBands: { bands: readonly Span[]; counting: AfterSchoolCounting } | null;
};

export type OccupancyFacts = {
  capacity: readonly DatedBand[];
  /** From the day before the period on. */
  off: DaysOff;
  /** Those that touch the period; earlier ones may come too, and count for a sickness that began before it. */
  stays: readonly ChildStay[];
  demanded?: readonly Holding[];
  allocated?: readonly Holding[];
};

const quarterMs = quarterMinutes * 60_000;

function countedStays(stays: readonly ChildStay[], { wholeBands }: CountingRules): readonly ChildStay[] {
  return wholeBands ? inWholeBands(stays, wholeBands.bands) : stays;
}

/** @param asOf what is later is still to come; Infinity for a period that is over */
export function occupancySeries(
  clock: QuarterHours,
  facts: OccupancyFacts,
  rules: CountingRules,
  asOf = Infinity,
): OccupancySeries {
  const sums = Object.fromEntries(measures.map((name) => [name, quarterSums(clock)])) as Record<
    Measure,
    QuarterSums
  >;
  eachBand(clock, facts.capacity, facts.off, ({ places }, first, last) =>
    sums.capacity.add(clock.start + first * quarterMs, clock.start + last * quarterMs, places),
  );
  for (const name of ["demanded", "allocated"] as const) {
    const promised = (facts[name] ?? []).flatMap((holding, index) =>
      promisedStays(clock, holding, String(index), facts.off),
    );
    for (const { plannedStart, plannedEnd } of countedStays(promised, rules)) {
      sums[name].add(plannedStart, plannedEnd);
    }
  }
  const counted = countedStays(facts.stays, rules);
  const tell = (measure: Measure, start: number, end: number): void => sums[measure].add(start, end);
  for (const stay of counted) tellStay(stay, asOf, tell);
  for (const { start, end } of realisedSpans(clock, counted, rules, asOf)) sums.realised.add(start, end);
  const deducted = deductedAbsences(facts.stays, rules.absences, rules.cutOff);
  for (const stay of facts.stays) {
    tellBilled(stay, rules.billing, { asOf, deducted: deducted.has(stay) }, sums.billed.add);
  }
  const minutes = Object.fromEntries(measures.map((name) => [name, sums[name].minutes()]));
  return { clock, minutes: minutes as Record<Measure, Int32Array>, counted };
}

function realisedSpans(
  clock: QuarterHours,
  counted: readonly ChildStay[],
  rules: CountingRules,
  asOf: number,
): Span[] {
  const spans: (Span & { childId: string })[] = [];
  for (const stay of counted) {
    const there = presenceOf(stay, asOf);
    if (!there) continue;
    const { start, end } = rules.wholeBands ? there : realisedSpan(stay, there, rules.billing);
    spans.push({ childId: stay.childId, start, end });
  }
  return rules.wholeBands ? cappedSpans(clock, spans, rules.wholeBands.counting) : spans;
}
