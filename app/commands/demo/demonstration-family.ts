// The family of the account parent@: one child cared for at night, one place offered, one request on the list.
import { addDays, mondayOf } from "#app/calendar/rules/day.ts";
import { demonstrationGroup, parent } from "./accounts.ts";
import { addAdviceCase } from "./advice.ts";
import { schoolFor, sitesOfGroup } from "./after-school.ts";
import type { Build } from "./build.ts";
import { addRequest } from "./care-request.ts";
import type { DemoFacility } from "./facility.ts";
import { type Child, type Family, addChild, bornMonthsAgo, openFamily } from "./families.ts";
import { joinTheList } from "./listing.ts";
import { nurseries, longHoursNursery, roundTheClockNursery } from "./nurseries.ts";
import { addOffer } from "./offers.ts";
import { addPlacement } from "./placement.ts";
import { alternating, clock, everyWeek, slots } from "./work-hours.ts";
import { zoneOf } from "./zones.ts";

const facility = (id: string): DemoFacility => nurseries.find((each) => each.id === id)!;

function openParentFamily(build: Build): Family {
  const family = openFamily(build.families, zoneOf("574630902"), "hospitalNights");
  Object.assign(family, { account: parent, lastName: parent.lastName, single: false, language: "fr" });
  return family;
}

function child(build: Build, family: Family, firstName: string, months: number): Child {
  const added = addChild(build.families, family, bornMonthsAgo(build.today, months, family.rng));
  return Object.assign(added, { firstName });
}

const nextMorning = (hours: number, minutes: number): number => clock(24 + hours, minutes);

/** Nights at the hospital, alternating: three one week, two the other. */
function nightPlace(build: Build, nina: Child): void {
  const place = facility(roundTheClockNursery);
  const [section] = place.sections;
  const pattern = alternating(
    slots(0, [1, 2, 4], clock(20, 15), nextMorning(7, 15)),
    slots(1, [3, 5], clock(20, 15), nextMorning(7, 15)),
  );
  build.hold(section!, pattern);
  addPlacement(build, {
    child: nina,
    place: { facility: place, section: section! },
    kind: "nursery",
    pattern,
    startOn: mondayOf(addDays(build.today, -190)),
    wishes: [place, facility(longHoursNursery)],
  });
}

function schoolOffer(build: Build, adam: Child): void {
  const sites = sitesOfGroup(demonstrationGroup);
  const [site] = sites;
  adam.schoolId = schoolFor(demonstrationGroup, 64).id;
  const days = [1, 2, 4, 5] as const;
  const pattern = everyWeek(
    slots(0, days, clock(7, 30), clock(8, 30)),
    slots(0, days, clock(16, 30), clock(18, 15)),
  );
  const section = site!.sections[0]!;
  build.hold(section, pattern);
  const { today } = build;
  const request = addRequest(build, {
    child: adam,
    kind: "afterSchool",
    pattern,
    startOn: mondayOf(addDays(today, 20)),
    submittedOn: addDays(today, -48),
    wishes: sites,
  });
  joinTheList(build, request);
  addOffer(build, request, { facility: site!, section }, build.agenda.afterWorkingDays(today, -2), {
    status: "open",
  });
}

/** Shifts that include one Sunday in two: no facility is open then, so the relais advises the family. */
function sundayNeed(build: Build, ilyes: Child): void {
  const pattern = alternating(
    slots(0, [1, 3, 7], clock(6, 15), clock(15)),
    slots(1, [2, 4], clock(13, 15), clock(21, 45)),
  );
  const request = addRequest(build, {
    child: ilyes,
    kind: "nursery",
    pattern,
    startOn: mondayOf(addDays(build.today, 75)),
    submittedOn: addDays(build.today, -34),
    adviceConsent: true,
    wishes: [facility(roundTheClockNursery), facility(longHoursNursery)],
  });
  joinTheList(build, request);
  addAdviceCase(build, request, "advised");
}

/** Comes first, so that its places are held before those of anyone else. */
export function addDemonstrationFamily(build: Build): void {
  const family = openParentFamily(build);
  nightPlace(build, child(build, family, "Nina", 26));
  schoolOffer(build, child(build, family, "Adam", 64));
  sundayNeed(build, child(build, family, "Ilyès", 5));
}
