import { type Browser, type Page, expect, test } from "@playwright/test";
import Database from "better-sqlite3";
import { answerUntilHours, beginAsking } from "../support/asking.ts";
import { type Person, desktop, linkInMail, phone, signInAs, watchForTrouble } from "../support/people.ts";
import { type Town, openTown } from "../support/town.ts";

const child = "Swann";
const crèche = "La Veilleuse";
const childminder = "Fatou Diallo";
const firstDay = "2026-10-19";

/** What the observatory draws its figures from: its pages show them rounded, or masked when they are few. */
function presentInFacts({ file }: Town): Record<string, number> {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare(
      `SELECT facilityKind, presentMinutes FROM OccupancyFact
       WHERE month = '2026-10' AND facilityKind IN ('microNursery', 'childminder')`,
    )
    .all() as { facilityKind: string; presentMinutes: number }[];
  db.close();
  return Object.fromEntries(rows.map(({ facilityKind, presentMinutes }) => [facilityKind, presentMinutes]));
}

async function open(browser: Browser, town: Town, person?: Person, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    baseURL: town.address,
    viewport: javaScriptEnabled ? desktop : phone,
    javaScriptEnabled,
  });
  const page = await context.newPage();
  if (person) await signInAs(page, person);
  return page;
}

/** Nights from 21:00 to 7:00: Monday and Saturday of one week, Wednesday and Saturday of the other. */
async function ask(page: Page): Promise<string> {
  const next = page.getByRole("button", { name: "Continuer" });
  await beginAsking(page);
  await answerUntilHours(page, {
    child,
    birthDay: "2025-03-20",
    lastName: "Nachtigall",
    parent: "Solène",
    email: "solene.nachtigall@example.fr",
  });

  await page
    .getByLabel("Vos semaines se ressemblent-elles")
    .selectOption({ label: "Non, deux semaines alternent" });
  await page.getByRole("button", { name: "Afficher ces semaines" }).click();
  await expect(page.locator("summary", { hasText: "Semaine B" })).toBeVisible();
  // The days of the first week, then those of the other.
  const nights = [0, 5, 7 + 2, 7 + 5];
  for (const day of nights) {
    const part = (name: string) => page.locator(`[name="days[${day}].slots[0].${name}"]`);
    const week = page.locator("summary", { hasText: day < 7 ? "Semaine A" : "Semaine B" });
    if (!(await part("start").isVisible())) await week.click();
    await part("start").fill("21:00");
    await part("end").fill("07:00");
    await part("nextDay").check();
  }
  await page.getByLabel("À partir de quel jour").fill(firstDay);
  await page.getByLabel("Non, c'est la bonne date").check();
  await next.click();

  await page.getByRole("button", { name: "Choisir pour moi" }).click();
  await next.click();
  await next.click();
  await page.getByRole("button", { name: /^Envoyer/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Votre demande est reçue" })).toBeVisible();
  return /GF-\d\d-[A-Z0-9]{5}/.exec(await page.getByRole("main").innerText())![0];
}

/** Each part of the town where the child is looked after has somebody who answers for it. */
async function openAccountAt(browser: Browser, town: Town, facility: string, email: string): Promise<Page> {
  const administrator = await open(browser, town, "administrator");
  await administrator.goto("/administration/comptes/nouveau");
  await administrator.getByLabel("Prénom et nom").fill(`Responsable ${facility}`);
  await administrator.getByLabel("Adresse électronique de travail").fill(email);
  await administrator.getByRole("button", { name: "Ouvrir le compte" }).click();
  await administrator.getByLabel("Rôle").selectOption("Direction de crèche");
  await administrator.locator("select[name=place]").selectOption(`facility:${facility}`);
  await administrator.getByRole("button", { name: "Donner ce rôle" }).click();
  await expect(administrator.getByRole("status")).toContainText("Le rôle est donné.");
  await administrator.context().close();
  return enter(browser, town, email);
}

async function enter(browser: Browser, town: Town, email: string): Promise<Page> {
  const page = await open(browser, town);
  await page.goto("/connexion");
  await page.getByLabel("Votre adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir mon lien" }).click();
  await page.goto(await linkInMail(page, /^Votre lien/, /\/connexion\/lien\//));
  await page.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
  return page;
}

/** "32 h 30" and "45 min" in minutes. */
function minutesIn(text: string): number {
  const [, hours = "0"] = /([\d\s]+)\s*h/.exec(text) ?? [];
  const [, minutes = "0"] = /(?:h\s*|^\s*)(\d+)(?:\s*min|\s*$)/.exec(text) ?? [];
  return Number(hours.replace(/\s/g, "")) * 60 + Number(minutes);
}

/** The hours of presence of the month so far, as the page of a facility tells them. */
async function presentAt(page: Page, facility: string): Promise<number> {
  await page.goto(`/structure/${facility}`);
  const hours = page.getByRole("table", { name: /^Heures du mois/ });
  const row = hours.getByRole("row", { name: /^De présence/ });
  return minutesIn((await row.innerText()).split(/[\t\n]+/)[1]!);
}

async function runJobs(administrator: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await administrator.goto("/administration/exploitation");
    await administrator.getByRole("button", { name: `Lancer maintenant : ${name}` }).click();
    await expect(administrator.getByRole("status")).toBeVisible();
  }
}

async function markHours(
  page: Page,
  facility: string,
  day: string,
  arrived: string,
  left: string,
): Promise<void> {
  await page.goto(`/structure/${facility}/presences?jour=${day}`);
  const row = page.getByRole("listitem").filter({ hasText: `${child} Nachtigall` });
  await row.locator("summary").click();
  await row.getByLabel("Heure d'arrivée").fill(arrived);
  await row.getByLabel("Heure de départ").fill(left);
  await row.getByRole("button", { name: "Enregistrer les heures" }).click();
  await expect(row).toHaveAttribute("data-standing", "left");
}

test("a nurse of alternating nights is offered two places together; the hours of the night of the clock change are the same on every page", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const town = await openTown("2026-10-01T09:30:00+02:00");
  try {
    const nurse = await open(browser, town, undefined, false);
    const reference = await ask(nurse);

    const coordinator = await open(browser, town, "coordinator");
    const trouble = watchForTrouble(coordinator);
    await coordinator.goto(`/guichet/a-traiter?q=${reference}`);
    await coordinator.getByRole("button", { name: /^Confirmer/ }).click();
    await expect(coordinator.getByRole("status")).toBeVisible();
    await coordinator.goto(`/guichet/a-traiter?q=${reference}`);
    await coordinator.getByRole("link", { name: "Proposer une place" }).first().click();
    await coordinator.getByLabel("Premier jour").fill(firstDay);
    await coordinator.getByRole("button", { name: "Chercher les places" }).click();
    const pair = coordinator
      .getByRole("listitem")
      .filter({ hasText: crèche })
      .filter({ hasText: childminder });
    await pair
      .first()
      .getByRole("link", { name: /^Choisir ces deux accueils/ })
      .click();
    await coordinator.getByRole("button", { name: "Proposer ces deux accueils" }).click();
    await expect(coordinator.getByRole("status")).toContainText("Place proposée");

    await nurse.goto(await linkInMail(nurse, new RegExp(`Un accueil pour ${child}`), /\/offre\//));
    await expect(nurse.getByText("Partie 2 sur 2")).toBeVisible();
    await nurse.getByRole("button", { name: "Accepter les deux parties" }).click();
    await expect(
      nurse.getByRole("heading", { level: 1, name: `Place acceptée pour ${child}` }),
    ).toBeVisible();

    await town.moveTo("2026-10-25T08:00:00+01:00");
    const administrator = await open(browser, town, "administrator");
    await runJobs(
      administrator,
      "Préparer les journées des structures",
      "Commencer et terminer les accueils",
    );
    await runJobs(administrator, "Compter les faits de l'observatoire");
    const crècheDesk = await openAccountAt(browser, town, "creche-22", "veilleuse@example.fr");
    const minderDesk = await openAccountAt(browser, town, "assmat-04", "relais.nuit@example.fr");
    const before = {
      crèche: await presentAt(crècheDesk, "creche-22"),
      minder: await presentAt(minderDesk, "assmat-04"),
      facts: presentInFacts(town),
    };

    // Ten hours on the clock; then eleven in truth, for 3:00 came twice, and eleven minutes more.
    await markHours(crècheDesk, "creche-22", "2026-10-19", "21:00", "07:00");
    await markHours(minderDesk, "assmat-04", "2026-10-24", "20:53", "07:04");
    await runJobs(administrator, "Compter les faits de l'observatoire");

    const family = await enter(browser, town, "solene.nachtigall@example.fr");
    await family.goto("/famille/calendrier?mois=2026-10");
    const hers = async (place: string): Promise<number> => {
      const row = family.getByRole("row").filter({ hasText: `${child}, ${place}` });
      const [, , present] = (await row.innerText()).split(/[\t\n]+/);
      return minutesIn(present!);
    };
    expect({ crèche: await hers(crèche), minder: await hers(childminder) }).toEqual({
      crèche: 10 * 60,
      minder: 11 * 60 + 11,
    });
    expect(await presentAt(crècheDesk, "creche-22")).toBe(before.crèche + 10 * 60);
    expect(await presentAt(minderDesk, "assmat-04")).toBe(before.minder + 11 * 60 + 11);
    expect(presentInFacts(town)).toEqual({
      microNursery: before.facts.microNursery! + 10 * 60,
      childminder: before.facts.childminder! + 11 * 60 + 11,
    });
    expect(trouble).toEqual([]);
  } finally {
    await town.close();
  }
});
