import { expect, test } from "@playwright/test";
import { desktop, signInAs, watchForTrouble } from "../support/people.ts";

test("the adviser of the relais advises a family that nobody could serve, and the family receives it", async ({
  page,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "adviser");
  await expect(page.getByRole("heading", { level: 1, name: "Relais petite enfance" })).toBeVisible();
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: "La semaine demandée" })).toBeVisible();

  await page.getByRole("button", { name: "Envoyer le conseil à la famille" }).click();
  await expect(page.getByRole("alert")).toContainText("Choisissez de quoi parle votre conseil.");

  const text = `Deux assistantes maternelles de votre quartier accueillent dès 5 h 30 (essai ${Date.now() % 100_000}).`;
  await page.getByRole("radio", { name: "Une assistante maternelle" }).check();
  await page.getByLabel("Votre conseil").fill(text);
  await page.getByRole("button", { name: "Envoyer le conseil à la famille" }).click();
  await expect(page.getByRole("status")).toContainText("Le conseil est parti");
  await expect(page.getByRole("listitem").filter({ hasText: text })).toBeVisible();

  await page.goto("/courrier");
  await expect(page.getByRole("article").filter({ hasText: text }).first()).toBeVisible();
  expect(trouble).toEqual([]);
});
