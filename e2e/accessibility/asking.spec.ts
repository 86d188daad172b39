import { expect, test } from "@playwright/test";
import { answerUntilHours } from "../support/asking.ts";
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
  await answerUntilHours(
    page,
    {
      child: "Lou",
      birthDay: "2025-11-03",
      lastName: "Schneider",
      parent: "Dominique",
      email: "dominique.schneider@example.fr",
      others: [{ child: "Sasha", birthDay: "2024-08-20" }],
    },
    () => expectSound(page),
  );

  await page.getByRole("button", { name: /^Tôt/ }).click();
  await page.getByLabel("Vos semaines se ressemblent-elles").selectOption("2");
  await page.getByLabel("À partir de quel jour").fill("2027-01-04");
  await page.getByLabel("Non, c'est la bonne date").check();
  await expectSound(page);
  await page.getByLabel("Vos semaines se ressemblent-elles").selectOption("1");
  await go();
  await page.getByRole("button", { name: "Mêmes horaires que Lou" }).click();
  await go();

  await page.getByRole("button", { name: "Choisir pour moi" }).click();
  await expectSound(page);
  await go();
  await page.getByRole("button", { name: "Mêmes structures que Lou" }).click();
  await page.getByLabel("Accepteriez-vous moins de jours").selectOption({ index: 2 });
  await expectSound(page, "structures, fewer days and a sister");
  await page.getByRole("radio", { name: /^Ensemble dans la même structure/ }).check();
  await go();
  await page.getByLabel("Horaires de travail décalés").check();
  await expectSound(page);
  await go();
  await expectSound(page);
  await page.getByRole("button", { name: "Envoyer mes 2 demandes" }).click();

  await expect(page).toHaveURL(/envoyee$/);
  await expectSound(page);
  await page.getByRole("link", { name: "Suivre cette demande" }).first().click();
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
