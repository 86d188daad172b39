// An adaptation: shorter hours for the first days, before the hours of the contract.
import { type CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type AgreementRow, heldRows, samePattern } from "./agreement.ts";
import type { ContractRefusal } from "./contract-refusal.ts";

export type Adaptation = { until: CalendarDay; pattern: WeeklyPattern };

export type AdaptationPlan =
  | ContractRefusal
  /** It is so already. */
  | { ok: true; change: null }
  | {
      ok: true;
      /** `given`: an adaptation planned before, which this one replaces. */
      change: { given: AgreementRow | null; regular: AgreementRow; startOn: CalendarDay };
    };

/** @param firstDay the first day that may still change */
export function planAdaptation(
  rows: AgreementRow[],
  { until, pattern }: Adaptation,
  firstDay: CalendarDay,
): AdaptationPlan {
  const [first, second] = heldRows(rows);
  if (!first) return { ok: false, error: "attendance:contract.error.ended" };
  const given = first.stage === "adaptation" ? first : null;
  const regular = given ? second : first;
  if (given && given.endOn === until && samePattern(given.pattern, pattern))
    return { ok: true, change: null };
  if (!regular || first.startOn < firstDay) return { ok: false, error: "attendance:contract.error.begun" };
  if (until < first.startOn)
    return { ok: false, error: "attendance:contract.error.adaptationEnd", day: first.startOn };
  // Some day must be left for the hours of the contract.
  if (regular.endOn !== null && until >= regular.endOn)
    return { ok: false, error: "attendance:contract.error.lastDayLate", day: regular.endOn };
  return { ok: true, change: { given, regular, startOn: first.startOn } };
}
