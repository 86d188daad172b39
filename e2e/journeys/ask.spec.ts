import AxeBuilder from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";
import { answerUntilHours, beginAsking } from "../support/asking.ts";
import { desktop, linkInMail, phone, signInAs, watchForTrouble } from "../support/people.ts";

const go = (page: Page) => page.getByRole("button", { name: "Continuer" }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Demander une place" }).click();
  await page.getByRole("button", { name: "Commencer" }).click();
}

async function describeChild(
  page: Page,
  place: string,
  child: { first: string; born: string },
): Promise<void> {
  const fields = page.locator(place);
  await fields.getByLabel("Oui, déjà né").check();
  await fields.getByLabel("Date de naissance").fill(child.born);
  await fields.getByLabel("Prénom de l'enfant").fill(child.first);
}

async function nameGuardian(page: Page, email: string): Promise<void> {
  await page.getByLabel("Prénom").first().fill("Camille");
  await page.getByLabel("Nom", { exact: true }).first().fill("Weber");
  await page.getByLabel("Adresse électronique", { exact: true }).fill(email);
}

/** The first street of the list that completes what is typed. */
async function writeStreet(page: Page): Promise<void> {
  const street = await page.locator("datalist option").first().getAttribute("value");
  await page.getByLabel("Numéro").fill("12");
  await page.getByLabel("Rue", { exact: true }).fill(street!.toUpperCase());
}

async function sayWhen(page: Page): Promise<void> {
  await page.getByLabel("À partir de quel jour").fill("2027-01-04");
  await page.getByLabel("Oui, jusqu'à 4 semaines plus tard").check();
}

test.use({ viewport: phone, hasTouch: true });

test("a parent asks on a phone for two children, draws the nights, stops, comes back and sends", async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const trouble = watchForTrouble(page);
  const noViolation = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.target.join(" ")}`)).toEqual(
      [],
    );
  };
  await begin(page);

  await expect(page.getByText("Question 1 sur 7")).toBeVisible();
  await go(page);
  await expect(page.getByRole("alert")).toContainText("Choisissez crèche ou accueil périscolaire");
  await page.getByLabel("Crèche").check();
  await describeChild(page, "#enfant-1", { first: "Léa", born: "2025-11-03" });
  await page.getByLabel("Nom de l'enfant", { exact: true }).fill("Weber");
  await page.getByRole("button", { name: "Ajouter un autre enfant" }).click();
  await page.locator("#enfant-2").getByLabel("Accueil périscolaire").check();
  await describeChild(page, "#enfant-2", { first: "Noé", born: "2019-05-10" });
  await page.locator("#enfant-2").getByLabel("École de l'enfant").selectOption({ index: 6 });
  await noViolation();
  await go(page);

  await nameGuardian(page, "camille.weber@example.fr");
  await page.getByLabel("Téléphone").fill("2 85 09 57 463 123 45");
  await go(page);
  await expect(page.getByRole("alert")).toContainText("Ne donnez pas de numéro de sécurité sociale");
  await expect(page.getByLabel("Téléphone")).toHaveValue("");
  await page.getByRole("button", { name: "Ajouter l'autre parent" }).click();
  const other = page.locator("#personne-2");
  await other.getByLabel("Prénom").fill("Sacha");
  await other.getByLabel("Nom", { exact: true }).fill("Petit");
  await other.getByLabel("Son adresse électronique").fill("sacha.petit@example.fr");
  await noViolation();
  await go(page);

  await writeStreet(page);
  await go(page);

  await expect(heading(page)).toHaveText(/une place pour Léa/);
  const grid = page.getByRole("grid", { name: "Semaine à dessiner" });
  // By finger: Monday evening to midnight, Tuesday until half past six: one night.
  const drag = async (weekday: number, from: number, to: number) => {
    const track = page.locator(`[data-day="${weekday}"]`);
    const box = (await track.boundingBox())!;
    const at = (hour: number) => box.x + (box.width * hour) / 24;
    await page.mouse.move(at(from) + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(at((from + to) / 2), box.y + box.height / 2);
    await page.mouse.move(at(to) - 2, box.y + box.height / 2);
    await page.mouse.up();
  };
  await grid.scrollIntoViewIfNeeded();
  await drag(0, 20, 24);
  await drag(1, 0, 6.5);
  const week = page.getByRole("region", { name: "La semaine demandée" });
  await expect(week).toContainText("Lundi : 20 h 00 – 6 h 30 (le lendemain)");
  await expect(week).toContainText("10 h 30 par semaine");
  // By keyboard: half an hour more, the day after.
  await page.locator('[data-day="0"] [tabindex="0"], [data-day="1"] [tabindex="0"]').first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(week).toContainText("11 h par semaine");
  await noViolation();
  // An example replaces it all.
  await page.getByRole("button", { name: "Nuits : 20 h 30 – 6 h 30" }).click();
  await expect(week).toContainText("Du lundi au jeudi : 20 h 30 – 6 h 30 (le lendemain)");
  await expect(week).toContainText("40 h par semaine");
  await expect(week).toContainText("Dont 40 h en horaires atypiques");
  await sayWhen(page);
  await go(page);

  await expect(heading(page)).toHaveText(/une place pour Noé/);
  await page.getByRole("button", { name: "Mêmes horaires que Léa" }).click();
  await expect(page.getByRole("region", { name: "La semaine demandée" })).toContainText("40 h par semaine");
  await page.getByRole("button", { name: "Avant et après l'école" }).click();
  await go(page);

  // The tab is closed; the browser finds the draft again.
  await page.close();
  const later = await context.newPage();
  trouble.push(...watchForTrouble(later));
  await later.goto("/demandes/nouvelle");
  await expect(later.getByText("Vous avez commencé une demande pour Léa et Noé")).toBeVisible();
  await later.getByRole("link", { name: "Reprendre" }).click();

  await expect(heading(later)).toHaveText("Quelles structures pour Léa ?");
  await expect(later.getByRole("listitem").filter({ hasText: "Couvre toutes vos heures" })).toHaveCount(1);
  await later.getByRole("button", { name: "Choisir pour moi" }).click();
  await go(later);
  await expect(later.getByText("Les sites de l'école sont déjà choisis")).toBeVisible();
  await go(later);
  await later.getByLabel("Horaires de travail décalés").check();
  await go(later);

  await expect(heading(later)).toHaveText("Relisez votre demande");
  await expect(later.getByText("Quartier :")).toBeVisible();
  await later.getByRole("link", { name: "Modifier : Qui demande" }).click();
  await later.getByLabel("Téléphone").first().fill("06 39 98 00 12");
  await later.getByRole("button", { name: "Enregistrer et relire" }).click();
  await expect(later.getByText("06 39 98 00 12")).toBeVisible();
  await later.getByRole("button", { name: "Envoyer mes 2 demandes" }).click();

  await expect(heading(later)).toHaveText("Vos demandes sont reçues");
  await expect(later.getByText(/^GF-26-/)).toHaveCount(2);
  await expect(later.getByText("L231-4")).toBeVisible();
  const tracking = await later
    .getByRole("link", { name: "Suivre cette demande" })
    .first()
    .getAttribute("href");
  const reference = await later
    .getByText(/^GF-26-/)
    .first()
    .textContent();
  // Going back and sending again sends nothing again.
  await later.goto("/demandes/nouvelle/relecture");
  await expect(later).toHaveURL(/envoyee$/);
  await expect(later.getByText(/^GF-26-/).first()).toHaveText(reference!);

  expect(await linkInMail(later, `Votre demande ${reference} est reçue`, /suivi/)).toBe(tracking);
  await expect(later.getByText("sacha.petit@example.fr").first()).toBeVisible();
  expect(trouble).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a parent asks for a place, hour by hour, up to the acknowledgement", async ({ page }) => {
    await begin(page);
    await page.getByLabel("Crèche").check();
    await page.getByLabel("Pas encore, nous l'attendons").check();
    await page.getByLabel("Date prévue de la naissance").fill("2027-02-10");
    await page.getByLabel("Nom de l'enfant", { exact: true }).fill("Weber");
    await go(page);
    await nameGuardian(page, "camille.weber2@example.fr");
    await go(page);

    await page.getByLabel("Rue", { exact: true }).fill("rue que personne ne connaît");
    await go(page);
    await expect(page.getByRole("alert")).toContainText("ne suffit pas à trouver votre quartier");
    await expect(page.getByLabel("Rue", { exact: true })).toHaveValue("rue que personne ne connaît");
    await page.getByLabel("Votre quartier").selectOption("Je ne sais pas");
    await go(page);

    const monday = page.getByRole("group", { name: "lundi" });
    await monday.getByLabel("De (lundi)", { exact: true }).fill("22:00");
    await monday.getByLabel("à (lundi)", { exact: true }).fill("06:00");
    await page.getByLabel("À partir de quel jour").fill("2027-05-03");
    await page.getByLabel("Non, c'est la bonne date").check();
    await go(page);
    await expect(page.getByRole("alert")).toContainText(
      "Lundi : l'heure de fin est avant l'heure de début. Pour une nuit, cochez « jusqu'au lendemain ».",
    );
    await expect(monday.getByLabel("De (lundi)", { exact: true })).toHaveValue("22:00");
    await monday.getByLabel("jusqu'au lendemain").first().check();
    await page.getByRole("button", { name: "Copier lundi sur mardi – vendredi" }).click();
    await expect(page.getByText("40 h par semaine")).toBeVisible();
    await expect(page.getByRole("img", { name: /Du lundi au vendredi : 22 h 00 – 6 h 00/ })).toBeVisible();
    await go(page);

    await page.getByRole("button", { name: "Choisir pour moi" }).click();
    await go(page);
    await go(page);
    await page.getByRole("button", { name: "Envoyer ma demande" }).click();
    await expect(heading(page)).toHaveText("Votre demande est reçue");
    await expect(page.getByText(/^GF-26-/)).toHaveCount(1);
  });

  test("brothers and sisters ask for places together, and for fewer days rather than none", async ({
    page,
    browser,
  }) => {
    await beginAsking(page);
    await answerUntilHours(page, {
      child: "Inès",
      birthDay: "2025-11-03",
      lastName: "Lambert",
      parent: "Claude",
      email: "claude.lambert@example.fr",
      others: [{ child: "Tom", birthDay: "2024-09-10" }],
    });
    await page.getByRole("button", { name: /^Tôt/ }).click();
    await page.getByLabel("À partir de quel jour").fill("2027-01-04");
    await page.getByLabel("Non, c'est la bonne date").check();
    await go(page);
    await page.getByRole("button", { name: "Mêmes horaires que Inès" }).click();
    await go(page);

    const rankOf = (index: number) => page.getByRole("combobox", { name: /^Mon choix/ }).nth(index);
    await expect(page.getByRole("group", { name: "Faut-il une place pour tous ensemble" })).toHaveCount(0);
    await rankOf(0).selectOption("1er vœu");
    await page
      .getByLabel("Accepteriez-vous moins de jours")
      .selectOption("Oui, au moins 3 jours par semaine");
    await page.getByRole("radio", { name: /^Moins de jours dans la structure que je préfère/ }).check();
    await go(page);

    await expect(heading(page)).toHaveText("Quelles structures pour Tom ?");
    await rankOf(1).selectOption("1er vœu");
    await page.getByRole("radio", { name: /^Ensemble dans la même structure, ou rien/ }).check();
    await go(page);
    await expect(page.getByRole("alert")).toContainText("Donnez-leur un vœu commun");
    await expect(page.getByRole("radio", { name: /^Ensemble dans la même structure/ })).toBeChecked();
    await page.getByRole("button", { name: "Mêmes structures que Inès" }).click();
    await expect(page.getByRole("radio", { name: /^Ensemble dans la même structure/ })).toBeChecked();
    await go(page);
    await go(page);

    await expect(heading(page)).toHaveText("Relisez votre demande");
    const together = page
      .getByRole("heading", { name: "Inès et Tom : ensemble ou séparément" })
      .locator("../..");
    await expect(together).toContainText("Ensemble dans la même structure, ou rien");
    await expect(page.getByText("Oui, au moins 3 jours par semaine, dans la structure préférée")).toHaveCount(
      1,
    );
    await expect(page.getByText("Non : toutes les heures demandées, ou rien")).toHaveCount(1);
    await page.getByRole("button", { name: "Envoyer mes 2 demandes" }).click();

    await expect(heading(page)).toHaveText("Vos demandes sont reçues");
    await expect(page.getByText("Avec Tom : ensemble dans la même structure, ou rien")).toBeVisible();
    await expect(page.getByText("Avec Inès : ensemble dans la même structure, ou rien")).toBeVisible();
    const references = await page.getByText(/^GF-26-/).allTextContents();

    const coordinator = await (await browser.newContext({ viewport: desktop })).newPage();
    await signInAs(coordinator, "coordinator");
    await coordinator.goto(`/guichet/a-traiter?q=${references[0]}`);
    await expect(
      coordinator.getByText(`Avec Tom (${references[1]}) : ensemble dans la même structure, ou rien`).first(),
    ).toBeVisible();
    await expect(coordinator.getByText("Oui, au moins 3 jours par semaine").first()).toBeVisible();
    await coordinator.context().close();
  });
});
