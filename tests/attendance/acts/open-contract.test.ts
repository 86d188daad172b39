import { expect, it } from "vitest";
import { openContract } from "#app/attendance/acts/open-contract.server.ts";
import { readContracts } from "#app/attendance/acts/read-contracts.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { aPattern, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild } from "../town.ts";

it("a child unknown to the town is taken in at once, for a few days, once", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  const visit = await visitAs(db, "facility_manager", "contract:change", {
    facilityId: facility.id,
    now: at(monday, 6),
  });
  const asked = {
    facilityId: facility.id,
    sectionId: facility.sectionId,
    firstName: "Zoé",
    lastName: "Müller",
    pattern: aPattern(),
    startOn: monday,
    endOn: addDays(monday, 4),
  };
  const opened = await openContract(visit, asked);
  expect(await openContract(visit, asked)).toEqual(opened);
  expect(await db.contract.findMany()).toMatchObject([{ kind: "emergency", careRequestId: null }]);
  expect(await db.presence.count()).toBe(5);
  expect(await openContract(visit, { ...asked, endOn: addDays(monday, 14) })).toMatchObject({
    error: "attendance:contract.error.tooLong",
    day: addDays(monday, 13),
    count: 14,
  });
  const list = await readContracts(visit, facility.id, { standing: "running", name: "mull" });
  expect(list.contracts).toMatchObject([{ childName: "Zoé Müller", kind: "emergency" }]);
  expect(await db.auditEntry.count({ where: { subjectKind: "contract", action: "read" } })).toBe(1);
});

it("no emergency takes a place that is not there", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { places: 1 });
  await placeChild(db, { facility });
  const visit = await visitAs(db, "facility_manager", "contract:change", {
    facilityId: facility.id,
    now: at(monday, 6),
  });
  const { id: facilityId, sectionId } = facility;
  const names = { firstName: "Zoé", lastName: "Müller" };
  const days = { startOn: monday, endOn: monday };
  const made = await openContract(visit, { facilityId, sectionId, ...names, ...days, pattern: aPattern() });
  expect(made).toMatchObject({ error: "attendance:contract.error.limits" });
  expect(await db.household.count({ where: { children: { some: { lastName: "Müller" } } } })).toBe(0);
});
