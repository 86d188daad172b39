import { type Page, expect, test } from "@playwright/test";
import { type Person, signInAs, watchForTrouble } from "../support/people.ts";
import { expectSound } from "../support/sound-page.ts";

/** The pages of each person; "first:" leads to the first link of a page that looks so. */
const pages: Record<Person | "visitor", string[]> = {
  visitor: [
    "/",
    "/connexion",
    "/connexion/envoye",
    "/aide",
    "/donnees",
    "/structures",
    "/commissions",
    "/courrier",
    "/appareil",
    "/pointage",
    "/nulle-part",
  ],
  parent: [
    "/famille",
    "/famille/calendrier",
    "/famille/calendrier?vue=calendrier",
    "/famille/demandes/request-000001",
    "/famille/demandes/request-000002",
    "/famille/demandes/request-000003",
    "/demandes/nouvelle",
  ],
  coordinator: [
    "/guichet/a-traiter",
    "/guichet/a-traiter?q=personne",
    "first:/guichet/a-traiter?statut=piece-manquante a[href^='/guichet/demandes/']",
    "/guichet/demandes/request-000003/proposer",
    "first:/guichet/demandes/request-000003/proposer?heures=opening a[href*='section=']",
    "/guichet/commissions",
    "/guichet/commissions/nouvelle",
    "first:/guichet/commissions main td a, main th a",
    "/structure",
    "/structure/creche-01",
    "/observatoire",
    "/guichet/grilles/simulateur",
    "/guichet/grilles/simulateur?comparer=1",
  ],
  manager: [
    "/structure/creche-03",
    "/structure/creche-03/presences",
    "/structure/creche-03/tablettes",
    "/pointage?structure=creche-03",
    "/structure/creche-03/calendrier",
    "/structure/creche-03/calendrier?mois=2026-11",
    "/structure/creche-03/calendrier?vue=calendrier",
    "/structure/creche-03/calendrier?mois=2026-11&vue=calendrier",
    "/structure/creche-03/capacite",
    "/structure/creche-03/contrats",
    "/structure/creche-03/contrats/urgence",
    "first:/structure/creche-03/contrats a[href*='/contrats/contract-']",
    "/structure/creche-03/reglages",
    "/structure/creche-03/reglages/places",
    "/structure/creche-03/reglages/regles",
    "/structure/creche-03/reglages/equipe",
    "/structure/creche-03/reglages/fermetures",
  ],
  attendance: ["/structure/creche-03", "/structure/creche-03/presences", "/guichet/a-traiter"],
  association: [
    "/guichet/a-traiter",
    "/structure",
    "first:/structure a[href^='/structure/periscolaire-']",
    "/pointage?structure=periscolaire-07",
  ],
  adviser: ["/relais", "first:/relais a[href^='/relais/']"],
  caf: ["/caf"],
  observer: ["/observatoire", "/observatoire?mois=2026-11"],
  administrator: [
    "/administration",
    "/administration/comptes",
    "/administration/comptes/nouveau",
    "/administration/comptes/account-creche",
    "/administration/journal",
    "/administration/exploitation",
  ],
};

async function open(page: Page, place: string): Promise<void> {
  if (!place.startsWith("first:")) {
    await page.goto(place);
    return;
  }
  const [path, ...selector] = place.slice("first:".length).split(" ");
  await page.goto(path!);
  const address = await page.locator(selector.join(" ")).first().getAttribute("href");
  await page.goto(new URL(address!, page.url()).href);
}

for (const [person, places] of Object.entries(pages)) {
  test(`no page of ${person} has an accessibility violation, nor scrolls sideways on a phone`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const trouble = watchForTrouble(page);
    if (person !== "visitor") await signInAs(page, person as Person);
    for (const place of places) {
      await open(page, place);
      await expectSound(page, place);
    }
    expect(trouble).toEqual([]);
  });
}

test("in the dark, the pages read as well", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ colorScheme: "dark" });
  for (const [person, place] of [
    ["parent", "/"],
    ["parent", "/famille/demandes/request-000002"],
    ["coordinator", "/guichet/a-traiter"],
    ["coordinator", "/observatoire"],
    ["attendance", "/structure/creche-03/presences"],
    ["manager", "/structure/creche-03/calendrier?vue=calendrier"],
    ["adviser", "/relais"],
  ] as const) {
    await page.context().clearCookies();
    await signInAs(page, person);
    await page.goto(place);
    await expectSound(page, `${place} in the dark`);
  }
});
