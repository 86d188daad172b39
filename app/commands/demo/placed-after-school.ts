// 200 children in the after-school sites of their schools.
import { type CalendarDay, addDays, addMonths, mondayOf, monthsBetween } from "#app/calendar/rules/day.ts";
import { groupCount, schoolFor, sitesOfGroup } from "./after-school.ts";
import type { Build } from "./build.ts";
import type { DemoFacility, DemoSection } from "./facility.ts";
import { type Child, addChild, bornMonthsAgo, openFamily } from "./families.ts";
import { homeNear, knownFamily } from "./placed-nursery.ts";
import { addPlacement, comingStart, lastSeptember } from "./placement.ts";
import { type Random, random } from "./random.ts";
import { afterSchoolNeed } from "./work-hours.ts";

/** Ages of school: from three to ten, in months. */
export const schoolAges = [37, 130] as const;

/** A child of a school of the group, of a family known or new. */
export function schoolChild(
  build: Build,
  group: number,
  ages: readonly [number, number],
  rng: Random,
): Child {
  const { today, families } = build;
  const [first] = sitesOfGroup(group);
  const age = rng.between(...ages);
  const birth = bornMonthsAgo(today, age, rng);
  const known = rng.chance(0.3) ? knownFamily(build, first!.zone, birth, rng) : undefined;
  const child = addChild(families, known ?? openFamily(families, homeNear(first!.zone, rng)), birth);
  child.schoolId = schoolFor(group, age).id;
  return child;
}

/** The first of September of this school year or of the one before, or some weeks later. */
function startOf({ today }: Build, rng: Random): CalendarDay | null {
  const september = addMonths(lastSeptember(today), rng.chance(0.45) ? -12 : 0);
  const startOn = rng.chance(0.9) ? september : mondayOf(addDays(september, rng.between(7, 200)));
  return startOn < today ? startOn : null;
}

/** The wished site first most often, then the others that the same association runs for the school. */
function wishesAmong(sites: DemoFacility[], wanted: DemoFacility, rng: Random): DemoFacility[] {
  const others = rng.shuffle(sites.filter((site) => site !== wanted)).slice(0, rng.between(0, 2));
  return rng.chance(0.8) ? [wanted, ...others] : [...others.slice(0, 1), wanted, ...others.slice(1)];
}

function placeOne(build: Build, group: number, coming: boolean, rng: Random): boolean {
  const sites = sitesOfGroup(group);
  const [small, big] = sites[0]!.sections as [DemoSection, DemoSection];
  const little = rng.chance(0.4);
  const { minAgeMonths, maxAgeMonths } = little ? small : big;
  const startOn = coming ? comingStart(build, rng) : startOf(build, rng);
  if (!startOn) return false;
  const pattern = afterSchoolNeed("office", rng, false);
  // Old enough for the section on the first day already.
  const since = Math.max(0, monthsBetween(startOn, build.today) + 1);
  const least = minAgeMonths + since;
  const most = Math.min(maxAgeMonths, schoolAges[1]);
  if (least > most) return false;
  const facility = rng.weighted(sites.map((site, index) => [site, [5, 3, 2][index]!] as const));
  const section = facility.sections[little ? 0 : 1]!;
  if (!build.hold(section, pattern)) return false;
  const child = schoolChild(build, group, [least, most], rng);
  addPlacement(build, {
    child,
    place: { facility, section },
    kind: "afterSchool",
    pattern,
    startOn,
    wishes: wishesAmong(sites, facility, rng),
  });
  return true;
}

/** @param coming how many of them have accepted a place that begins in the coming weeks */
export function addPlacedAfterSchool(build: Build, total: number, coming: number): void {
  const rng = random(build.seed, "placed", "after-school");
  let placed = 0;
  for (let turn = 0; placed < total && turn < 100 * total; turn++) {
    if (placeOne(build, rng.between(0, groupCount - 1), total - placed <= coming, rng)) placed++;
  }
  if (placed < total) throw new Error(`Only ${placed} of ${total} children fit in the after-school sites.`);
}
