import { expect, test } from "@playwright/test";
import { signInAs, tablet, watchForTrouble } from "../support/people.ts";
import { readyWithoutNetwork, rowsOf, waitingOn } from "../support/tablets.ts";

/** A site of the association, with an education plan: one adult for fourteen children when one is under six. */
const site = "periscolaire-07";
const hour = 3_600_000;

test("an after-school site without a network: arrivals move the headcount of the band, and the ratio turns", async ({
  page,
  context,
}) => {
  const trouble = watchForTrouble(page);
  await page.setViewportSize(tablet);
  await page.clock.install();
  await signInAs(page, "association");
  await page.goto(`/pointage?structure=${site}`);
  await readyWithoutNetwork(page);
  const evening = page.getByRole("region", { name: /^16 h 30/ });
  await expect(evening).toContainText("à venir");
  await expect(page.getByRole("region", { name: /^7 h 30/ })).toContainText("terminé");

  // The network is lost in the morning; the children come in the afternoon.
  await context.setOffline(true);
  await page.clock.fastForward(7.2 * hour);
  await expect(evening).toContainText("maintenant");
  const figure = (name: string) => evening.locator("dl > div").filter({ hasText: name });
  const expected = Number(await figure("Attendus").locator("strong").innerText());
  expect(expected).toBeGreaterThan(1);
  await expect(figure("Présents")).toContainText("0");
  await expect(figure("Adultes avec eux")).toContainText("prévus, à compter");

  const touch = async (name: string | RegExp): Promise<void> => {
    // Nobody touches twice within the same half second.
    await page.clock.runFor(450);
    const before = await waitingOn(page);
    await page.getByRole("button", { name }).first().click();
    await expect.poll(() => waitingOn(page)).toBe(before + 1);
  };
  for (const section of ["3–5 ans", "6–11 ans"]) {
    await touch(`Un adulte de plus : ${section}`);
    await touch(`Un adulte de moins : ${section}`);
  }
  await expect(evening).toContainText("Il manquera 1 adulte quand tous seront là");
  await touch(/^Arrivée : /);
  await expect(figure("Présents")).toContainText("1");
  await expect(figure("Adultes nécessaires")).toContainText("1");
  await expect(evening).toContainText("Il manque 1 adulte maintenant");
  await expect(evening).toContainText("Règle : 1 adulte pour 14 enfants, celle des moins de 6 ans");
  await touch("Un adulte de plus : 6–11 ans");
  await expect(evening).toContainText("Assez d'adultes");
  await touch(/^Arrivée : /);
  await expect(figure("Présents")).toContainText("2");
  await touch(/^Départ : /);
  await expect(figure("Présents")).toContainText("1");
  await expect(figure("Attendus")).toContainText(String(expected));
  expect(await rowsOf(page).count()).toBeGreaterThanOrEqual(expected);
  expect(trouble.filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))).toEqual([]);
});
