import { expect, test } from "@playwright/test";
import { findPlace } from "../support/desk.ts";
import { linkInMail, signInAs, watchForTrouble } from "../support/people.ts";
import { expectSound } from "../support/sound-page.ts";

test("no question of a request has an accessibility violation, nor its acknowledgement, nor its follow-up", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const trouble = watchForTrouble(page);
  const go = () => page.getByRole("button", { name: "Continuer" }).click();
  await page.goto("/demandes/nouvelle");
  await expectSound(page);
  await page.getByRole("button", { name: "Commencer" }).click();

  await go();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectSound(page, "enfants, with something to mend");
  await page.getByLabel("Crèche").check();
  await page.getByLabel("Oui, déjà né").check();
  await page.getByLabel("Date de naissance").fill("2025-11-03");
  await page.getByLabel("Prénom de l'enfant").fill("Lou");
  await page.getByLabel("Nom de l'enfant", { exact: true }).fill("Schneider");
  await expectSound(page);
  await go();

  await page.getByLabel("Prénom").fill("Dominique");
  await page.getByLabel("Nom", { exact: true }).fill("Schneider");
  await page.getByLabel("Adresse électronique").fill("dominique.schneider@example.fr");
  await expectSound(page);
  await go();

  await page.getByLabel("Rue", { exact: true }).fill("chemin que personne ne connaît");
  await go();
  await page.getByLabel("Votre quartier").selectOption("Je ne sais pas");
  await expectSound(page);
  await go();

  await page.getByRole("button", { name: /^Tôt/ }).click();
  await page.getByLabel("Vos semaines se ressemblent-elles").selectOption("2");
  await page.getByLabel("À partir de quel jour").fill("2027-01-04");
  await page.getByLabel("Non, c'est la bonne date").check();
  await expectSound(page);
  await page.getByLabel("Vos semaines se ressemblent-elles").selectOption("1");
  await go();

  await page.getByRole("button", { name: "Choisir pour moi" }).click();
  await expectSound(page);
  await go();
  await page.getByLabel("Horaires de travail décalés").check();
  await expectSound(page);
  await go();
  await expectSound(page);
  await page.getByRole("button", { name: "Envoyer ma demande" }).click();

  await expect(page).toHaveURL(/envoyee$/);
  await expectSound(page);
  await page.getByRole("link", { name: "Suivre cette demande" }).click();
  await expect(page).toHaveURL(/\/suivi\//);
  await expectSound(page, "/suivi");
  expect(trouble).toEqual([]);
});

test("no page that a letter leads to has an accessibility violation", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "coordinator");
  await (await findPlace(page)).last().click();
  await expectSound(page, "proposer, a place chosen");
  await page.getByRole("button", { name: "Proposer cette place" }).click();
  await expect(page.getByRole("status")).toContainText("la famille est prévenue");
  await page.goto(await linkInMail(page, /^Une place pour/, /\/offre\//));
  await expectSound(page, "/offre");

  await page.context().clearCookies();
  await page.goto("/connexion");
  await page.getByLabel("Votre adresse électronique").fill("copil@demo.guichet.example");
  await page.getByRole("button", { name: "Recevoir mon lien" }).click();
  await page.goto(await linkInMail(page, /^Votre lien/, /\/connexion\/lien\//));
  await expectSound(page, "/connexion/lien");
  await page.goto("/connexion/lien/unknown");
  await page.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await expect(page.getByText("Ce lien a déjà servi")).toBeVisible();
  await expectSound(page, "/connexion/lien, already used");
});
