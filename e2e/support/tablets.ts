import { type Browser, type BrowserContext, type Page, expect } from "@playwright/test";
import { signInAs, tablet } from "./people.ts";

export const facility = "creche-03";

/** The manager prepares a tablet; the code is shown once. */
export async function prepareTablet(manager: Page, name: string): Promise<string> {
  await manager.goto(`/structure/${facility}/tablettes`);
  await manager.getByLabel("Nom de la tablette").fill(name);
  await manager.getByRole("button", { name: "Préparer une tablette" }).click();
  return manager.locator("[data-code]").innerText();
}

/** A browser of its own, paired, that has its list and opens without a network from now on. */
export async function pairTablet(
  browser: Browser,
  code: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: tablet });
  const page = await context.newPage();
  await page.goto("/appareil");
  await page.getByLabel("Code à huit caractères").fill(code);
  await page.getByRole("button", { name: "Appairer cette tablette" }).click();
  await readyWithoutNetwork(page);
  return { context, page };
}

export async function readyWithoutNetwork(page: Page): Promise<void> {
  await expect(page.locator("[data-state=sent][data-kept]")).toBeVisible({ timeout: 20_000 });
}

export async function managerPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, "manager");
  return page;
}

export const rowsOf = (page: Page) => page.locator("main li[id^='e-']");
/** How many marks the tablet says it has not sent. */
export async function waitingOn(page: Page): Promise<number> {
  const text = await page.getByRole("status").first().innerText();
  return Number(/(\d+) pointages? en attente/.exec(text)?.[1] ?? 0);
}
