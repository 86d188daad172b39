// 820 children in the nurseries, facility by facility, never over a licence.
import { addMonths } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { withinOpening } from "#app/allocation/rules/opening-hours.ts";
import type { Build } from "./build.ts";
import type { DemoFacility, DemoSection } from "./facility.ts";
import { type Family, addChild, bornMonthsAgo, mayHaveChildOf, openFamily } from "./families.ts";
import { longHoursNursery, nurseries, roundTheClockNursery } from "./nurseries.ts";
import { addPlacement, comingStart, pastStart } from "./placement.ts";
import { type Random, random } from "./random.ts";
import { type ProfileShares, drawProfile, nurseryNeed } from "./work-hours.ts";
import { nurseryWishes } from "./wishes.ts";
import { type DemoZone, housingZones, kilometres } from "./zones.ts";

const daytime: ProfileShares = [
  ["office", 62],
  ["partTime", 18],
  ["sharedCustody", 8],
  ["student", 9],
];
const earlyAndLate: ProfileShares = [...daytime, ["hospitalDays", 60], ["retail", 30]];
const atNight: ProfileShares = [
  ["hospitalNights", 5],
  ["logisticsNights", 4],
  ["hospitalDays", 2],
  ["retail", 2],
];
/** They take the hours that the facility is open, and go without the others. */
const partlyServed: ProfileShares = [
  ["hospitalDays", 2],
  ["retail", 2],
  ["cleaning", 1],
];

function profilesOf(facility: DemoFacility, rng: Random): ProfileShares {
  if (facility.id === roundTheClockNursery) return atNight;
  if (facility.id === longHoursNursery) return earlyAndLate;
  return rng.chance(0.05) ? partlyServed : daytime;
}

const shortestStay = 120;

/** What of a need falls within the opening hours. */
function givenHours(facility: DemoFacility, asked: WeeklyPattern): WeeklyPattern {
  const openings = facility.opening.map(({ weekday, start, end }) => ({
    weekday,
    startMinute: start,
    endMinute: end,
  }));
  const { cycleWeeks, slots } = withinOpening(asked, openings);
  return { cycleWeeks, slots: slots.filter(({ start, end }) => end - start >= shortestStay) };
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

/** Sections fill from the babies' on: that is where places are missed most. */
function drawSection(facility: DemoFacility, rng: Random): DemoSection {
  const eagerness = [1.25, 1.05, 0.85];
  return rng.weighted(
    facility.sections.map((each, index) => [each, each.places * eagerness[index]!] as const),
  );
}

/** Tries once to place a child; says whether it found room. */
function placeOne(build: Build, facility: DemoFacility, coming: boolean, rng: Random): boolean {
  const { today, families } = build;
  const section = drawSection(facility, rng);
  const age = rng.between(section.minAgeMonths + 1, Math.min(section.maxAgeMonths, 38));
  const birth = bornMonthsAgo(today, age, rng);
  const startOn = coming
    ? comingStart(build, rng)
    : pastStart(build, section, birth, rng.between(0, age - section.minAgeMonths), rng);
  if (!startOn || addMonths(birth, 3) > startOn) return false;
  const profiles = profilesOf(facility, rng);
  const sibling = rng.chance(0.16) ? knownFamily(build, facility.zone, birth, rng) : undefined;
  const known = sibling && profiles.some(([profile]) => profile === sibling.profile) ? sibling : undefined;
  const profile = known?.profile ?? drawProfile(rng, profiles);
  const pattern = nurseryNeed(profile, rng);
  const given = profiles === partlyServed ? givenHours(facility, pattern) : pattern;
  if (!build.hold(section, given)) return false;
  const family = known ?? openFamily(families, homeNear(facility.zone, rng), profile);
  addPlacement(build, {
    child: addChild(families, family, birth),
    place: { facility, section },
    kind: "nursery",
    pattern,
    given,
    startOn,
    wishes: nurseryWishes(family.zone, pattern, rng, facility),
  });
  return true;
}

/** How many children each facility aims at: some are full, some are not. */
function targets(total: number, rng: Random): number[] {
  const weights = nurseries.map(({ id, places }) => {
    if (id === roundTheClockNursery) return places * 1.9;
    return places * (0.62 + rng.next() * 0.5);
  });
  const sum = weights.reduce((one, other) => one + other, 0);
  return weights.map((weight) => Math.floor((total * weight) / sum));
}

const attemptsPerChild = 60;

/** @param coming how many of them have accepted a place that begins in the coming weeks */
export function addPlacedInNurseries(build: Build, total: number, coming: number): void {
  const rng = random(build.seed, "placed", "nursery");
  let placed = 0;
  const place = (facility: DemoFacility): boolean => {
    const future = total - placed <= coming;
    for (let attempt = 0; attempt < attemptsPerChild; attempt++) {
      if (!placeOne(build, facility, future, rng)) continue;
      placed++;
      return true;
    }
    return false;
  };
  for (const [index, aim] of targets(total - coming, rng).entries()) {
    for (let turn = 0; turn < aim && place(nurseries[index]!); turn++);
  }
  for (let turn = 0; placed < total && turn < 20 * total; turn++) place(rng.pick(nurseries));
  if (placed < total) throw new Error(`Only ${placed} of ${total} children fit in the nurseries.`);
}
