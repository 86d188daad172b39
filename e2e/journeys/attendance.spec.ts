import AxeBuilder from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";
import { desktop, phone, signInAs, tablet, watchForTrouble } from "../support/people.ts";

/** Opens the list of a day to come on which somebody is expected: whenever the test runs, its stays are ahead. */
async function openDayAhead(page: Page): Promise<void> {
  await page.goto("/structure");
  const days = page.getByRole("table", { name: "Les sept jours qui viennent" }).getByRole("row");
  const ahead = days.filter({ has: page.getByRole("rowheader") }).nth(1);
  await expect(ahead).toBeVisible();
  for (const row of (await days.all()).slice(2)) {
    if (/^0/.test((await row.getByRole("cell").first().innerText()).trim())) continue;
    await row.getByRole("link").click();
    break;
  }
  await expect(page.getByRole("heading", { level: 1, name: /^Présences du/ })).toBeVisible();
}

const rowsOf = (page: Page) => page.locator("main li[id^='p-']");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "on a tablet" : "on a tablet without JavaScript", () => {
    test.use({ javaScriptEnabled, viewport: tablet });

    test("one touch marks an absence, its reason follows, and a mistake is undone", async ({ page }) => {
      const trouble = watchForTrouble(page);
      await signInAs(page, "attendance");
      await openDayAhead(page);
      const row = rowsOf(page).filter({ hasText: "À venir" }).first();
      const name = await row.locator("strong").innerText();
      const mine = page.locator(`[id="${await row.getAttribute("id")}"]`);

      await row.getByRole("button", { name: `Absence : ${name}` }).click();
      await expect(mine).toHaveAttribute("data-standing", "absent");
      await mine.getByRole("button", { name: `maladie : ${name}` }).click();
      await expect(mine.locator("small").first()).toHaveText("maladie");
      await mine.getByRole("button", { name: `Annuler : ${name}` }).click();
      await expect(mine).toHaveAttribute("data-standing", "toCome");
      expect(trouble).toEqual([]);
    });
  });
}

test("of two tablets, the second is shown what the first has done, and nothing is lost", async ({
  browser,
}) => {
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  for (const page of [first, second]) {
    await signInAs(page, "attendance");
    await openDayAhead(page);
  }
  const row = (page: Page) => rowsOf(page).first();
  await row(first)
    .getByRole("button", { name: /^Absence/ })
    .click();
  await row(first)
    .getByRole("button", { name: /^Annuler/ })
    .click();
  await expect(row(first)).toHaveAttribute("data-standing", "toCome");
  await row(second)
    .getByRole("button", { name: /^Absence/ })
    .click();
  await expect(second.getByRole("status")).toContainText("Un autre écran a pointé cet enfant entre-temps");
  await expect(row(second)).toHaveAttribute("data-standing", "toCome");
});

test("attendance staff see the children of their facility, and no other", async ({ page }) => {
  await signInAs(page, "attendance");
  for (const place of ["", "/presences", "/calendrier"]) {
    const response = await page.goto(`/structure/creche-01${place}`);
    expect(response!.status()).toBe(404);
  }
});

test("the manager sees who is expected, as a list and as a calendar", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "manager");
  await page.getByRole("link", { name: "Calendrier de la structure" }).click();
  await expect(page.locator("details").first()).toBeVisible();
  for (const unit of ["Par mois", "Par semaine"]) {
    await page.getByRole("link", { name: unit }).click();
    const list = page.getByRole("link", { name: "Voir en liste" });
    if (!(await list.isVisible())) await page.getByRole("link", { name: "Voir en calendrier" }).click();
    await expect(page.locator(".rbc-calendar")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  const box = page.locator(".rbc-calendar a[href*='/presences?jour=']", { hasText: ":" }).first();
  await box.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Présences du/ })).toBeVisible();
  expect(trouble).toEqual([]);
});

test("a parent announces an absence from the phone, sees it in the calendar, then takes it back", async ({
  page,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(phone);
  await signInAs(page, "parent");
  await page.goto("/famille/calendrier");
  const stay = page.locator("main li[id^='sejour-']").filter({ hasText: "Signaler une absence" }).first();
  const id = await stay.getAttribute("id");
  await stay.locator("summary").click();
  await stay.getByRole("button", { name: "raison familiale" }).click();
  await expect(page.getByRole("status")).toContainText("L'absence est enregistrée");
  const same = page.locator(`[id="${id}"]`);
  await expect(same).toContainText("raison familiale");

  await page.getByRole("link", { name: "Voir en calendrier" }).click();
  await expect(page.locator(".rbc-calendar")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.goto("/famille/calendrier");
  await same.getByRole("button", { name: /^Finalement/ }).click();
  await expect(page.getByRole("status")).toContainText("L'absence est annulée");
  await expect(same).toContainText("prévu");
  expect(trouble).toEqual([]);
});
