import { type Browser, type Page, expect, test } from "@playwright/test";
import { answerUntilHours, beginAsking } from "../support/asking.ts";
import {
  type Person,
  desktop,
  linkInMail,
  phone,
  signInAs,
  tablet,
  watchForTrouble,
} from "../support/people.ts";

const child = "Apolline";
const today = "2026-11-24";

/** A browser of one's own, signed in; closed by the caller's context. */
async function as(
  browser: Browser,
  person: Person,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await signInAs(page, person);
  return page;
}

/** Runs a job of the night now, as the administration page allows. */
async function runJob(administrator: Page, name: string): Promise<void> {
  await administrator.goto("/administration/exploitation");
  await administrator.getByRole("button", { name: `Lancer maintenant : ${name}` }).click();
  await expect(administrator.getByRole("status")).toBeVisible();
}

/** A figure of the dashboard for the month of the journey. */
async function served(observer: Page): Promise<number> {
  await observer.goto("/observatoire?mois=2026-11");
  const card = observer.getByText("Demandes servies", { exact: true }).first().locator("..");
  return Number((await card.innerText()).replace(/\D+/g, " ").trim().split(" ")[0]);
}

async function ask(page: Page): Promise<string> {
  await beginAsking(page);
  const next = page.getByRole("button", { name: "Continuer" });
  await answerUntilHours(page, {
    child,
    birthDay: "2025-08-20",
    lastName: "Journet",
    parent: "Dominique",
    email: "dominique.journet@example.fr",
  });

  await page.getByRole("button", { name: /^Tôt/ }).click();
  await expect(page.getByText(/42\sh\s30/).first()).toBeVisible();
  await page.getByLabel("À partir de quel jour ?").fill(today);
  await page.getByRole("radio", { name: "Non, c'est la bonne date" }).check();
  await next.click();

  await page.getByRole("button", { name: "Choisir pour moi" }).click();
  await next.click();
  await next.click();
  await page.getByRole("button", { name: /^Envoyer/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Votre demande est reçue" })).toBeVisible();
  const [reference] = /GF-\d\d-[A-Z0-9]{5}/.exec(await page.getByRole("main").innerText())!;
  return reference;
}

test("asked, referred, offered, accepted, attended, counted: the whole journey of one child", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const administrator = await as(browser, "administrator", desktop);
  await runJob(administrator, "Compter les faits de l'observatoire");
  const observer = await as(browser, "observer", desktop);
  const before = await served(observer);

  const parent = await (await browser.newContext({ viewport: phone })).newPage();
  const trouble = watchForTrouble(parent);
  const reference = await ask(parent);

  const coordinator = await as(browser, "coordinator", desktop);
  await coordinator.goto("/guichet/a-traiter");
  await coordinator.getByLabel("Chercher").fill(reference);
  await coordinator.getByRole("button", { name: "Afficher" }).click();
  await expect(coordinator.getByText(reference).first()).toBeVisible();
  await coordinator.getByRole("button", { name: /^Confirmer/ }).click();
  await expect(coordinator.getByRole("status")).toBeVisible();

  await coordinator.goto(`/guichet/a-traiter?q=${reference}`);
  await coordinator.getByRole("link", { name: "Proposer une place" }).first().click();
  await coordinator.getByRole("radio", { name: "Seulement pendant l'ouverture de la structure" }).check();
  await coordinator.getByLabel("Premier jour").fill(today);
  await coordinator.getByRole("button", { name: "Chercher les places" }).click();
  await coordinator
    .getByRole("row", { name: /La Grande Ourse/ })
    .first()
    .getByRole("link", { name: /Choisir/ })
    .click();
  await coordinator.getByRole("button", { name: "Proposer cette place" }).click();
  await expect(coordinator.getByRole("status")).toContainText("Place proposée");

  await parent.goto(await linkInMail(parent, new RegExp(`Une place pour ${child}`), /\/offre\//));
  await expect(parent.getByText("La Grande Ourse").first()).toBeVisible();
  await parent.getByRole("button", { name: "Accepter cette place" }).click();
  await expect(parent.getByRole("heading", { level: 1, name: `Place acceptée pour ${child}` })).toBeVisible();

  await runJob(administrator, "Préparer les journées des structures");
  await runJob(administrator, "Commencer et terminer les accueils");
  const crèche = await as(browser, "attendance", tablet);
  await crèche.goto(`/structure/creche-03/presences?jour=${today}`);
  const row = crèche.getByRole("listitem").filter({ hasText: `${child} Journet` });
  await row.getByRole("button", { name: /^Arrivée :/ }).click();
  await expect(crèche.getByRole("listitem").filter({ hasText: `${child} Journet` })).toContainText(
    /Présence depuis \d+\sh\s\d\d/,
  );

  await parent.goto(await linkInMail(parent, new RegExp(`demande ${reference} est reçue`), /\/suivi\//));
  await expect(parent.getByText("Accueil en cours").first()).toBeVisible();

  await runJob(administrator, "Compter les faits de l'observatoire");
  expect(await served(observer)).toBe(before + 1);
  expect(trouble).toEqual([]);
});
