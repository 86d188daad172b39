import { type Browser, type Locator, type Page, expect, test } from "@playwright/test";
import { type Person, desktop, phone, signInAs, watchForTrouble } from "../support/people.ts";
import { expectSound } from "../support/sound-page.ts";
import { type Town, openTown } from "../support/town.ts";

async function open(browser: Browser, town: Town, person?: Person, small = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL: town.address,
    viewport: small ? phone : desktop,
    javaScriptEnabled: !small,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (person) await signInAs(page, person);
  return page;
}

const nextStep = (page: Page): Locator => page.locator("[aria-current=step]");
const said = (page: Page): Locator => page.getByRole("status").first();

/** From the places to requests under numbers: each page says what to do next. */
async function prepare(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Commissions" }).click();
  const open = page.getByRole("table", { name: "En cours" });
  await open.getByRole("link").first().click();
  await page.getByRole("link", { name: "Changer les places et les dates" }).click();
  await page.getByLabel("Quorum").fill("2");
  await page.getByRole("button", { name: "Garder ces choix" }).click();
  await expect(said(page)).toContainText("Vos choix sont gardés");
  const here = page.url();
  await expect(nextStep(page)).toContainText("Geler les demandes");
  await nextStep(page).getByRole("button", { name: "Geler les demandes" }).click();
  await expect(said(page)).toContainText("Les demandes sont gelées");
  const asked = await page
    .getByRole("link", { name: /^[\d\s]+ demandes$/ })
    .first()
    .innerText();
  expect(Number(asked.replace(/\D/g, ""))).toBeGreaterThanOrEqual(500);
  return here;
}

async function attend(page: Page, here: string): Promise<void> {
  await page.goto(here);
  await nextStep(page).getByRole("link", { name: "Noter les présences" }).click();
  for (const number of [1, 2])
    await page
      .getByRole("group", { name: `Personne ${number}` })
      .getByLabel("Est là")
      .check();
  await page.getByRole("button", { name: "Garder les présences" }).click();
  await expect(nextStep(page)).toContainText("Publier");
}

/** Its first wish is ruled out for a candidate served there; who loses by it shows in the next run. */
async function ruleOut(page: Page, here: string): Promise<string> {
  await page.goto(`${here}?resultat=places`);
  await page.locator("main tbody tr", { hasText: "(choix 1)" }).first().locator("th a").click();
  const file = page.url();
  await page.locator("summary", { hasText: "Écarter une structure" }).click();
  const form = page.locator("details[open] form");
  await form.getByLabel("Structure").selectOption({ index: 1 });
  await form.getByLabel("Motif").selectOption({ index: 1 });
  return file;
}

test("a commission from its places to its letters, with two coordinators at once; then a family, then anyone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const town = await openTown("2026-11-24T09:30:00+01:00");
  try {
    const coordinator = await open(browser, town, "coordinator");
    const trouble = watchForTrouble(coordinator);
    const here = await prepare(coordinator);
    await nextStep(coordinator).getByRole("button", { name: "Lancer le calcul" }).click();
    await expect(coordinator.getByText("Calcul certifié")).toBeVisible();
    await expectSound(coordinator, "a run");
    await coordinator.setViewportSize(desktop);

    // Two at once: the second one's decision is refused, kept as typed, and says what the first one did.
    const other = await open(browser, town, "coordinator");
    const file = await ruleOut(other, here);
    await expectSound(other, "a candidate");
    await other.setViewportSize(desktop);
    await coordinator.goto(here);
    await coordinator.getByRole("button", { name: "Relancer le calcul" }).click();
    await expect(coordinator.getByRole("heading", { name: "Calcul n° 2" })).toBeVisible();
    await other.getByLabel("Nom de la personne").last().fill("Claire Martin");
    await other.locator("details[open] form").getByRole("button").click();
    await expect(said(other)).toContainText("Quelqu'un a agi entre-temps");
    await expect(said(other)).toContainText("a lancé le calcul n° 2");
    const kept = other.locator("details[open] form");
    await expect(kept.getByLabel("Nom de la personne")).toHaveValue("Claire Martin");
    await kept.getByRole("button").click();
    await expect(said(other)).toContainText("La décision est notée");
    expect(other.url().split("?")[0]).toBe(file.split("?")[0]);
    await other.getByRole("button", { name: "Relancer le calcul" }).click();
    await expect(other.getByText(/Du calcul n° 2 au calcul n° 3/)).toBeVisible();
    await expect(other.getByRole("table", { name: "Qui y perd" })).toBeVisible();

    await attend(coordinator, here);
    await nextStep(coordinator).getByRole("link", { name: "Relire avant de publier" }).click();
    await expectSound(coordinator, "the dry run");
    await coordinator.setViewportSize(desktop);
    await coordinator.getByLabel(/J'ai relu/).check();
    await coordinator.getByRole("button", { name: "Publier" }).click();
    await expect(said(coordinator)).toContainText("La commission est publiée");
    const minutes = await coordinator.request.get(`${here}/proces-verbal.pdf`);
    expect(minutes.headers()["content-type"]).toBe("application/pdf");
    await coordinator.goto("/courrier");
    await expect(
      coordinator.getByRole("heading", { name: /^(Réponse de la commission|Une place pour)/ }).first(),
    ).toBeVisible();

    const family = await open(browser, town, "parent", true);
    await family.goto("/famille/demandes/request-000003");
    const answer = family.getByRole("region", { name: /^La réponse de la commission/ });
    await expect(answer).toContainText("Pas de place cette fois");
    await expect(answer).toContainText(/Refusé à .+ : .+/);
    await expect(answer).toContainText(/Votre rang sur la liste d'attente de .+ : \d+ sur \d+/);
    await expect(answer).toContainText("R. 311-3-1-1");
    await answer.getByRole("link", { name: "Ma fiche de cotation" }).click();
    await expect(family.getByRole("heading", { level: 1, name: "Ma fiche de cotation" })).toBeVisible();

    const member = await open(browser, town);
    await member.goto("/");
    await member.getByRole("link", { name: /^Comment les places sont attribuées/ }).click();
    await expectSound(member, "the public page");
    await member.getByRole("table", { name: "Commissions publiées" }).getByRole("link").click();
    await expect(member.getByText("Demandes examinées")).toBeVisible();
    await expectSound(member, "a public meeting");
    expect((await member.request.get(`${member.url()}/proces-verbal.pdf`)).status()).toBe(200);
    expect(trouble).toEqual([]);
  } finally {
    await town.close();
  }
});
