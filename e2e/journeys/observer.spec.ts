import { expect, test } from "@playwright/test";
import { desktop, signInAs, watchForTrouble } from "../support/people.ts";

test("the steering committee reads the town in figures, month by month, and opens their table", async ({
  page,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "observer");
  // The last whole month first; the one under way is said to be so.
  await expect(page.getByRole("heading", { level: 1, name: "Observatoire, octobre 2026" })).toBeVisible();
  await expect(page.getByText("Ce mois n'est pas terminé")).toHaveCount(0);
  const months = page.getByRole("navigation", { name: "Choisir le mois" });
  await months.getByRole("link", { name: "novembre 2026" }).click();
  await expect(page).toHaveURL(/mois=2026-11/);
  await expect(page.getByText("Ce mois n'est pas terminé")).toBeVisible();
  await page.goto("/observatoire?mois=2026-09");
  await expect(page.getByRole("heading", { level: 1, name: "Observatoire, septembre 2026" })).toBeVisible();

  const rates = page.getByRole("figure", { name: "Taux d'occupation par type de structure" });
  await expect(
    rates.getByText(/^Pour toute la ville\s: [\d,]+\s% des heures ouvertes sont réservées/),
  ).toBeVisible();
  const table = rates.getByRole("table");
  await expect(table).toBeHidden();
  await rates.getByText("Voir le tableau").press("Enter");
  await expect(table.getByRole("row", { name: /^Toute la ville/ })).toContainText("%");

  const secrecy = page.getByText("Ce qui n'est pas montré, et pourquoi");
  await expect(secrecy).toBeVisible();
  await expect(page.getByText(/aucun nombre inférieur à 5\b.*« masqué »/)).toBeVisible();
  await expect(page.locator("main").getByText("masqué", { exact: true }).first()).toBeAttached();
  expect(trouble).toEqual([]);
});

test("no page about a person opens to the steering committee", async ({ page }) => {
  await signInAs(page, "observer");
  for (const place of [
    "/guichet/a-traiter",
    "/guichet/demandes/request-000001",
    "/structure",
    "/structure/creche-03/presences",
    "/relais",
    "/caf",
    "/famille",
    "/administration",
    "/administration/journal",
  ]) {
    const response = await page.goto(place);
    expect([place, response!.status()]).toEqual([place, 403]);
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Cette page n'est pas ouverte à ce compte",
  );
});
