// Occasional care: days that two facilities open, families who booked, one that is being asked, and one that waits.
import { contractHours } from "#app/attendance/rules/contract-hours.ts";
import type { OccasionalStatus } from "#app/attendance/rules/occasional.ts";
import { oneStay } from "#app/attendance/rules/one-stay.ts";
import { type CalendarDay, addDays, mondayOf, monthsBetween } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { type DatedBand, type Holding, placesLeft } from "#app/facilities/rules/capacity.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { accountId, parent } from "./accounts.ts";
import type { Build } from "./build.ts";
import type { DemoFacility, DemoSection } from "./facility.ts";
import type { Child } from "./families.ts";
import { longHoursNursery, nurseries } from "./nurseries.ts";
import { demoToken, idOf } from "./rows.ts";

type Hours = { start: number; end: number };
type Opened = { facility: DemoFacility; section: DemoSection; days: CalendarDay[] };

const dropIn = "creche-20";
const daysOpened = 6;
/** Where few places are licensed, over-capacity adds none: what is full is full. */
const evening: Hours = { start: 1200, end: 1290 };
const morning: Hours = { start: 540, end: 720 };

function openWindows(build: Build, facilityId: string, openedBy: string): Opened {
  const { rows, agenda, today } = build;
  const facility = nurseries.find(({ id }) => id === facilityId)!;
  const section = facility.sections[0]!;
  const closed = (day: CalendarDay): boolean =>
    rows.closure.some((each) => each.facilityId === facilityId && each.fromDay <= day && day <= each.toDay);
  const days = agenda.days
    .filter(({ day, weekday, publicHoliday }) => {
      const open = section.bands.some((band) => band.weekday === weekday && band.places > 0);
      return day > addDays(today, 1) && open && !publicHoliday && !closed(day);
    })
    .slice(0, daysOpened)
    .map(({ day }) => day);
  for (const day of days) {
    rows.occasionalWindow.push({
      id: idOf("window", rows.occasionalWindow.length + 1),
      facilityId,
      sectionId: section.id,
      fromDay: day,
      toDay: day,
      opensAt: instantAt(addDays(today, -3), 480),
      closesAt: instantAt(addDays(day, -1), 1200),
      createdBy: openedBy,
    });
  }
  return { facility, section, days };
}

/** Children of the section's age who have no place, each to have an occasional contract; never the same twice. */
function childrenFor({ rows, families, today }: Build, { section }: Opened): Child[] {
  const placed = new Set([...rows.contract.map(({ childId }) => childId)]);
  const offered = new Set(rows.offer.map(({ careRequestId }) => careRequestId));
  const waiting = new Set(
    rows.careRequest.filter(({ id }) => !offered.has(id!)).map(({ childId }) => childId),
  );
  return families.children.filter(({ id, birthDay, family }) => {
    if (birthDay === null || family.account || placed.has(id) || !waiting.has(id)) return false;
    const months = monthsBetween(birthDay, today);
    return section.minAgeMonths < months && months < section.maxAgeMonths - 1;
  });
}

function addContract({ rows, today }: Build, { facility, section }: Opened, childId: string): string {
  const id = idOf("contract", rows.contract.length + 1);
  rows.contract.push({
    id,
    agreementId: id,
    offerId: null,
    careRequestId: null,
    childId,
    facilityId: facility.id,
    sectionId: section.id,
    pattern: { cycleWeeks: 1, slots: [] },
    startOn: mondayOf(addDays(today, -30)),
    endOn: addDays(today, 300),
    kind: "occasional",
    version: 1,
    createdAt: instantAt(addDays(today, -34), 600),
  });
  return id;
}

type Asked = {
  contractId: string;
  childId: string;
  day: CalendarDay;
  hours: Hours;
  status: OccasionalStatus;
};

function addStay({ rows, today }: Build, { section }: Opened, asked: Asked): void {
  const { contractId, childId, day, hours, status } = asked;
  const number = rows.occasionalStay.length + 1;
  const id = idOf("occasional", number);
  const [start, end] = [instantAt(day, hours.start), instantAt(day, hours.end)];
  const isAsked = status === "asked";
  rows.occasionalStay.push({
    id,
    contractId,
    sectionId: section.id,
    day,
    start,
    end,
    status,
    version: isAsked ? 2 : 1,
    createdAt: instantAt(addDays(today, -2), 480 + number),
    askedAt: isAsked ? instantAt(today, 0) : null,
    // Long enough for whoever visits the demonstration.
    answerBy: isAsked ? instantAt(addDays(today, 1), 1080) : null,
    answeredAt: null,
    tokenHash: isAsked ? hashToken(demoToken(id)) : null,
  });
  if (status !== "booked") return;
  const period = { pattern: oneStay({ day, start, end }), startOn: day, endOn: day };
  for (const [piece, held] of contractHours(period).entries())
    rows.contractHours.push({ id: `occasional:${id}:${piece}`, contractId, childId, ...held });
  rows.presence.push({
    id: idOf("presence", rows.presence.length + 1),
    contractId,
    day,
    plannedStart: start,
    plannedEnd: end,
    origin: "occasional",
    state: "planned",
    arrivedAt: null,
    leftAt: null,
    absenceCode: null,
    markedBy: null,
    markedAt: null,
    version: 1,
  });
}

/** Places left in a section at any time of some hours of a day, contracts and open offers counted. */
function leftOn({ rows }: Build, { section }: Opened, day: CalendarDay, { start, end }: Hours): number {
  const bands = rows.capacityBand.filter(({ sectionId }) => sectionId === section.id);
  const held = [...rows.contract, ...rows.offer.filter(({ status }) => status === "open")].filter(
    ({ sectionId }) => sectionId === section.id,
  );
  const booked = rows.occasionalStay
    .filter((stay) => stay.sectionId === section.id && stay.day === day && stay.status !== "waiting")
    .map((stay) => ({ pattern: oneStay(stay as never), startOn: day, endOn: day }));
  const left = placesLeft(
    quarterHours(day, day),
    bands as unknown as DatedBand[],
    [...held, ...booked] as unknown as Holding[],
  );
  return Math.min(...left.subarray(start / 15, end / 15));
}

/** Fills some hours of the first day on which that takes few families; one more waits. */
function fill(build: Build, opened: Opened, hours: Hours, children: Child[]): void {
  const day = opened.days.find((each) => {
    const left = leftOn(build, opened, each, hours);
    return left > 0 && left < children.length;
  });
  if (!day) return;
  const left = leftOn(build, opened, day, hours);
  for (const [index, { id: childId }] of children.slice(0, left + 1).entries()) {
    const contractId = addContract(build, opened, childId);
    const status = index < left ? "booked" : "waiting";
    addStay(build, opened, { contractId, childId, day, hours, status });
  }
}

const most = 8;

/** The youngest of the demonstration family: hours booked, and hours that have become free. */
function addDemonstrationChild(build: Build, opened: Opened): void {
  const child = build.families.children.find(
    ({ family, firstName }) => family.account?.id === parent.id && firstName === "Ilyès",
  );
  const contractId = child && addContract(build, opened, child.id);
  const [first, second] = opened.days;
  const wished: [CalendarDay | undefined, OccasionalStatus][] = [
    [first, "booked"],
    [second, "asked"],
  ];
  for (const [day, status] of wished) {
    if (!contractId || !day || leftOn(build, opened, day, morning) < 1) continue;
    addStay(build, opened, { contractId, childId: child.id, day, hours: morning, status });
  }
}

/** Comes last: it takes the hours that the others have left. */
export function addOccasional(build: Build): void {
  const nursery = openWindows(build, longHoursNursery, accountId("creche"));
  addDemonstrationChild(build, nursery);
  fill(build, nursery, evening, childrenFor(build, nursery).slice(0, most));
  const sessions = openWindows(build, dropIn, accountId("coordination"));
  fill(build, sessions, morning, childrenFor(build, sessions).slice(0, most));
}
