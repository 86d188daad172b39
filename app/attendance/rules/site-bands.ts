// A day of a site of after-school care, band by band: its opening hours, who is there, and the adults they need
// (R227-16 of the code de l'action sociale et des familles).
import { type CalendarDay, monthsBetween } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { StaffRatio } from "#app/facilities/rules/limit-parameters.ts";
import type { StaffBand } from "#app/facilities/rules/settings.ts";
import { afterSchoolRule, staffNeededAfterSchool } from "#app/facilities/rules/staff.ts";
import { type PresenceFacts, isUnplanned } from "./presence.ts";
import type { TabletBand } from "./tablet-bands.ts";

export type SiteBand = { id: string; startMinute: number; endMinute: number; start: Date; end: Date };

/** Stays outside the opening hours of the day. */
export const otherHours = "band-other";

/** In order. */
export function siteBands(
  day: CalendarDay,
  opening: readonly { startMinute: number; endMinute: number }[],
): SiteBand[] {
  return [...opening]
    .sort((one, other) => one.startMinute - other.startMinute)
    .map(({ startMinute, endMinute }) => ({
      id: `band-${startMinute}-${endMinute}`,
      startMinute,
      endMinute,
      start: instantAt(day, startMinute),
      end: instantAt(day, endMinute),
    }));
}

type Planned = Pick<PresenceFacts, "plannedStart" | "plannedEnd">;
type Hours = Pick<SiteBand, "start" | "end">;

/** Whether a stay is of a band. */
export const touches = (stay: Planned, { start, end }: Hours): boolean =>
  stay.plannedStart < end && (isUnplanned(stay) ? stay.plannedStart >= start : stay.plannedEnd > start);

/** The list on which a stay is: that of the first band it touches, so that a child is marked in one place. */
export function bandOf(stay: Planned, bands: readonly (Hours & { id: string })[]): string {
  return bands.find((band) => touches(stay, band))?.id ?? otherHours;
}

/** Minutes that the site is open without a break around a band. */
function openMinutes(band: SiteBand, bands: readonly SiteBand[]): number {
  let [start, end] = [band.startMinute, band.endMinute];
  for (const other of bands) if (other.startMinute <= end) end = Math.max(end, other.endMinute);
  for (const other of [...bands].reverse())
    if (other.endMinute >= start) start = Math.min(start, other.startMinute);
  return end - start;
}

/** When the band before ended: an adult counted earlier says nothing of this one. */
const endBefore = (band: SiteBand, bands: readonly SiteBand[]): Date | null =>
  bands.filter(({ end }) => end <= band.start).at(-1)?.end ?? null;

export type BandPhase = "before" | "now" | "over";
export const phaseOf = ({ start, end }: Hours, now: Date): BandPhase =>
  now < start ? "before" : now < end ? "now" : "over";

/** The fewest adults planned at once in a band; null when no plan covers any of it. */
function plannedStaff(band: SiteBand, plan: readonly StaffBand[]): number | null {
  const own = plan.filter(
    ({ startMinute, endMinute }) => startMinute < band.endMinute && endMinute > band.startMinute,
  );
  if (own.length === 0) return null;
  const moments = [band.startMinute, ...own.flatMap(({ startMinute, endMinute }) => [startMinute, endMinute])]
    .filter((minute) => minute >= band.startMinute && minute < band.endMinute)
    .map((minute) =>
      own
        .filter(({ startMinute, endMinute }) => startMinute <= minute && minute < endMinute)
        .reduce((sum, { staff }) => sum + staff, 0),
    );
  return Math.min(...moments);
}

export type StaffCounted = { sectionId: string; staff: number; at: Date };
export type BandStay = PresenceFacts & { sectionId: string; birthDay: CalendarDay | null };

export type BandFigures = {
  phase: BandPhase;
  present: number;
  expected: number;
  under6: number;
  from6: number;
  needed: number;
  /** `at` null: as planned, when the tablet has not counted the adults of the band. */
  staff: { count: number; at: Date | null } | null;
  missing: number;
};

/** The last count of each section that has children in a band, made since the band before it; null if one lacks. */
export function countedStaff(
  stays: readonly { sectionId: string }[],
  since: Date | null,
  { end }: Pick<SiteBand, "end">,
  counts: readonly StaffCounted[],
): { count: number; at: Date } | null {
  const last = new Map<string, StaffCounted>();
  for (const each of counts)
    if ((since === null || each.at >= since) && each.at <= end) last.set(each.sectionId, each);
  if (last.size === 0 || stays.some(({ sectionId }) => !last.has(sectionId))) return null;
  const all = [...last.values()];
  const at = new Date(Math.max(...all.map((each) => each.at.getTime())));
  return { count: all.reduce((sum, { staff }) => sum + staff, 0), at };
}

type BandRules = { day: CalendarDay; hasPedt: boolean; ratio: StaffRatio };

/** An age that is not known asks for the more adults. */
function agesOf(stays: readonly BandStay[], day: CalendarDay): { under6: number; from6: number } {
  const under6 = stays.filter(
    ({ birthDay }) => birthDay === null || monthsBetween(birthDay, day) < 72,
  ).length;
  return { under6, from6: stays.length - under6 };
}

const expectedIn = (band: SiteBand, stays: readonly BandStay[]): BandStay[] =>
  stays.filter((stay) => stay.state !== "absent" && touches(stay, band));

/**
 * @param counts of the day, in order of time
 * @param plan the staff bands of the day
 */
export function bandFigures(
  band: SiteBand,
  {
    bands,
    stays,
    counts,
    plan,
  }: {
    bands: readonly SiteBand[];
    stays: readonly BandStay[];
    counts: readonly StaffCounted[];
    plan: readonly StaffBand[];
  },
  { day, now, hasPedt, ratio }: BandRules & { now: Date },
): BandFigures {
  const phase = phaseOf(band, now);
  const expected = expectedIn(band, stays);
  const present = expected.filter(
    ({ state }) => state === "arrived" || (phase === "over" && state === "left"),
  );
  // Those still awaited need their adults too: they come together.
  const kept = phase === "now" ? expected.filter(({ state }) => state !== "left") : expected;
  const { under6, from6 } = agesOf(kept, day);
  const overFiveHours = openMinutes(band, bands) > 300;
  const needed = staffNeededAfterSchool({ hasPedt, overFiveHours }, { under6, from6 }, ratio);
  const planned = plannedStaff(band, plan);
  const staff =
    countedStaff(kept, endBefore(band, bands), band, counts) ??
    (planned === null ? null : { count: planned, at: null });
  const missing = staff === null ? 0 : Math.max(0, needed - staff.count);
  return {
    ...{ phase, present: present.length, expected: expected.length, under6, from6 },
    ...{ needed, staff, missing },
  };
}

/** What a tablet is told of a band, so that it counts by itself: no age of any child. */
export function tabletBand(
  band: SiteBand,
  {
    bands,
    stays,
    plan,
  }: { bands: readonly SiteBand[]; stays: readonly BandStay[]; plan: readonly StaffBand[] },
  { day, hasPedt, ratio }: BandRules,
): TabletBand {
  const ages = agesOf(expectedIn(band, stays), day);
  const under6 = ages.under6 > 0;
  const overFiveHours = openMinutes(band, bands) > 300;
  const { few, many } = afterSchoolRule({ hasPedt, overFiveHours }, ratio);
  return {
    ...{ id: band.id, day, start: band.start.getTime(), end: band.end.getTime() },
    since: endBefore(band, bands)?.getTime() ?? null,
    planned: plannedStaff(band, plan),
    needed: staffNeededAfterSchool({ hasPedt, overFiveHours }, ages, ratio),
    rule: {
      perAdult: under6 ? few : many,
      perUnlisted: few,
      ...{ under6, hasPedt, overFiveHours, article: ratio.afterSchool.article },
    },
  };
}
