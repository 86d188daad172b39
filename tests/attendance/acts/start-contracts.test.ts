import { expect, it } from "vitest";
import { startContracts } from "#app/attendance/acts/start-contracts.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild } from "../town.ts";

it("a request is in care from the first day of its contract, and ended after the last, by the clock", async () => {
  const { db } = await useTestDatabase();
  const endOn = addDays(monday, 30);
  const { careRequestId } = await placeChild(db, { startOn: addDays(monday, 1), endOn });
  const status = async () =>
    (await db.careRequest.findUniqueOrThrow({ where: { id: careRequestId } })).status;
  const on = (days: number) => startContracts({ db, now: at(addDays(monday, days), 1) });

  expect(await on(0)).toEqual({ started: 0, ended: 0 });
  expect(await on(1)).toEqual({ started: 1, ended: 0 });
  expect(await on(1)).toEqual({ started: 0, ended: 0 });
  expect(await status()).toBe("inCare");
  expect(await on(30)).toEqual({ started: 0, ended: 0 });
  expect(await on(31)).toEqual({ started: 0, ended: 1 });
  expect(await status()).toBe("ended");
  const steps = await db.requestStep.findMany({ where: { careRequestId }, orderBy: { at: "asc" } });
  expect(steps.map(({ transition, by, accountId }) => [transition, by, accountId])).toEqual([
    ["start", "clock", null],
    ["end", "clock", null],
  ]);
});
