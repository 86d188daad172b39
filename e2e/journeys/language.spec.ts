import { readFileSync, readdirSync } from "node:fs";
import { type Page, expect, test } from "@playwright/test";
import { type Person, phone, signInAs, watchForTrouble } from "../support/people.ts";

type Words = { [key: string]: string | Words };

/** Every sentence of a language, with the key it is read by. */
function sentences(language: "fr" | "en"): string[] {
  const folder = new URL(`../../app/i18n/${language}/`, import.meta.url);
  const flat = (words: Words): string[] =>
    Object.values(words).flatMap((each) => (typeof each === "string" ? [each] : flat(each)));
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => flat(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Words));
}

const english = new Set(sentences("en"));
/** What only a French page says; a few words are the same in both languages. */
const french = new Set(sentences("fr").filter((text) => !text.includes("{{") && !english.has(text)));
// An organisation of the town bears this name in every language.
french.delete("Relais petite enfance");

const switchLanguage = (page: Page, to: "English" | "Français") =>
  page.getByRole("button", { name: to }).click();

/** What the page shown says, sentence by sentence, names for screen readers included. */
const said = (page: Page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll("[aria-label]")].map((each) =>
      each.getAttribute("aria-label")!,
    );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement!.closest("script, [lang=fr]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) texts.push(walker.currentNode.textContent!.trim());
    return texts;
  });

/** Pages with the title that each has in English. */
const pages: Partial<Record<Person, [place: string, title: RegExp][]>> = {
  parent: [
    ["/", /^A place in a nursery or after school$/],
    ["/aide", /^Help and contacts$/],
    ["/demandes/nouvelle", /^Ask for a place$/],
    ["/famille", /^My requests$/],
    ["/famille/demandes/request-000002", /Adam/],
    ["/famille/calendrier", /^Your children's calendar$/],
  ],
  coordinator: [
    ["/guichet/a-traiter", /^To do$/],
    ["/guichet/demandes/request-000003", /^Ilyès/],
    ["/guichet/demandes/request-000003/proposer", /Ilyès/],
    ["/observatoire?mois=2026-10", /^Observatory, October 2026$/],
  ],
  manager: [
    ["/structure/creche-03", /^La Grande Ourse$/],
    ["/structure/creche-03/presences", /^Attendance of Tuesday,? 24 November 2026$/],
    ["/structure/creche-03/calendrier", /^Calendar of the facility$/],
  ],
  adviser: [["/relais", /^Early childhood advice/]],
  caf: [["/caf", /./]],
  administrator: [
    ["/administration", /^Administration$/],
    ["/administration/comptes/account-creche", /^Béatrice Vautrin$/],
    ["/administration/journal", /^Access log$/],
    ["/administration/exploitation", /^Operations$/],
  ],
};

for (const [person, places] of Object.entries(pages)) {
  test(`the pages of ${person} are whole in English`, async ({ page }) => {
    await signInAs(page, person as Person);
    await switchLanguage(page, "English");
    for (const [place, title] of places) {
      await page.goto(place);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      const odd = (await said(page)).filter((text) => french.has(text) || /^[a-z]+:[a-z]+\.\S+$/i.test(text));
      expect({ place, odd }).toEqual({ place, odd: [] });
    }
  });
}

test("the language switch keeps the page and its filters, and is remembered", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(phone);
  await signInAs(page, "coordinator");
  const address = "/guichet/a-traiter?statut=sur-la-liste&type=creche&atypique=1";
  await page.goto(address);
  await switchLanguage(page, "English");
  await expect(page).toHaveURL(address);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/observatoire?mois=2026-09");
  await expect(page.getByRole("heading", { level: 1, name: "Observatory, September 2026" })).toBeVisible();
  await switchLanguage(page, "Français");
  await expect(page).toHaveURL("/observatoire?mois=2026-09");
  await expect(page.getByRole("heading", { level: 1, name: "Observatoire, septembre 2026" })).toBeVisible();
  expect(trouble).toEqual([]);
});
