// Who the waiting children are, what their families need and which places they ask for.
import { type CalendarDay, addDays, mondayOf } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { groupCount, sitesOfGroup } from "./after-school.ts";
import type { Build } from "./build.ts";
import type { Asked } from "./care-request.ts";
import { type Child, addChild, bornMonthsAgo, openFamily } from "./families.ts";
import { schoolAges, schoolChild } from "./placed-after-school.ts";
import { knownFamily } from "./placed-nursery.ts";
import type { Random } from "./random.ts";
import { type WorkProfile, afterSchoolNeed, isAtypical, nurseryNeed } from "./work-hours.ts";
import { nurseryWishes } from "./wishes.ts";
import { housingZones } from "./zones.ts";

/** A child who needs a place; of school age, with the group of schools it goes to. */
export type Seeker = { child: Child; group: number | null };
/** What is asked for a child, but for the day it was sent. */
export type Need = Omit<Asked, "submittedOn">;

export type SeekerAge = "born" | "expected" | "settled";

/** "settled" children were born when their request was sent some months ago. */
function birthOf(build: Build, age: SeekerAge, rng: Random): CalendarDay {
  if (age === "expected") return addDays(build.today, rng.between(6, 170));
  return bornMonthsAgo(build.today, rng.between(age === "settled" ? 5 : 1, 28), rng);
}

/** @param atGroup the schools of an after-school child, when they are not left to chance */
export function drawSeeker(
  build: Build,
  kind: CareKind,
  age: SeekerAge,
  rng: Random,
  atGroup?: number,
): Seeker {
  if (kind === "afterSchool") {
    const drawn = rng.between(0, groupCount - 1);
    const group = atGroup ?? drawn;
    return { child: schoolChild(build, group, [schoolAges[0], schoolAges[1] - 12], rng), group };
  }
  const birth = birthOf(build, age, rng);
  const home = rng.pick(housingZones);
  const known = rng.chance(0.2) ? knownFamily(build, home, birth, rng) : undefined;
  const family = known ?? openFamily(build.families, home);
  return { child: addChild(build.families, family, birth, age !== "expected"), group: null };
}

/** Nobody enters a nursery before ten weeks. */
const earliestEntry = 75;
const later = (one: CalendarDay, other: CalendarDay): CalendarDay => (one > other ? one : other);

/**
 * @param profile the working life that makes the hours
 * @param notBefore days from the reference day before which nobody asks to begin
 */
function nurseryNeedOf(
  build: Build,
  child: Child,
  profile: WorkProfile,
  notBefore: number,
  rng: Random,
): Need {
  const { family } = child;
  const earliest = addDays((child.birthDay ?? child.expectedOn)!, earliestEntry + rng.between(0, 60));
  const wanted = addDays(build.today, rng.between(notBefore, 240));
  const pattern = nurseryNeed(profile, rng);
  return {
    child,
    kind: "nursery",
    pattern,
    startOn: mondayOf(addDays(later(earliest, wanted), 6)),
    wishes: nurseryWishes(family.zone, pattern, rng),
  };
}

/** Schools outside the town or not chosen yet: the coordination reads the request. */
const unknownSchools = 0.05;

function afterSchoolNeedOf(build: Build, child: Child, group: number, ordinary: boolean, rng: Random): Need {
  const { profile } = child.family;
  const extended = !ordinary && isAtypical(profile) && rng.chance(0.7);
  if (!ordinary && rng.chance(unknownSchools)) child.schoolId = null;
  const wishes = rng.shuffle(sitesOfGroup(group)).slice(0, rng.between(1, 3));
  return {
    child,
    kind: "afterSchool",
    pattern: afterSchoolNeed(profile, rng, extended),
    startOn: mondayOf(addDays(build.today, rng.between(7, 120))),
    wishes,
  };
}

/** Hours, first day and wishes of a child on the list. */
export function drawNeed(build: Build, { child, group }: Seeker, rng: Random): Need {
  if (group !== null) return afterSchoolNeedOf(build, child, group, false, rng);
  return nurseryNeedOf(build, child, child.family.profile, -50, rng);
}

/** The same for a child to whom a place is offered: hours that facilities are open for, and a day to come. */
export function drawServableNeed(build: Build, { child, group }: Seeker, rng: Random): Need {
  if (group !== null) return afterSchoolNeedOf(build, child, group, true, rng);
  return nurseryNeedOf(build, child, rng.pick(["office", "partTime"]), 7, rng);
}
