import type { Locator, Page } from "@playwright/test";

export const openFile = (page: Page): Locator => page.getByRole("region", { name: "La demande ouverte" });
export const referenceOf = (page: Page): Promise<string> =>
  openFile(page)
    .getByText(/^GF-\d\d-/)
    .innerText();
export const confirmButton = (page: Page): Locator => page.getByRole("button", { name: /^Confirmer/ });
export const queueOf = (page: Page): Locator => page.getByRole("navigation", { name: "File des demandes" });

/** The requests of a queue, as the desk names them in its links. */
export async function requestsIn(page: Page, queue: string): Promise<string[]> {
  await page.goto(queue);
  const addresses = await queueOf(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return addresses.map((address) => new URL(address).searchParams.get("demande")!);
}

/** Without shortcuts: the first request of the queue that waits for a confirmation. */
export async function goToConfirm(page: Page): Promise<string> {
  while (!(await confirmButton(page).isVisible()))
    await page.getByRole("link", { name: /^Suivante/ }).click();
  return referenceOf(page);
}

export const afterSchoolList = "/guichet/a-traiter?statut=sur-la-liste&type=periscolaire";

/** Leads to the places of a request of the list that one of them could serve; the links that choose one. */
export async function findPlace(page: Page): Promise<Locator> {
  const choices = page.getByRole("link", { name: /^Choisir/ });
  for (const id of await requestsIn(page, afterSchoolList)) {
    await page.goto(`/guichet/demandes/${id}`);
    await page.getByRole("link", { name: "Proposer une place" }).click();
    if (await choices.first().isVisible()) return choices;
  }
  throw new Error("No request of the list finds a place.");
}
