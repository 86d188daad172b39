// Calendars that a parent and a manager keep: read in a telephone, on paper, with the keyboard.
import AxeBuilder from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";
import { desktop, phone, signInAs } from "../support/people.ts";
import { watchForTrouble } from "../support/people.ts";

async function subscribe(page: Page, calendar: string): Promise<string> {
  await page.goto(calendar);
  const feeds = page.locator("details", { has: page.locator("button[value=create]") });
  await feeds.locator("summary").click();
  await feeds.getByRole("button", { name: "Créer une adresse" }).click();
  await expect(page.getByRole("status")).toContainText("Votre adresse est prête");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  return new URL(await page.getByLabel("Adresse du calendrier").inputValue()).pathname;
}

test("a parent puts the calendar in a telephone, without an account there, and cuts it", async ({
  page,
  playwright,
  baseURL,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(phone);
  await signInAs(page, "parent");
  const address = await subscribe(page, "/famille/calendrier");
  const telephone = await playwright.request.newContext({ baseURL });
  const read = await telephone.get(address);
  expect(read.status()).toBe(200);
  expect(read.headers()["content-type"]).toContain("text/calendar");
  expect(read.headers()["cache-control"]).toContain("private");
  const text = await read.text();
  expect(text).toContain("BEGIN:VEVENT");
  expect(text).not.toContain("Belkacem");
  const again = await telephone.get(address, { headers: { "If-None-Match": read.headers().etag! } });
  expect(again.status()).toBe(304);
  expect((await telephone.get(address.replace(/.{6}\.ics$/, "AAAAAA.ics"))).status()).toBe(404);

  await page.goto("/famille/calendrier");
  expect(await page.content()).not.toContain(address);
  const feeds = page.locator("details", { has: page.locator("button[value=create]") });
  await feeds.locator("summary").click();
  const latest = feeds.locator("tbody tr").first();
  await expect(latest).not.toContainText("pas encore lue");
  await latest.getByRole("button", { name: /^Révoquer/ }).click();
  await expect(page.getByRole("status")).toContainText("L'adresse est révoquée");
  expect((await telephone.get(address)).status()).toBe(410);
  expect(trouble).toEqual([]);
});

test("the diary of a team counts, and names nobody", async ({ page, playwright, baseURL }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, "manager");
  const address = await subscribe(page, "/structure/creche-03/calendrier");
  const name = (await page.locator("details[open] section li").first().textContent())!.split(" ")[0]!;
  const text = await (await (await playwright.request.newContext({ baseURL })).get(address)).text();
  expect(text).toMatch(/Bébés : \d+ enfants? attendus?/);
  expect(text).toContain("Équipe");
  expect(text).not.toContain(name);
});

test("arrow keys go from one event of the grid to the next", async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, "manager");
  await page.goto("/structure/creche-03/calendrier?mois=2026-11&vue=calendrier");
  const boxes = page.locator(".rbc-calendar a", { hasText: "Moyens" });
  await boxes.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".rbc-calendar a", { hasText: "Grands" }).nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Présences du/ })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "on paper" : "on paper, without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: desktop });

    test("the week of a facility is a table a section, with every day", async ({ page }) => {
      await signInAs(page, "manager");
      await page.goto("/structure/creche-03/calendrier");
      await expect(page.getByRole("button", { name: "Imprimer" })).toHaveCount(javaScriptEnabled ? 1 : 0);
      await page.emulateMedia({ media: "print" });
      const table = page.getByRole("table", {
        name: /La Grande Ourse · Bébés : semaine du 23 novembre 2026/,
      });
      await expect(table).toBeVisible();
      await expect(table.getByRole("columnheader", { name: "jeu. 26 nov." })).toBeVisible();
      await expect(page.getByRole("banner")).toBeHidden();
      await expect(page.getByText("Recevoir ce calendrier")).toBeHidden();
      await expect(page.getByRole("link", { name: "Liste du jour" })).toHaveCount(0);
    });

    test("the month of a family is told in full, days that are over too", async ({ page }) => {
      await signInAs(page, "parent");
      await page.goto("/famille/calendrier?mois=2026-11");
      const past = page.locator("main details li[id^='sejour-']").first();
      await expect(past).toBeHidden();
      await page.emulateMedia({ media: "print" });
      await expect(past).toBeVisible();
      await expect(page.getByText("Signaler une absence").first()).toBeHidden();
    });
  });
}
