// 1,000 children in the nurseries, section by section, never over a licence: most sections end up full all week.
import {
  type CalendarDay,
  addDays,
  addMonths,
  mondayOf,
  monthsBetween,
  weekdayOf,
} from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { withinOpening } from "#app/allocation/rules/opening-hours.ts";
import type { Build } from "./build.ts";
import type { DemoFacility, DemoSection } from "./facility.ts";
import { type Family, addChild, bornMonthsAgo, mayHaveChildOf, openFamily } from "./families.ts";
import { longHoursNursery, nurseries, roundTheClockNursery } from "./nurseries.ts";
import { addPlacement, comingStart, lastSeptember, pastStart } from "./placement.ts";
import { type Random, random } from "./random.ts";
import { type ProfileShares, drawProfile, nurseryNeed } from "./work-hours.ts";
import type { Place } from "./offers.ts";
import { nurseryWishes } from "./wishes.ts";
import { type DemoZone, housingZones, kilometres } from "./zones.ts";

const daytime: ProfileShares = [
  ["office", 92],
  ["partTime", 5],
  ["sharedCustody", 2],
  ["student", 2],
];
const allWeek: ProfileShares = [["office", 1]];
const earlyAndLate: ProfileShares = [...daytime, ["hospitalDays", 60], ["retail", 30]];
const atNight: ProfileShares = [
  ["hospitalNights", 6],
  ["logisticsNights", 8],
  ["hospitalDays", 2],
  ["retail", 2],
  ["office", 9],
];
const byTheSession: ProfileShares = [
  ["partTime", 5],
  ["student", 4],
];
/** They take the hours that the facility is open, and go without the others. */
const partlyServed: ProfileShares = [
  ["hospitalDays", 2],
  ["retail", 2],
  ["cleaning", 1],
];

function profilesOf({ facility, section }: Place, rng: Random): ProfileShares {
  if (facility.id === roundTheClockNursery) return atNight;
  if (facility.id === longHoursNursery) return earlyAndLate;
  if (facility.kind === "dropIn") return byTheSession;
  if (rng.chance(0.04)) return partlyServed;
  return leavesPlaces(section) ? allWeek : daytime;
}

const shortestStay = 120;

/** What of a need falls within the opening hours. */
function givenHours(facility: DemoFacility, asked: WeeklyPattern): WeeklyPattern {
  const openings = facility.opening.map(({ weekday, start, end }) => ({
    weekday,
    startMinute: start,
    endMinute: end,
  }));
  const { slots, ...open } = withinOpening(asked, openings);
  return { ...open, slots: slots.filter(({ start, end }) => end - start >= shortestStay) };
}

/** A home a few streets away, more rarely across the town. */
export function homeNear(zone: DemoZone, rng: Random): DemoZone {
  return rng.weighted(housingZones.map((each) => [each, Math.exp(-1.4 * kilometres(zone, each))] as const));
}

/** A family already known nearby that could have one more child of that birth. */
export function knownFamily(build: Build, near: DemoZone, birth: string, rng: Random): Family | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const family = build.families.all.length > 0 ? rng.pick(build.families.all) : undefined;
    if (!family || family.account || family.children.length > 2 || kilometres(family.zone, near) > 2)
      continue;
    if (mayHaveChildOf(family, birth as never)) return family;
  }
  return undefined;
}

/** Children change sections, or leave for school, at the start of the school year: by its end they are older. */
function oldestIn({ minAgeMonths, maxAgeMonths }: DemoSection, today: CalendarDay): number {
  const september = lastSeptember(today);
  const notYetAtSchool = `${Number(september.slice(0, 4)) - 2}-01-01` as CalendarDay;
  const oldest = Math.min(
    maxAgeMonths + monthsBetween(september, today),
    monthsBetween(notYetAtSchool, today) - 1,
  );
  return Math.max(oldest, minAgeMonths + 2);
}

/** Months: nobody enters a nursery before, and few have been there for longer. */
const [youngest, longestStay] = [3, 24];

/** The first day of a child: with the school year for some, long ago for most; null when it cannot be. */
function startOf({ today }: Build, birth: CalendarDay, age: number, rng: Random): CalendarDay | null {
  const firstPossible = addMonths(birth, youngest);
  const september = lastSeptember(today);
  const rentree = weekdayOf(september) > 5 ? mondayOf(addDays(september, 6)) : september;
  if (rng.chance(0.1)) return firstPossible <= rentree && rentree < today ? rentree : null;
  const most = Math.max(0, Math.min(age - youngest, longestStay));
  const monthsAgo = Math.max(...Array.from({ length: 3 }, () => rng.between(0, most)));
  return pastStart(today, firstPossible, monthsAgo, rng);
}

/** The section a child began in at that age, before the one it is in now. */
function firstSection({ facility, section }: Place, months: number): DemoSection | undefined {
  return [section, ...facility.sections].find(
    ({ minAgeMonths, maxAgeMonths }) => minAgeMonths <= months && months <= maxAgeMonths,
  );
}

/** Tries once to place a child; says whether it found room. */
function placeOne(build: Build, { facility, section }: Place, coming: boolean, rng: Random): boolean {
  const { today, families } = build;
  const oldest = coming ? section.maxAgeMonths - 1 : oldestIn(section, today);
  const age = rng.between(section.minAgeMonths + 1, oldest);
  const birth = bornMonthsAgo(today, age, rng);
  const startOn = coming ? comingStart(build, rng) : startOf(build, birth, age, rng);
  if (!startOn || addMonths(birth, youngest) > startOn) return false;
  const offered = firstSection({ facility, section }, monthsBetween(birth, startOn));
  if (!offered) return false;
  const profiles = profilesOf({ facility, section }, rng);
  const sibling = rng.chance(0.16) ? knownFamily(build, facility.zone, birth, rng) : undefined;
  const known = sibling && profiles.some(([profile]) => profile === sibling.profile) ? sibling : undefined;
  const profile = known?.profile ?? drawProfile(rng, profiles);
  const pattern = nurseryNeed(profile, rng);
  const given = profiles === partlyServed ? givenHours(facility, pattern) : pattern;
  if (!build.hold(section, given)) return false;
  const family = known ?? openFamily(families, homeNear(facility.zone, rng), profile);
  addPlacement(build, {
    child: addChild(families, family, birth),
    place: { facility, section: offered },
    movedTo: section,
    kind: "nursery",
    pattern,
    given,
    startOn,
    wishes: nurseryWishes(family.zone, pattern, rng, facility),
  });
  return true;
}

/** Children for a place, at most: those who come some of the days share it. */
function density({ facility, section }: Place, rng: Random): number {
  if (facility.id === roundTheClockNursery) return 2.2;
  if (facility.kind === "dropIn") return 1.2;
  return leavesPlaces(section) ? 0.7 + rng.next() * 0.5 : 1.25;
}

/** Babies wait for places; children about to go to school leave some. */
function leavesPlaces(section: DemoSection): boolean {
  return section.id.endsWith("elders");
}

/** Every place to fill: those most asked for first, then the others evenly, as far as there are children. */
function placesToFill(rng: Random): Place[] {
  const turns = nurseries.flatMap((facility) =>
    facility.sections.flatMap((section) => {
      const place = { facility, section };
      const children = Math.round(section.places * density(place, rng));
      return Array.from({ length: children }, (_, turn) => ({
        place,
        order: (leavesPlaces(section) ? 1 : 0) + turn / children,
      }));
    }),
  );
  return turns.sort((one, other) => one.order - other.order).map(({ place }) => place);
}

const attemptsPerChild = 60;

/**
 * @param coming how many of them have accepted a place that begins in the coming weeks
 * @param elsewhere how many of the total are placed with a childminder, by others
 */
export function addPlacedInNurseries(build: Build, total: number, coming: number, elsewhere: number): void {
  const rng = random(build.seed, "placed", "nursery");
  const full = new Set<DemoSection>();
  const everyOther = Math.floor(total / coming);
  let placed = 0;
  for (const place of placesToFill(rng)) {
    if (placed === total - elsewhere) return;
    if (full.has(place.section)) continue;
    const future = placed % everyOther === 0 && placed / everyOther < coming;
    let attempts = 0;
    while (attempts < attemptsPerChild && !placeOne(build, place, future, rng)) attempts++;
    if (attempts < attemptsPerChild) placed++;
    else full.add(place.section);
  }
  if (placed < total - elsewhere)
    throw new Error(`Only ${placed} of ${total} children fit in the nurseries.`);
}
