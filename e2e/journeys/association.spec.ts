import { expect, test } from "@playwright/test";
import {
  afterSchoolList,
  confirmButton,
  findPlace,
  goToConfirm,
  queueOf,
  requestsIn,
} from "../support/desk.ts";
import { desktop, signInAs, watchForTrouble } from "../support/people.ts";

test("an association confirms a request of its school, then offers a place in one of its sites", async ({
  page,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "association");
  await expect(page.getByRole("heading", { level: 1, name: "À traiter" })).toBeVisible();
  await expect(queueOf(page).getByRole("listitem").first()).toContainText("Périscolaire");
  await expect(queueOf(page).getByRole("listitem").filter({ hasText: "Crèche" })).toHaveCount(0);
  const reference = await goToConfirm(page);
  await confirmButton(page).click();
  await expect(page.getByRole("status")).toContainText(`Demande ${reference} : orientation confirmée.`);

  await page.goto("/structure");
  const sites = await page.getByRole("rowheader").getByRole("link").allInnerTexts();
  expect(sites.length).toBeGreaterThan(0);
  const choice = (await findPlace(page)).first();
  const place = (await choice.innerText()).replace(/^Choisir\s*/, "");
  expect(sites.filter((site) => place.startsWith(site))).not.toEqual([]);
  await choice.click();
  await expect(page.getByRole("heading", { level: 2, name: "La place à proposer" })).toBeVisible();
  await page.getByRole("button", { name: "Proposer cette place" }).click();
  await expect(page.getByRole("status")).toContainText(/^Place proposée/);
  expect(trouble).toEqual([]);
});

test("an association cannot open the request of another, nor of a crèche", async ({ page, browser }) => {
  const coordination = await browser.newPage();
  await signInAs(coordination, "coordinator");
  const everyone = await requestsIn(coordination, afterSchoolList);
  const [nursery] = await requestsIn(coordination, "/guichet/a-traiter?type=creche");
  await coordination.close();

  await signInAs(page, "association");
  const own = await requestsIn(page, "/guichet/a-traiter?statut=toutes");
  const others = everyone.filter((id) => !own.includes(id));
  expect(others.length).toBeGreaterThan(0);
  for (const id of [others[0]!, nursery!]) {
    for (const place of [
      `/guichet/demandes/${id}`,
      `/guichet/demandes/${id}/proposer`,
      `/guichet/a-traiter?demande=${id}`,
    ]) {
      const response = await page.goto(place);
      expect([place, response!.status()]).toEqual([place, 404]);
      await expect(page.getByRole("heading", { level: 1, name: "Cette page n'existe pas" })).toBeVisible();
    }
  }
});
