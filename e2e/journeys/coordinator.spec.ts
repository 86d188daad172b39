import { type Locator, type Page, expect, test } from "@playwright/test";
import { confirmButton, goToConfirm, openFile, queueOf, referenceOf } from "../support/desk.ts";
import { desktop, signInAs, watchForTrouble } from "../support/people.ts";

const nurseries = "/guichet/a-traiter?type=creche";
const fold = (page: Page, name: string): Locator => openFile(page).getByText(name, { exact: true });

/** The shortcuts live once the page has woken up; then J leads to the first request where this may be done. */
async function walkTo(page: Page, what: Locator): Promise<string> {
  const awake = page.getByRole("button", { name: "Raccourcis clavier" });
  await expect(awake).toBeVisible();
  for (let step = 0; step < 40 && !(await what.isVisible()); step += 1) {
    const before = page.url();
    await page.keyboard.press("j");
    await page.waitForURL((url) => url.href !== before);
    await expect(awake).toBeVisible();
  }
  return referenceOf(page);
}

test("the coordinator treats three requests by the keyboard alone, one after the other", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "coordinator");
  await page.goto(nurseries);
  const said = page.getByRole("status");

  const confirmed = await walkTo(page, confirmButton(page));
  await page.keyboard.press("c");
  await expect(said).toContainText(`Demande ${confirmed} : orientation confirmée.`);

  const changed = await walkTo(page, fold(page, "Orienter autrement"));
  expect(changed).not.toBe(confirmed);
  await page.keyboard.press("o");
  for (const field of ["Envoyer à", "Pourquoi"]) {
    await expect(page.getByLabel(field)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByLabel(field)).not.toHaveValue("");
    await page.keyboard.press("Tab");
  }
  await expect(page.getByRole("button", { name: "Changer l'orientation" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said).toContainText(`Demande ${changed} : orientation changée.`);

  const asked = await walkTo(page, fold(page, "Demander une pièce"));
  await page.keyboard.press("p");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(said).toContainText(`Demande ${asked} : la pièce est demandée`);
  await expect(page).toHaveURL(/type=creche/);

  // The request is no longer to be read: its reference finds it wherever it is.
  await expect(page.getByRole("button", { name: "Raccourcis clavier" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type(asked);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=${asked}`));
  await expect(queueOf(page).getByRole("link")).toHaveCount(1);
  expect(await referenceOf(page)).toBe(asked);
  await expect(openFile(page)).toContainText("Une pièce manque");
  expect(trouble).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the coordinator confirms a request and goes on to the next", async ({ page }) => {
    await signInAs(page, "coordinator");
    await page.goto(nurseries);
    const reference = await goToConfirm(page);
    await confirmButton(page).click();
    await expect(page.getByRole("status")).toContainText(`Demande ${reference} : orientation confirmée.`);
    await expect(page).toHaveURL(/type=creche.*demande=/);
    expect(await referenceOf(page)).not.toBe(reference);
  });
});
