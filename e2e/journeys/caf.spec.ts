import { expect, test } from "@playwright/test";
import { phone, signInAs, watchForTrouble } from "../support/people.ts";

test("a social worker of the Caf is told what to mend, and keeps what was typed", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(phone);
  await signInAs(page, "caf");
  await page.getByLabel("Référence de la demande").fill("GF-26-ZZZZZ");
  await page.getByLabel("Date de naissance de l'enfant").fill("2025-05-04");
  await page.getByRole("checkbox", { name: /J'accompagne ce parent/ }).check();
  await page.getByRole("button", { name: "Envoyer l'orientation" }).click();
  await expect(page.getByRole("alert")).toContainText("Demandez l'accord de la famille");
  await expect(page.getByLabel("Référence de la demande")).toHaveValue("GF-26-ZZZZZ");
  await page.getByRole("checkbox", { name: "La famille est d'accord" }).check();
  await page.getByRole("button", { name: "Envoyer l'orientation" }).click();
  await expect(page.getByRole("alert")).toContainText("Aucune demande ne porte cette référence");
  await expect(page.getByRole("heading", { level: 2, name: "Mes orientations" })).toBeVisible();
  expect(trouble).toEqual([]);
});
