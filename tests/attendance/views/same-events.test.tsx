// A grid and its list twin say the same: the same events, each in words.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { readFacilityCalendar } from "#app/attendance/acts/read-facility-calendar.server.ts";
import { readFamilyCalendar } from "#app/attendance/acts/read-family-calendar.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import { facilityCalendarEvents } from "#app/attendance/views/facility-calendar-events.ts";
import { FacilityCalendarPage } from "#app/attendance/views/facility-calendar-page.tsx";
import { familyCalendarEvents } from "#app/attendance/views/family-calendar-events.ts";
import { FamilyCalendarPage } from "#app/attendance/views/family-calendar-page.tsx";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { WordsProvider } from "#app/i18n/words.tsx";
import { translator } from "#app/i18n/resources.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { createCareRequest, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild } from "../town.ts";

const t = translator("fr");
const page = (content: React.ReactNode): string =>
  renderToStaticMarkup(
    <WordsProvider t={t} language="fr" carried={null}>
      {content}
    </WordsProvider>,
  );
const idsIn = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);

/** A family with a stay, an absence, a wish, an offer, hours asked, a closure, an adaptation, an end. */
async function busyFamily(db: PrismaClient) {
  const facility = await createFacility(db, { name: "Les Étoiles" });
  const endOn = addDays(monday, 9);
  const { householdId, contractId } = await placeChild(db, { facility, endOn, firstName: "Lina" });
  await db.contract.update({ where: { id: contractId }, data: { stage: "adaptation" } });
  const { id: careRequestId, childId } = await createCareRequest(db, {
    householdId,
    status: "offered",
    startOn: addDays(monday, 3),
    childFirstName: "Sami",
  });
  await db.offer.create({
    data: {
      careRequestId,
      facilityId: facility.id,
      sectionId: facility.sectionId,
      pattern: { cycleWeeks: 1, slots: [] },
      startOn: addDays(monday, 15),
      status: "open",
      answerBy: instantAt(addDays(monday, 4), 1439),
      createdAt: at(monday, 6),
      tokenHash: "offer",
    },
  });
  const occasional = await db.contract.create({
    data: {
      childId,
      facilityId: facility.id,
      sectionId: facility.sectionId,
      pattern: { cycleWeeks: 1, slots: [] },
      startOn: addDays(monday, -3),
      kind: "occasional",
      createdAt: at(monday, 6),
    },
  });
  for (const [index, status] of ["waiting", "asked", "cancelled"].entries()) {
    const day = addDays(monday, 1 + index);
    await db.occasionalStay.create({
      data: {
        contractId: occasional.id,
        sectionId: facility.sectionId,
        day,
        start: at(day, 14),
        end: at(day, 17),
        status,
        createdAt: at(monday, 6),
        answerBy: status === "asked" ? at(day, 12) : null,
      },
    });
  }
  await db.closure.create({
    data: {
      facilityId: facility.id,
      fromDay: addDays(monday, 4),
      toDay: addDays(monday, 4),
      label: "Travaux",
    },
  });
  const visit = await visitAs(db, "family", "family:act", {
    householdIds: [householdId],
    now: at(monday, 7),
  });
  await reportAbsence(visit, { contractId, plannedStart: at(addDays(monday, 2), 8), absenceCode: "family" });
  return { visit, facility };
}

it.each(["mois=2026-09", "semaine=2026-09-14", "semaine=2026-09-21"])(
  "the family's list of %s holds each event of the grid, and no other",
  async (address) => {
    const { db } = await useTestDatabase();
    const { visit } = await busyFamily(db);
    const period = calendarPeriod(new URLSearchParams(address), visit.today, "month");
    const calendar = await readFamilyCalendar(visit, period, true);
    const events = familyCalendarEvents(calendar, "?", t, "fr").map(({ key }) => key);
    const html = page(
      <FamilyCalendarPage calendar={calendar} view="list" asked refused={undefined} feed={undefined} />,
    );
    const told = idsIn(html).filter((id) => /^(sejour|repere|fermeture)-/.test(id));
    expect(told.sort()).toEqual([...new Set(events)].sort());
    expect(events).toHaveLength(told.length);
  },
);

it("tells each kind in words: no colour is needed", async () => {
  const { db } = await useTestDatabase();
  const { visit } = await busyFamily(db);
  const period = calendarPeriod(new URLSearchParams("mois=2026-09"), visit.today, "month");
  const titles = familyCalendarEvents(await readFamilyCalendar(visit, period, true), "?", t, "fr").map(
    ({ title }) => title,
  );
  for (const word of [
    /^8 h 00 Lina \(période d'adaptation\)$/,
    /^8 h 00 Lina \(période d'adaptation\) · absence$/,
    /^Premier jour : Lina$/,
    /^Dernier jour : Lina$/,
    /^Souhait : Sami$/,
    /^Place proposée : Sami$/,
    /^À répondre : Sami$/,
    /^14 h 00 En attente : Sami$/,
    /^14 h 00 À confirmer : Sami$/,
    /^Fermeture : Travaux$/,
  ])
    expect(
      titles.map((title) => title.replaceAll("\u00a0", " ")).some((title) => word.test(title)),
      `${word}`,
    ).toBe(true);
});

it.each(["mois=2026-09", "semaine=2026-09-14"])(
  "the facility's list of %s holds each event of the grid, and no other",
  async (address) => {
    const { db } = await useTestDatabase();
    const { facility } = await busyFamily(db);
    await db.staffBand.create({
      data: {
        facilityId: facility.id,
        weekday: 2,
        startMinute: 540,
        endMinute: 1080,
        staff: 2,
        validFrom: "2020-01-01",
      },
    });
    const visit = await visitAs(db, "facility_manager", "presence:read", {
      facilityId: facility.id,
      now: at(monday, 7),
    });
    const period = calendarPeriod(new URLSearchParams(address), visit.today, "week");
    const calendar = await readFacilityCalendar(visit, facility.id, period);
    const events = facilityCalendarEvents(calendar, t, "fr", (day) => instantAt(asDay(day), 0)).map(
      // In a week, a section has a box for each piece of a day.
      ({ key }) => key.replace(/^(section-.+-\d{4}-\d\d-\d\d)-\d+$/, "$1"),
    );
    expect(new Set(events.map((key) => key.split("-")[0]))).toEqual(
      new Set(["fermeture", "equipe", "nouveaux", "attente", "section"]),
    );
    const html = page(<FacilityCalendarPage calendar={calendar} view="list" feed={undefined} />);
    const told = idsIn(html).filter((id) => /^(fermeture|equipe|nouveaux|attente|section)-/.test(id));
    // A section whose children are all absent is told, and has no box.
    const empty = calendar.days.flatMap(({ day, sections }) =>
      sections.filter(({ expected }) => expected === 0).map(({ id }) => `section-${id}-${day}`),
    );
    expect(told.filter((id) => !empty.includes(id)).sort()).toEqual([...new Set(events)].sort());
  },
);

it("a month names no child of a facility, in list, grid or data", async () => {
  const { db } = await useTestDatabase();
  const { facility } = await busyFamily(db);
  const visit = await visitAs(db, "facility_manager", "presence:read", {
    facilityId: facility.id,
    now: at(monday, 7),
  });
  const read = (address: string) =>
    readFacilityCalendar(
      visit,
      facility.id,
      calendarPeriod(new URLSearchParams(address), visit.today, "week"),
    );
  expect(JSON.stringify(await read("mois=2026-09"))).not.toContain("Lina");
  expect(JSON.stringify(await read("semaine=2026-09-14"))).toContain("Lina Martin");
});

it("two children of one name are told apart in the week", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  for (const birthDay of ["2024-05-02", "2025-09-01"]) {
    const { householdId } = await placeChild(db, { facility, firstName: "Lina" });
    await db.child.updateMany({ where: { householdId }, data: { birthDay } });
  }
  const visit = await visitAs(db, "facility_manager", "presence:read", {
    facilityId: facility.id,
    now: at(monday, 7),
  });
  const period = calendarPeriod(new URLSearchParams("semaine=2026-09-14"), visit.today, "week");
  const { days } = await readFacilityCalendar(visit, facility.id, period);
  const names = days[0]!.sections[0]!.stays.map(({ childName }) => childName).sort();
  expect(names).toEqual(["Lina Martin (2024)", "Lina Martin (2025)"]);
});
