// What each facility chose where the law leaves a choice, and the adults it plans with the children.
import { type CalendarDay, addMonths, firstOfMonth } from "#app/calendar/rules/day.ts";
import { careKindOf } from "#app/facilities/rules/kinds.ts";
import type { StaffRatio } from "#app/facilities/rules/limit-parameters.ts";
import { type FacilitySettings, ratioRoundings, usualSettings } from "#app/facilities/rules/settings.ts";
import { type Children, staffFor, staffRuleOf } from "#app/facilities/rules/staff.ts";
import type { DemoFacility } from "./facility.ts";
import { longHoursNursery, roundTheClockNursery } from "./nurseries.ts";
import { random } from "./random.ts";
import type { Rows } from "./rows.ts";
import { walkingIn } from "./walking.ts";

/** Choices are older than any contract of the town; a few have changed since, or will. */
const chosenSince = "2024-09-01" as CalendarDay;
const fewerAdults = 0.12;

function choiceOf({ id, kind }: DemoFacility, seed: number): FacilitySettings {
  const rng = random(seed, "choices", id);
  if (careKindOf(kind) === "afterSchool") {
    const [absenceCutOffDays, absenceCutOffMinute] = rng.pick([
      [0, 600],
      [1, 1440],
      [2, 1080],
    ] as const);
    const hasPedt = rng.chance(0.8);
    return { ...usualSettings, hasPedt, absenceCutOffDays, absenceCutOffMinute, roundingMinutes: 30 };
  }
  const [absenceCutOffDays, absenceCutOffMinute] = rng.pick([
    [0, 0],
    [0, 480],
    [1, 600],
    [1, 1080],
  ] as const);
  const ratioRule = rng.chance(0.4) ? "single" : "byWalking";
  return {
    ratioRule: id === roundTheClockNursery ? "single" : id === longHoursNursery ? "byWalking" : ratioRule,
    ratioRounding: rng.pick(ratioRoundings),
    overCapacity: kind === "multiAccueil" && (id === longHoursNursery || rng.chance(0.4)),
    hasPedt: false,
    absenceCutOffDays,
    absenceCutOffMinute,
    roundingMinutes: rng.pick([0, 15, 30]),
    toleranceMinutes: rng.pick([5, 10]),
  };
}

type Hours = { weekday: number; start: number; end: number };

/** The moments between which the licence of a facility does not change. */
function hoursOf({ sections }: DemoFacility): Hours[] {
  const bands = sections.flatMap((section) => section.bands);
  return [...new Set(bands.map(({ weekday }) => weekday))].sort().flatMap((weekday) => {
    const own = bands.filter((band) => band.weekday === weekday);
    const moments = [...new Set(own.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
    return moments
      .slice(1)
      .map((end, index) => ({ weekday, start: moments[index]!, end }))
      .filter((hours) => own.some(({ start, end }) => start <= hours.start && hours.end <= end));
  });
}

/** Children when every licensed place is taken. */
function childrenAt({ kind, sections }: DemoFacility, { weekday, start, end }: Hours): Children {
  const children: Children = { few: 0, many: 0 };
  for (const section of sections) {
    const places = section.bands
      .filter((band) => band.weekday === weekday && band.start <= start && end <= band.end)
      .reduce((sum, band) => sum + band.places, 0);
    const many = kind === "afterSchool" ? section.minAgeMonths >= 72 : walkingIn(section) === true;
    children[many ? "many" : "few"] += places;
  }
  return children;
}

/** A Wednesday of an after-school site lasts more than five hours. */
const isLong = (facility: DemoFacility, weekday: number): boolean =>
  facility.opening.some((each) => each.weekday === weekday && each.end - each.start > 300);

function addStaff(
  rows: Rows,
  facility: DemoFacility,
  choice: FacilitySettings,
  ratio: StaffRatio,
  seed: number,
): void {
  const { id, kind } = facility;
  // One adult fewer than the licence would need in the busiest hours: places that only the staff limits.
  const short = random(seed, "staff", id).chance(fewerAdults) && kind === "multiAccueil";
  for (const hours of hoursOf(facility)) {
    const rule = staffRuleOf(kind, choice, isLong(facility, hours.weekday), ratio);
    const children = childrenAt(facility, hours);
    if (!rule || children.few + children.many === 0) continue;
    const needed = staffFor(rule, children);
    rows.staffBand.push({
      id: `${id}-staff-${hours.weekday}-${hours.start}`,
      facilityId: id,
      sectionId: null,
      weekday: hours.weekday,
      startMinute: hours.start,
      endMinute: hours.end,
      staff: short && needed > 6 ? needed - 1 : needed,
      validFrom: chosenSince,
      validTo: null,
    });
  }
}

export function addChoices(
  rows: Rows,
  facilities: readonly DemoFacility[],
  { seed, today, ratio }: { seed: number; today: CalendarDay; ratio: StaffRatio },
): void {
  for (const facility of facilities) {
    const { id } = facility;
    const choice = choiceOf(facility, seed);
    const state = (validFrom: CalendarDay, settings: FacilitySettings): void => {
      rows.facilitySettings.push({ id: `${id}-from-${validFrom}`, facilityId: id, validFrom, ...settings });
    };
    state(chosenSince, choice);
    // To come: the cut-off moves to the eve.
    if (id === longHoursNursery)
      state(addMonths(firstOfMonth(today), 2), {
        ...choice,
        absenceCutOffDays: 1,
        absenceCutOffMinute: 720,
      });
    addStaff(rows, facility, choice, ratio, seed);
  }
}
