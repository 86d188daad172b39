// Absences that a family does not pay for: sickness from a day on, and those announced in time. A closure books no
// hours at all. Regulation 1.3; the parameter is "absence-deduction".
import { addDays, daysBetween } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import type { FacilitySettings } from "#app/facilities/rules/settings.ts";
import { z } from "#app/zod.ts";
import type { ChildStay } from "./stay-record.ts";

const oneKind = z.object({
  /** Deducted from this day of sickness on, the first being 1; null: never. */
  sickFromDay: z.number().int().min(1).nullable(),
  /** Any other absence announced before the facility's cut-off is deducted. */
  announcedBeforeCutOff: z.boolean(),
});
export type AbsenceRule = z.output<typeof oneKind>;

/** The parameter "absence-deduction", by kind of care. */
export const absenceDeduction = z.object({ nursery: oneKind, afterSchool: oneKind });

export type CutOff = Pick<FacilitySettings, "absenceCutOffDays" | "absenceCutOffMinute">;

/** The last instant at which an absence may be announced: what families are told, and what bills are made from. */
export function cutOffOf(
  plannedStart: number,
  { absenceCutOffDays: days, absenceCutOffMinute: minute }: CutOff,
): number {
  if (days === 0 && minute === 0) return plannedStart;
  const day = addDays(dayOf(new Date(plannedStart)), -days);
  return Math.min(plannedStart, instantAt(day, minute).getTime());
}

const isSick = ({ state, absenceCode }: ChildStay): boolean => state === "absent" && absenceCode === "sick";

/** Stays of one child: days of sickness are counted on the calendar, from the first one missed to the next one kept. */
function deductedSickness(stays: ChildStay[], fromDay: number): ChildStay[] {
  const found: ChildStay[] = [];
  let first: string | null = null;
  for (const stay of stays.sort((one, other) => one.plannedStart - other.plannedStart)) {
    if (!isSick(stay)) {
      first = null;
      continue;
    }
    const day = dayOf(new Date(stay.plannedStart));
    const began = (first ??= day) as typeof day;
    if (daysBetween(began, day) + 1 >= fromDay) found.push(stay);
  }
  return found;
}

/** @param stays those before the period too, for a sickness that began there */
export function deductedAbsences(
  stays: readonly ChildStay[],
  rule: AbsenceRule,
  cutOff: CutOff,
): Set<ChildStay> {
  const deducted = new Set<ChildStay>();
  const sick = new Map<string, ChildStay[]>();
  for (const stay of stays) {
    if (stay.state !== "absent") continue;
    if (stay.absenceCode === "sick") sick.set(stay.childId, []);
    else if (
      rule.announcedBeforeCutOff &&
      stay.markedAt !== null &&
      stay.markedAt <= cutOffOf(stay.plannedStart, cutOff)
    )
      deducted.add(stay);
  }
  if (rule.sickFromDay === null || sick.size === 0) return deducted;
  for (const stay of stays) sick.get(stay.childId)?.push(stay);
  for (const own of sick.values()) {
    for (const stay of deductedSickness(own, rule.sickFromDay)) deducted.add(stay);
  }
  return deducted;
}
