import AxeBuilder from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";
import { desktop, phone } from "./people.ts";

/** What is wrong with the page shown, on a phone and on a desk: violations, sideways scroll, titles. */
export async function expectSound(page: Page, place = new URL(page.url()).pathname): Promise<void> {
  // Pages with a script of their own draw after it has loaded.
  if ((await page.locator("script[type=module]").count()) > 0) await page.waitForLoadState("networkidle");
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" "))}`);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const titles = await page.getByRole("heading", { level: 1 }).count();
    expect({ place, width: size.width, found, sideways, titles }).toEqual({
      place,
      width: size.width,
      found: [],
      sideways: 0,
      titles: 1,
    });
  }
}
