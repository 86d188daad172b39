import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { type Person, desktop, phone, signInAs, watchForTrouble } from "../support/people.ts";

/** The pages of each person; those that need an id are found by their first link. */
const pages: Record<Person | "visitor", string[]> = {
  visitor: [
    "/",
    "/connexion",
    "/connexion/envoye",
    "/aide",
    "/donnees",
    "/structures",
    "/courrier",
    "/demandes/nouvelle",
    "/nulle-part",
  ],
  parent: ["/famille", "/famille/calendrier", "first:/famille a[href^='/famille/demandes/']"],
  coordinator: [
    "/guichet/a-traiter",
    "first:/guichet/a-traiter a[href^='/guichet/demandes/']",
    "/observatoire",
  ],
  manager: [
    "/structure",
    "first:/structure a[href$='/presences']",
    "first:/structure a[href$='/calendrier']",
  ],
  attendance: ["/structure"],
  association: ["/guichet/a-traiter", "/structure"],
  adviser: ["/relais", "first:/relais a[href^='/relais/']"],
  caf: ["/caf"],
  observer: ["/observatoire"],
  administrator: ["/administration"],
};

async function open(page: Page, place: string): Promise<void> {
  if (!place.startsWith("first:")) {
    await page.goto(place);
    return;
  }
  const [path, ...selector] = place.slice("first:".length).split(" ");
  await page.goto(path!);
  const address = await page.locator(selector.join(" ")).first().getAttribute("href");
  await page.goto(address!);
}

for (const [person, places] of Object.entries(pages)) {
  test(`no page of ${person} has an accessibility violation, nor scrolls sideways on a phone`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const trouble = watchForTrouble(page);
    if (person !== "visitor") await signInAs(page, person as Person);
    for (const place of places) {
      for (const size of [phone, desktop]) {
        await page.setViewportSize(size);
        await open(page, place);
        await page.waitForLoadState("networkidle");
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${place} ${id}: ${nodes[0]?.target.join(" ")}`);
        expect(found).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([place, size.width, sideways]).toEqual([place, size.width, 0]);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      }
    }
    expect(trouble).toEqual([]);
  });
}
