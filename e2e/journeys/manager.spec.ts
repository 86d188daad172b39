import { expect, test } from "@playwright/test";
import { desktop, phone, signInAs, watchForTrouble } from "../support/people.ts";

test("the manager of a crèche reads the day at a glance, then who is expected", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "manager");
  await expect(page.getByText(/^mardi 24 novembre 2026, \d+\sh\s\d\d$/i)).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: "En ce moment" })).toBeVisible();
  const places = page.getByRole("table", { name: "Places par section, à cette heure" });
  await expect(places.getByRole("row").nth(1).getByRole("cell").first()).toHaveText(/^\d+$/);
  await expect(
    page.getByRole("heading", { level: 2, name: "Heures du mois, jusqu'à maintenant" }),
  ).toBeVisible();

  await page.getByRole("link", { name: "Pointer les présences" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Présences du mardi 24 novembre 2026" }),
  ).toBeVisible();
  const children = page.locator("main li[data-standing]");
  const all = await children.count();
  expect(all).toBeGreaterThan(10);
  await page.getByRole("link", { name: "Seulement ce qui reste à pointer" }).click();
  await expect(page).toHaveURL(/voir=a-pointer/);
  expect(await children.count()).toBeLessThan(all);
  await expect(page.locator("main li[data-standing=left]")).toHaveCount(0);
  expect(trouble).toEqual([]);
});

test("the manager sees the month as a calendar, or as its list", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "manager");
  await page.getByRole("link", { name: "Calendrier de la structure" }).click();
  await page.getByRole("link", { name: "Par mois" }).click();
  const list = page.getByRole("table", { name: "Enfants attendus, novembre 2026" });
  await expect(list).toBeVisible();
  await page.getByRole("link", { name: "Voir en calendrier" }).click();
  await expect(page.locator(".rbc-month-view")).toBeVisible();
  await expect(list).toBeHidden();
  await page.getByRole("link", { name: "Voir en liste" }).click();
  await expect(list).toBeVisible();
  expect(trouble).toEqual([]);
});

test.describe("on a phone without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test("the calendar is its list, and leads to the list of each day", async ({ page }) => {
    await signInAs(page, "manager");
    await page.getByRole("link", { name: "Calendrier de la structure" }).click();
    await expect(page.getByRole("link", { name: "Voir en calendrier" })).toBeHidden();
    await page.goto(`${page.url()}?vue=calendrier`);
    await expect(page.locator(".rbc-calendar")).toHaveCount(0);
    const today = page.locator("details[open]");
    await expect(today.getByRole("heading", { level: 2, name: "mardi 24 novembre 2026" })).toBeVisible();
    await expect(today.getByRole("heading", { level: 3 }).first()).toContainText(/\d+ enfants? attendus?/);
    await today.getByRole("link", { name: "Liste du jour" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Présences du mardi 24/ })).toBeVisible();
  });
});
