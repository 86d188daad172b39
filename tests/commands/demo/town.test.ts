import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ageFits } from "#app/allocation/rules/child-age.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { weeklyPattern } from "#app/calendar/rules/schemas.ts";
import { staysOf } from "#app/calendar/rules/stays.ts";
import { type WeeklyPattern, overlappingSlots, typicalWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import type { Rows } from "#app/commands/demo/rows.ts";
import { lastSeptember } from "#app/commands/demo/placement.ts";
import { readReference } from "#app/requests/rules/reference.ts";
import { town, usualTown } from "./generated-town.ts";

const fingerprint = (rows: Rows): string => createHash("sha256").update(JSON.stringify(rows)).digest("hex");
const pattern = (stored: unknown): WeeklyPattern => weeklyPattern.parse(stored);
const count = <T>(rows: T[], holds: (row: T) => boolean): number => rows.filter(holds).length;

/** Contracts with hours of their own; occasional ones have none. */
const fixed = ({ contract }: Rows) => contract.filter(({ kind }) => kind === "regular");

const usual = usualTown();

describe("the town of a seed and a day", () => {
  it("is the same each time", () => {
    expect(fingerprint(town(57_463, "2026-11-23"))).toBe(fingerprint(usual));
  });

  it("changes with the seed", () => {
    expect(town(1, "2026-11-23").guardian).not.toEqual(usual.guardian);
  });

  it("keeps its families from one day to the next, and moves with the calendar", () => {
    const next = town(57_463, "2026-11-24");
    expect(next.guardian.slice(0, 3)).toEqual(usual.guardian.slice(0, 3));
    expect(next.presence.at(-1)!.day > usual.presence.at(-1)!.day || next.presence !== usual.presence).toBe(
      true,
    );
  });
});

describe("what was promised", () => {
  const nurseries = usual.facility.filter(({ kind }) => !["afterSchool", "childminder"].includes(kind));
  const childminders = usual.facility.filter(({ kind }) => kind === "childminder");
  const sites = usual.facility.filter(({ kind }) => kind === "afterSchool");

  it("has 24 nurseries with 1,150 places, two of which open at unusual hours", () => {
    expect(nurseries).toHaveLength(24);
    expect(nurseries.reduce((sum, { places }) => sum + places!, 0)).toBe(1150);
    const hours = (id: string) =>
      usual.openingHours
        .filter(({ facilityId }) => facilityId === id)
        .map(({ weekday, startMinute, endMinute }) => [weekday, startMinute, endMinute]);
    const all = nurseries.map(({ id }) => JSON.stringify(hours(id!)));
    expect(all).toContain(JSON.stringify([1, 2, 3, 4, 5].map((day) => [day, 360, 1320])));
    expect(all).toContain(JSON.stringify([1, 2, 3, 4, 5, 6].map((day) => [day, 0, 1440])));
  });

  it("has 14 childminders of whom only the quarter is known, some early, some at night, some with children", () => {
    expect(childminders).toHaveLength(14);
    for (const { address, zoneCode, quarterName, places } of childminders) {
      expect([address, zoneCode]).toEqual([null, null]);
      expect(quarterName).toBeTruthy();
      expect(places).toBeLessThanOrEqual(4);
    }
    const ids = new Set(childminders.map(({ id }) => id!));
    const hours = usual.openingHours.filter(({ facilityId }) => ids.has(facilityId));
    expect(
      new Set(hours.filter(({ startMinute }) => startMinute === 330).map((each) => each.facilityId)).size,
    ).toBe(2);
    expect(
      new Set(hours.filter(({ endMinute }) => endMinute > 1440).map((each) => each.facilityId)).size,
    ).toBe(2);
    expect(count(usual.contract, ({ facilityId }) => ids.has(facilityId))).toBe(13);
  });

  it("has 40 sites run by 15 associations for 20 schools", () => {
    expect(sites).toHaveLength(40);
    expect(new Set(sites.map(({ organisationId }) => organisationId)).size).toBe(15);
    expect(usual.school).toHaveLength(20);
    for (const { id } of usual.school)
      expect(usual.schoolSite.some(({ schoolId }) => schoolId === id)).toBe(true);
  });

  it("has facilities with choices of their own, and adults planned for the children they may take", () => {
    const { facilitySettings, staffBand } = usual;
    expect(new Set(facilitySettings.map(({ facilityId }) => facilityId)).size).toBe(64);
    const has = (holds: (row: (typeof facilitySettings)[number]) => boolean): number =>
      count(facilitySettings, holds);
    expect(has(({ ratioRule }) => ratioRule === "single")).toBeGreaterThan(5);
    expect(has(({ overCapacity }) => overCapacity === true)).toBeGreaterThan(5);
    expect(has(({ hasPedt }) => hasPedt === true)).toBeGreaterThan(25);
    expect(has(({ validFrom }) => validFrom > "2026-11-23")).toBe(1);
    expect(staffBand.length).toBeGreaterThan(800);
    // In a family nursery children are with childminders at home: no plan.
    expect(new Set(staffBand.map(({ facilityId }) => facilityId)).size).toBe(63);
    expect(count(usual.section, ({ walking }) => walking === false)).toBe(20);
  });

  it("has 49 zones, and streets with a name of their own", () => {
    expect(usual.zone).toHaveLength(49);
    expect(new Set(usual.street.map(({ name }) => name)).size).toBe(usual.street.length);
    expect(usual.street.find(({ name }) => name.includes("’"))!.searchName).toMatch(/^[a-z' ]+$/);
  });

  it("has 1,200 children placed and 1,500 requests without a place", () => {
    const placed = usual.careRequest.filter(({ status }) => ["inCare", "accepted"].includes(status));
    expect(placed).toHaveLength(1200);
    expect(count(placed, ({ kind }) => kind === "nursery")).toBe(1000);
    expect(new Set(fixed(usual).map(({ childId }) => childId)).size).toBe(1200);
    expect(usual.careRequest).toHaveLength(2700);
    expect(count(usual.careRequest, ({ status }) => status === "submitted")).toBe(120);
    expect(count(usual.offer, ({ status }) => status === "open")).toBe(25);
  });

  it("has a term of presence, and work for the relais", () => {
    expect(count(usual.presence, ({ state }) => state === "left")).toBeGreaterThan(40_000);
    expect(count(usual.adviceCase, ({ status }) => status === "open")).toBeGreaterThan(40);
  });

  it("has one account for each role, and a family to be", () => {
    expect(usual.membership.map(({ role }) => role).sort()).toEqual(
      [
        "administrator",
        "association_manager",
        "attendance_staff",
        "caf_referrer",
        "coordinator",
        "facility_manager",
        "observer",
        "rpe_adviser",
      ].sort(),
    );
    const mine = usual.guardian.find(({ accountId }) => accountId === "account-parent")!;
    const statuses = usual.careRequest.filter(({ householdId }) => householdId === mine.householdId);
    expect(statuses.map(({ status }) => status)).toEqual(["inCare", "offered", "waiting"]);
    const advised = usual.adviceNote.map(({ adviceCaseId }) => adviceCaseId);
    expect(advised).toContain(`advice-${statuses[2]!.id}`);
  });

  it("writes to nobody who exists", () => {
    for (const { email, phone } of usual.guardian) {
      expect(email ?? "x@example.fr").toMatch(/^[a-z0-9.]+@(example\.fr|demo\.guichet\.example)$/);
      expect(phone ?? "06 39 98 00 00").toMatch(/^06 39 98 \d\d \d\d$/);
    }
    const references = usual.careRequest.map(({ reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
    expect(references.every((each) => readReference(each) === each)).toBe(true);
  });
});

const facts = "../shared/data/metz-iris.csv";

it.skipIf(!existsSync(facts))("names the zones as Insee does", () => {
  const [, ...lines] = readFileSync(facts, "utf8").trim().split(/\r?\n/);
  const expected = lines.map((line) => line.replaceAll('"', "").split(","));
  const written = usual.zone.map(({ code, name, kind, quarterCode, quarterName }) => [
    code,
    name,
    kind === "activity" ? "A" : "H",
    quarterCode,
    quarterName,
  ]);
  expect(written).toEqual(expected);
});

const towns: [number, string][] = [
  [57_463, "2026-11-23"],
  [7, "2027-08-20"],
  [2026, "2027-01-03"],
  [99, "2028-02-29"],
];

describe.each(towns)("with the seed %i, on %s", (seed, day) => {
  const rows = seed === 57_463 ? usual : town(seed, day);
  const midnight = instantAt(day as CalendarDay, 0);

  it("never books more than a section is licensed for", () => {
    const quarters = 14 * 96;
    const beyond: { section: string; cell: number; taken: number }[] = [];
    for (const section of rows.section) {
      const used = new Int16Array(quarters);
      const mine = ({ sectionId }: { sectionId: string }): boolean => sectionId === section.id;
      const held = [
        ...rows.contract.filter(mine),
        ...rows.offer.filter((offer) => offer.status === "open" && mine(offer)),
      ];
      for (const each of held) {
        const weeks = typicalWeeks(pattern(each.pattern));
        for (const week of [0, 1]) {
          for (const { weekday, start, end } of weeks[week % weeks.length]!) {
            const first = ((week * 7 + weekday - 1) * 1440 + start) / 15;
            for (let cell = first; cell < first + (end - start) / 15; cell++) used[cell % quarters]!++;
          }
        }
      }
      const bands = rows.capacityBand.filter(mine);
      for (const [cell, taken] of used.entries()) {
        const [weekday, minute] = [(Math.floor(cell / 96) % 7) + 1, (cell % 96) * 15];
        // A childminder's night passes midnight.
        const eve = ((weekday + 5) % 7) + 1;
        const band = bands.find(
          ({ startMinute, endMinute, ...each }) =>
            (each.weekday === weekday && startMinute <= minute && minute < endMinute) ||
            (each.weekday === eve && startMinute <= minute + 1440 && minute + 1440 < endMinute),
        );
        if (taken > (band?.places ?? 0)) beyond.push({ section: section.id!, cell, taken });
      }
    }
    expect(beyond).toEqual([]);
  });

  it("has hours that can be, in requests, offers and contracts", () => {
    for (const each of [...rows.careRequest, ...rows.offer, ...fixed(rows)]) {
      const hours = pattern(each.pattern);
      expect(hours.slots.length).toBeGreaterThan(0);
      expect(overlappingSlots(hours)).toBeNull();
    }
  });

  it("gives each child one place at most, in a section of its age", () => {
    expect(new Set(fixed(rows).map(({ childId }) => childId)).size).toBe(fixed(rows).length);
    const sections = new Map(rows.section.map((section) => [section.id, section]));
    const children = new Map(rows.child.map((child) => [child.id, child]));
    const offers = new Map(rows.offer.map((offer) => [offer.id, offer]));
    const rentree = lastSeptember(day as CalendarDay);
    for (const { sectionId, childId, startOn, offerId } of fixed(rows)) {
      const birthDay = children.get(childId)!.birthDay as CalendarDay;
      const born = { birthDay, expectedOn: null };
      const fits = (section: string, on: string): boolean =>
        ageFits(sections.get(section)!, born, on as CalendarDay);
      expect(fits(offers.get(offerId!)!.sectionId, startOn)).toBe(true);
      // It changes section as it grows, and moves up with the school year.
      expect([startOn, rentree, day].some((on) => fits(sectionId, on))).toBe(true);
    }
  });

  it("tells histories in order, all before the day", () => {
    const histories = new Map<string, Rows["requestStep"]>();
    for (const step of rows.requestStep) {
      const history = histories.get(step.careRequestId) ?? [];
      histories.set(step.careRequestId, [...history, step]);
    }
    for (const { id, status, version, submittedAt } of rows.careRequest) {
      const history = histories.get(id!)!;
      expect(history[0]!.at).toEqual(submittedAt);
      expect(history.at(-1)!.toStatus).toBe(status);
      expect(
        count(history, ({ transition }) => !["submit", "advise", "cafReferral"].includes(transition)) + 1,
      ).toBe(version);
      for (const [index, step] of history.entries()) {
        const previous = history[index - 1];
        expect(step.at < midnight).toBe(true);
        expect(step.fromStatus).toBe(previous?.toStatus ?? null);
        if (previous) expect(previous.at <= step.at).toBe(true);
      }
    }
  });

  it("leaves open offers a day to answer", () => {
    for (const { status, answerBy, createdAt } of rows.offer) {
      expect(createdAt < midnight).toBe(true);
      if (status === "open") expect(answerBy > midnight).toBe(true);
    }
  });

  it("marks only stays of the contracts, and only those that have ended", () => {
    const contracts = new Map(rows.contract.map((contract) => [contract.id, contract]));
    const starts = new Set(rows.presence.map((each) => `${each.contractId} ${+(each.plannedStart as Date)}`));
    expect(starts.size).toBe(rows.presence.length);
    const impossible = rows.presence.filter(
      ({ state, arrivedAt, leftAt, plannedEnd }) =>
        (state === "left" && !(arrivedAt! < leftAt!)) || (state !== "planned" && !(plannedEnd <= midnight)),
    );
    expect(impossible).toEqual([]);
    const ofContracts = rows.presence.filter(({ origin }) => origin === "contract");
    for (const each of ofContracts.filter((_, index) => index % 500 === 0)) {
      const on = each.day as CalendarDay;
      const stays = staysOf(pattern(contracts.get(each.contractId)!.pattern), on, on);
      expect(stays).toContainEqual({ day: on, start: each.plannedStart, end: each.plannedEnd });
    }
  });
});
