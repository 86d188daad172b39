import { type Locator, type Page, expect, test } from "@playwright/test";
import { watchForTrouble } from "../support/people.ts";
import {
  facility,
  managerPage,
  pairTablet,
  prepareTablet,
  readyWithoutNetwork,
  rowsOf,
  waitingOn,
} from "../support/tablets.ts";

/** Touches until so many marks wait: arrivals, then departures of the same children. */
async function markAll(page: Page, wanted: number): Promise<void> {
  while ((await waitingOn(page)) < wanted) {
    // Nobody touches two children within the same half second.
    await page.waitForTimeout(450);
    const before = await waitingOn(page);
    const arrivals = page.getByRole("button", { name: /^Arrivée : / });
    const button =
      (await arrivals.count()) > 0
        ? arrivals.first()
        : page.getByRole("button", { name: /^Départ : / }).first();
    await button.click();
    await expect.poll(() => waitingOn(page)).toBe(before + 1);
  }
}

/** What a stay's history holds, as the manager reads it. */
async function historyOf(manager: Page, rowId: string): Promise<string[]> {
  await manager.goto(`/structure/${facility}/presences/${rowId.replace(/^e-/, "")}`);
  return manager.getByRole("row").allInnerTexts();
}

test("a day without a network: forty marks, the tab killed in the middle, and each arrives once", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const manager = await managerPage(browser);
  const { context, page: first } = await pairTablet(browser, await prepareTablet(manager, "Porte"));
  const trouble = watchForTrouble(first);
  await context.setOffline(true);

  await markAll(first, 18);
  const count = first.getByRole("button", { name: /^Un adulte de plus/ }).first();
  await count.click();
  await expect.poll(() => waitingOn(first)).toBe(19);
  await first.close();

  const page = await context.newPage();
  await page.goto("/pointage");
  await expect.poll(() => waitingOn(page)).toBe(19);
  await page.getByText("Un enfant non prévu arrive").click();
  await page.getByLabel("Prénom", { exact: true }).fill("Inès");
  await page.getByLabel("Nom", { exact: true }).fill("Inconnue");
  await page.getByRole("button", { name: "Pointer son arrivée" }).click();
  await expect.poll(() => waitingOn(page)).toBe(20);
  const unknown = rowsOf(page).filter({ hasText: "Inès Inconnue" });
  await expect(unknown).toContainText("non prévu");
  await unknown.getByText("Autre", { exact: true }).click();
  await unknown.getByRole("button", { name: "affaires oubliées" }).click();
  await expect.poll(() => waitingOn(page)).toBe(21);
  await unknown.getByRole("button", { name: "Départ : Inès Inconnue" }).click();
  await expect.poll(() => waitingOn(page)).toBe(22);
  await markAll(page, 40);
  await expect(page.getByRole("status").first()).toContainText("40 pointages en attente d'envoi");

  const emergency = page.getByRole("button", { name: /^Qui est là/ });
  await emergency.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Qui est là");
  await page.getByRole("button", { name: "Pointage", exact: true }).click();
  const id = await unknown.getAttribute("id");

  // The network comes back, and dies once more in the middle of the answer.
  let cut = true;
  await context.route("**/pointage/operations*", async (route) => {
    if (!cut) return route.continue();
    cut = false;
    await route.fetch();
    return route.abort();
  });
  await context.setOffline(false);
  await expect(page.getByRole("status").first()).toContainText("Tout est envoyé", { timeout: 60_000 });
  expect(cut).toBe(false);
  expect(await page.getByText("ce pointage n'a pas été pris").count()).toBe(0);

  const history = await historyOf(manager, id!);
  expect(history.filter((line) => line.includes("arrivée à"))).toHaveLength(1);
  expect(history.filter((line) => line.includes("départ à"))).toHaveLength(1);
  expect(history.filter((line) => line.includes("affaires oubliées"))).toHaveLength(1);
  expect(
    trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/.test(line)),
  ).toEqual([]);
  await context.close();
});

test("two tablets that disagree about a child: shown, settled by a person, and neither is lost", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const manager = await managerPage(browser);
  const door = await pairTablet(browser, await prepareTablet(manager, "Entrée"));
  const room = await pairTablet(browser, await prepareTablet(manager, "Salle"));
  const row = rowsOf(door.page)
    .filter({ has: door.page.getByRole("button", { name: /^Arrivée : / }) })
    .last();
  const id = (await row.getAttribute("id"))!;
  const name = await row.locator("strong").innerText();
  const [ours, theirs] = [door.page, room.page].map((page) => page.locator(`[id="${id}"]`)) as [
    Locator,
    Locator,
  ];

  await room.context.setOffline(true);
  await ours.getByRole("button", { name: `Arrivée : ${name}` }).click();
  await expect(ours).toHaveAttribute("data-standing", "present");
  await expect(door.page.getByRole("status").first()).toContainText("Tout est envoyé");
  await theirs.getByText("Autre", { exact: true }).click();
  await theirs.getByRole("button", { name: `Absence : ${name}` }).click();
  await expect(theirs).toHaveAttribute("data-standing", "absent");
  await room.context.setOffline(false);

  const shown = room.page.getByRole("region", { name: `Deux tablettes disent autre chose pour ${name}` });
  await expect(shown).toBeVisible({ timeout: 40_000 });
  await expect(shown).toContainText("Ce qui est écrit (Entrée) : arrivée à");
  await expect(shown).toContainText("L'autre version (Salle) : absence, pointée à");
  await expect(theirs).toHaveAttribute("data-standing", "present");
  await manager.goto(`/structure/${facility}/presences`);
  await expect(manager.getByText(`Deux tablettes disent autre chose pour ${name}`)).toBeVisible();
  await manager.getByRole("button", { name: "Prendre l'autre version" }).first().click();
  await expect(manager.getByRole("status")).toContainText("Les deux versions restent dans l'historique");

  await expect(ours).toHaveAttribute("data-standing", "absent", { timeout: 40_000 });
  await expect(shown).toHaveCount(0, { timeout: 40_000 });
  const history = await historyOf(manager, id);
  expect(history.some((line) => line.includes("arrivée à") && line.includes("Entrée"))).toBe(true);
  expect(history.some((line) => line.includes("Pris à la place de l'autre version"))).toBe(true);
  for (const one of [door, room]) await one.context.close();
});

test("a tablet that is cut off empties itself, and keeps no name", async ({ browser }) => {
  const manager = await managerPage(browser);
  const { context, page } = await pairTablet(browser, await prepareTablet(manager, "Perdue"));
  const name = await rowsOf(page).first().locator("strong").innerText();
  await manager.goto(`/structure/${facility}/tablettes`);
  await manager.getByRole("button", { name: "Couper cet appareil : Perdue" }).click();
  await expect(manager.getByRole("status")).toContainText("La tablette est coupée");
  await page.reload();
  await expect(page.getByText("Cette tablette a été coupée")).toBeVisible();
  expect(await page.content()).not.toContain(name);
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map((one) => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toMatchObject({ databases: [], workers: 0 });
  await context.close();
});

test("a tablet is not emptied while marks wait, unless somebody says so twice", async ({ browser }) => {
  const manager = await managerPage(browser);
  const { context, page } = await pairTablet(browser, await prepareTablet(manager, "Têtue"));
  await context.setOffline(true);
  await page
    .getByRole("button", { name: /^Un adulte de plus/ })
    .first()
    .click();
  await expect.poll(() => waitingOn(page)).toBe(1);
  await page.getByRole("button", { name: "Vider et libérer cette tablette" }).click();
  await expect(page.getByText("1 pointage n'est pas envoyé")).toBeVisible();
  await page.getByRole("button", { name: "Garder la tablette" }).click();
  expect(await waitingOn(page)).toBe(1);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Vider et libérer cette tablette" }).click();
  await expect(page.getByText("La tablette est vide")).toBeVisible({ timeout: 30_000 });
  await page.goto("/pointage");
  await expect(page.getByText("Aucun nom n'est gardé")).toBeVisible();
  await context.close();
});

test("a person who signs out of a browser that keeps a list empties it on the way", async ({ browser }) => {
  const page = await managerPage(browser);
  await page.goto(`/pointage?structure=${facility}`);
  await readyWithoutNetwork(page);
  await page.goto("/structure");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible({ timeout: 20_000 });
  const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(databases).toBe(0);
});
