import { expect, test } from "@playwright/test";
import { signInAs, tablet, watchForTrouble } from "../support/people.ts";

const day = "/structure/creche-03/presences";
const frenchPhone = /\b0[1-9](?:[ .]?\d\d){4}\b/;

test("attendance staff note an arrival in one touch, put its hour right, and undo it", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(tablet);
  await signInAs(page, "attendance");
  await page.getByRole("link", { name: "Pointer les présences" }).click();
  const expected = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Arrivée :/ }) });
  const name = await expected.first().locator("strong").innerText();
  const row = page.locator(`[id="${await expected.first().getAttribute("id")}"]`);

  await row.getByRole("button", { name: `Arrivée : ${name}` }).click();
  await expect(row).toContainText(/Présence depuis \d+\sh\s\d\d/);
  await row.getByText("Corriger", { exact: true }).click();
  await row.getByLabel("Heure d'arrivée").fill("23:50");
  await row.getByRole("button", { name: "Enregistrer les heures" }).click();
  await expect(page.getByRole("status")).toContainText(`Rien n'a été changé pour ${name}`);
  await expect(row.getByLabel("Heure d'arrivée")).toHaveValue("23:50");
  await row.getByLabel("Heure d'arrivée").fill("09:05");
  await row.getByRole("button", { name: "Enregistrer les heures" }).click();
  await expect(row).toContainText("Présence depuis 9 h 05");
  await row.getByRole("button", { name: `Annuler : ${name}` }).click();
  await expect(row.getByRole("button", { name: `Arrivée : ${name}` })).toBeVisible();
  expect(trouble).toEqual([]);
});

test("attendance staff see the names of the children, and nothing else of their families", async ({
  page,
  browser,
}) => {
  await signInAs(page, "attendance");
  await page.goto(day);
  const names = await page.getByRole("main").locator("li[data-standing] strong").allInnerTexts();
  expect(names.length).toBeGreaterThan(10);

  const coordinator = await browser.newPage();
  await signInAs(coordinator, "coordinator");
  await coordinator.goto(`/guichet/a-traiter?statut=en-accueil&q=${encodeURIComponent(names[0]!)}`);
  const family = coordinator.locator("section").filter({
    has: coordinator.getByRole("heading", { level: 3, name: "La famille", exact: true }),
  });
  const guardian = await family.getByRole("term").first().innerText();
  expect(guardian).not.toBe("Adresse");
  await coordinator.close();

  for (const place of ["/structure/creche-03", day, "/structure/creche-03/calendrier?vue=calendrier"]) {
    await page.goto(place);
    const html = await page.content();
    expect([place, html.includes(guardian)]).toEqual([place, false]);
    expect([place, html.includes("@example.fr")]).toEqual([place, false]);
    expect([place, frenchPhone.exec(await page.locator("main").innerText())?.[0]]).toEqual([
      place,
      undefined,
    ]);
  }
});

test("the desk and the other facilities stay closed to attendance staff", async ({ page }) => {
  await signInAs(page, "attendance");
  for (const [place, status] of [
    ["/guichet/a-traiter", 403],
    ["/guichet/demandes/request-000001", 403],
    ["/observatoire", 403],
    ["/administration", 403],
    ["/structure/creche-04/presences", 404],
    ["/structure/periscolaire-07", 404],
  ] as const) {
    const response = await page.goto(place);
    expect([place, response!.status()]).toEqual([place, status]);
  }
});
