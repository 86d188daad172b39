import { expect, test } from "@playwright/test";
import { desktop, linkInMail, signInAs, watchForTrouble } from "../support/people.ts";

test("the administrator opens an account, gives it a role, and takes the role back", async ({
  page,
  browser,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  const email = `odile.reinert.${Date.now()}@mairie.example`;
  await signInAs(page, "administrator");
  await page.getByRole("link", { name: "Comptes et rôles" }).click();
  await page.getByRole("link", { name: "Ouvrir un compte" }).click();
  await page.getByRole("button", { name: "Ouvrir le compte" }).click();
  await expect(page.getByRole("alert")).toContainText("Écrivez le prénom et le nom.");
  await page.getByLabel("Prénom et nom").fill("Odile Reinert");
  await page.getByLabel("Adresse électronique de travail").fill(email);
  await page.getByRole("button", { name: "Ouvrir le compte" }).click();
  await expect(page.getByRole("status")).toContainText("Le compte est ouvert. Donnez-lui un rôle.");
  const account = page.url();
  await page.getByLabel("Rôle").selectOption("Coordination CCAS");
  await page.getByRole("button", { name: "Donner ce rôle" }).click();
  await expect(page.getByRole("status")).toContainText("Le rôle est donné.");

  const odile = await browser.newPage();
  await odile.goto("/connexion");
  await odile.getByLabel("Votre adresse électronique").fill(email);
  await odile.getByRole("button", { name: "Recevoir mon lien" }).click();
  await expect(odile.getByRole("heading", { level: 1, name: "Regardez votre courrier" })).toBeVisible();
  await odile.goto(await linkInMail(odile, /^Votre lien/, /\/connexion\/lien\//));
  await odile.getByRole("button", { name: "Ouvrir mon espace" }).click();
  await expect(odile.getByRole("heading", { level: 1, name: "À traiter" })).toBeVisible();
  const row = odile.getByRole("navigation", { name: "File des demandes" }).getByRole("link").first();
  await row.click();
  const file = odile.getByRole("region", { name: "La demande ouverte" });
  const reference = await file.getByText(/^GF-\d\d-/).innerText();

  await page.goto(`/administration/journal?qui=${encodeURIComponent(email)}`);
  const read = page.getByRole("row").filter({ hasText: "Lecture" }).filter({ hasText: "Demande" }).first();
  await expect(read).toContainText("Odile Reinert");
  await expect(read).toContainText(reference);

  await page.goto(account);
  await page.getByRole("button", { name: "Retirer le rôle : Coordination CCAS" }).click();
  await expect(page.getByRole("status")).toContainText("Le rôle est retiré.");
  const response = await odile.goto("/guichet/a-traiter");
  expect(response!.status()).toBe(403);
  await expect(odile.getByRole("heading", { level: 1 })).toHaveText(
    "Cette page n'est pas ouverte à ce compte",
  );
  await odile.close();
  expect(trouble).toEqual([]);
});
