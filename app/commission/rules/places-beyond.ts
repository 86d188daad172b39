// What a facility holds beyond what it may, on real days: what an offer must never make worse.
import { type Holding, dayOffAt, eachStay } from "#app/facilities/rules/holdings.ts";
import { weeksOf } from "#app/facilities/rules/limit-weeks.ts";
import type { FacilityLimits, SectionLimits } from "#app/facilities/rules/limits.ts";
import { childrenForStaff } from "#app/facilities/rules/staff.ts";

/** Hours that one child holds in a section by its seat, and by the offer that would take the seat's place. */
export type HeldTwice = { sectionId: string; seat: Holding; offer: Holding };

/** Children by quarter hour, in each section; minutes by week. Zero where the facility keeps to its limits. */
export type Beyond = { sections: Map<string, Int32Array>; weeks: Int32Array };

const quarterMinutes = 15;

function headsOf({ clock, off }: FacilityLimits, holding: Holding): Uint8Array {
  const there = new Uint8Array(clock.length);
  eachStay(clock, holding, off, ({ first, last }) => {
    there.fill(1, Math.max(0, Math.floor(first)), Math.min(clock.length, Math.ceil(last)));
  });
  return there;
}

/** Children counted twice, by section and quarter hour. */
function countedTwice(limits: FacilityLimits, twice: readonly HeldTwice[]): Map<string, Int32Array> {
  const counts = new Map<string, Int32Array>();
  for (const { sectionId, seat, offer } of twice) {
    const [one, other] = [headsOf(limits, seat), headsOf(limits, offer)];
    const known = counts.get(sectionId) ?? new Int32Array(limits.clock.length);
    one.forEach((there, at) => (known[at]! += there & other[at]!));
    counts.set(sectionId, known);
  }
  return counts;
}

/** How far a facility is beyond its places, its adults and its weekly hours; a child who is there twice counts once. */
export function beyondOf(limits: FacilityLimits, twice: readonly HeldTwice[] = []): Beyond {
  const { clock, whole, staffRuleAt } = limits;
  const counts = countedTwice(limits, twice);
  const [all, few] = [new Int32Array(clock.length), new Int32Array(clock.length)];
  for (const { id, group } of limits.sections)
    counts.get(id)?.forEach((count, at) => {
      all[at]! += count;
      if (group === "few") few[at]! += count;
    });
  const leftAt = ({ id, group, limit, held }: SectionLimits, at: number): number => {
    const here = held[at]! - (counts.get(id)?.[at] ?? 0);
    const heads = whole.held[at]! - all[at]!;
    const ofFew = whole.few[at]! - few[at]!;
    const [rule, staff] = [staffRuleAt(at), whole.staffPlanned[at]!];
    const children = { few: ofFew, many: heads - ofFew };
    const byStaff = rule && staff >= 0 ? childrenForStaff(rule, staff, children, group) : Infinity;
    return Math.min(limit[at]! - here, whole.limit[at]! - heads, byStaff);
  };
  const { bounds } = weeksOf(clock);
  // No stay begins on a day off: what is held there is the end of a night that the week counts as its own.
  const isOff = dayOffAt(clock, limits.off);
  return {
    sections: new Map(
      limits.sections.map((section) => [
        section.id,
        Int32Array.from({ length: clock.length }, (_, at) => {
          const left = leftAt(section, at);
          return left >= 0 || isOff(at) ? 0 : -left;
        }),
      ]),
    ),
    weeks: Int32Array.from(limits.weeks, ({ leftMinutes }, week) => {
      const again = all
        .subarray(bounds[week], bounds[week + 1])
        .reduce((sum, count) => sum + count * quarterMinutes, 0);
      return leftMinutes === null ? 0 : Math.max(0, -leftMinutes - again);
    }),
  };
}

/** Whether a facility is further beyond its limits than it was, at any moment. */
export function isWorse(before: Beyond, after: Beyond): boolean {
  for (const [id, beyond] of after.sections)
    if (beyond.some((count, at) => count > (before.sections.get(id)?.[at] ?? 0))) return true;
  return after.weeks.some((minutes, week) => minutes > (before.weeks[week] ?? 0));
}
