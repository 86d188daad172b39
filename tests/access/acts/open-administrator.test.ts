import { expect, it } from "vitest";
import { openAdministrator } from "#app/access/acts/open-administrator.server.ts";
import { findActor } from "#app/access/store.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { aMonday } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

it("opens the first administrator's account, once", async () => {
  const { db } = await useTestDatabase();
  const context = { db, now: aMonday };
  expect(await openAdministrator(context, "Admin@Metz.example")).toEqual({ ok: true });
  const account = await db.account.findUniqueOrThrow({ where: { email: "admin@metz.example" } });
  const actor = await findActor(db, account.id, dayOf(aMonday));
  expect(actor?.grants).toEqual([{ role: "administrator", organisationId: null, facilityId: null }]);
  expect(await openAdministrator(context, "admin@metz.example")).toEqual({ ok: false, error: "taken" });
  expect(await openAdministrator(context, "admin")).toEqual({ ok: false, error: "email" });
});
