// Hours as the Caf counts them. "Réalisées": the time there, each end outside the plan carried to the fraction of an
// hour begun. "Facturées": hours of the contract + extra hours − deductible absences. Both follow one rounding, that
// of the facility. Regulation 1.3 and 3.
import type { Span } from "#app/calendar/rules/quarter-hours.ts";
import type { FacilitySettings } from "#app/facilities/rules/settings.ts";
import { z } from "#app/zod.ts";
import { type StayRecord, presenceOf } from "./stay-record.ts";

/** What a facility has chosen: fractions of an hour, the one begun being due, beyond a tolerance. 0: to the minute. */
export type Rounding = Pick<FacilitySettings, "roundingMinutes" | "toleranceMinutes">;

const basis = z.enum(["contract", "presence"]);
/** "contract": hours booked are due, come or not. "presence": who came pays for the time there. */
type BillingBasis = z.output<typeof basis>;

/** The parameter "billed-hours", by kind of care; the rounding is a setting of each facility. */
export const billedHours = z.object({ nursery: basis, afterSchool: basis });

const minuteMs = 60_000;
// The town's clocks differ from the world's by whole hours: half-hours begin together.
const floorTo = (ms: number, step: number): number => (step === 0 ? ms : Math.floor(ms / step) * step);
const ceilTo = (ms: number, step: number): number => (step === 0 ? ms : Math.ceil(ms / step) * step);

/** The time there, as it is counted. Within the plan, rounding never passes the hours planned. */
export function realisedSpan(stay: StayRecord, there: Span, rounding: Rounding): Span {
  const step = rounding.roundingMinutes * minuteMs;
  const tolerance = rounding.toleranceMinutes * minuteMs;
  const { plannedStart, plannedEnd } = stay;
  const [floor, ceil] = [floorTo(there.start, step), ceilTo(there.end, step)];
  if (plannedEnd <= plannedStart) return { start: floor, end: ceil };
  const early = plannedStart - there.start;
  const late = there.end - plannedEnd;
  const start = early > tolerance ? floor : early > 0 ? plannedStart : Math.max(floor, plannedStart);
  const end = late > tolerance ? ceil : late > 0 ? plannedEnd : Math.min(ceil, plannedEnd);
  return { start, end: Math.max(start, end) };
}

export type BillingRule = Rounding & { basis: BillingBasis };

/**
 * Gives the stretches of a stay that are billed.
 * @param asOf nothing planned later is billed yet
 * @param deducted an absence that the family does not pay for
 */
export function tellBilled(
  stay: StayRecord,
  rule: BillingRule,
  { asOf, deducted }: { asOf: number; deducted: boolean },
  add: (start: number, end: number) => void,
): void {
  if (deducted) return;
  const { plannedStart, plannedEnd } = stay;
  const there = presenceOf(stay, asOf);
  const due = stay.state === "absent" || stay.state === "left" ? plannedEnd : Math.min(plannedEnd, asOf);
  if (there && rule.basis === "presence") {
    const { start, end } = realisedSpan(stay, there, rule);
    add(start, end);
  } else if (there) {
    const { start, end } = realisedSpan(stay, there, rule);
    add(start, Math.min(end, plannedStart));
    add(plannedStart, due);
    add(Math.max(start, plannedEnd), end);
  } else if (rule.basis === "presence" && due === plannedEnd) {
    const step = rule.roundingMinutes * minuteMs;
    add(floorTo(plannedStart, step), ceilTo(plannedEnd, step));
  } else add(plannedStart, due);
}
