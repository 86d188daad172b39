import type { Page } from "@playwright/test";

/** Who asks, and for which child. */
export type Asking = {
  child: string;
  birthDay: string;
  lastName: string;
  parent: string;
  email: string;
  /** Places of the same kind for brothers and sisters too, under the name of the child. */
  others?: { child: string; birthDay: string }[];
};

export const goOn = (page: Page): Promise<void> => page.getByRole("button", { name: "Continuer" }).click();

async function describeChildren(page: Page, { others = [], ...asking }: Asking): Promise<void> {
  for (const [index, { child, birthDay }] of [asking, ...others].entries()) {
    if (index > 0) await page.getByRole("button", { name: "Ajouter un autre enfant" }).click();
    const fields = page.locator(`#enfant-${index + 1}`);
    await fields.getByRole("radio", { name: /^Crèche/ }).check();
    await fields.getByRole("radio", { name: /déjà né/ }).check();
    await fields.getByLabel("Date de naissance").fill(birthDay);
    await fields.getByLabel("Prénom de l'enfant").fill(child);
    if (index === 0) await fields.getByLabel("Nom de l'enfant", { exact: true }).fill(asking.lastName);
  }
}

/**
 * Answers the questions that come before the hours: the children, who asks, and a street that nobody knows.
 * @param look at each page once it is filled in
 */
export async function answerUntilHours(
  page: Page,
  asking: Asking,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await describeChildren(page, asking);
  await look();
  await goOn(page);

  await page.getByLabel("Prénom", { exact: true }).fill(asking.parent);
  await page.getByLabel("Nom", { exact: true }).fill(asking.lastName);
  await page.getByLabel("Adresse électronique").fill(asking.email);
  await look();
  await goOn(page);

  await page.getByLabel("Rue", { exact: true }).fill("Chemin de nulle part");
  await goOn(page);
  await page.getByLabel("Votre quartier").selectOption({ index: 4 });
  await look();
  await goOn(page);
}

export async function beginAsking(page: Page): Promise<void> {
  await page.goto("/demandes/nouvelle");
  await page.getByRole("button", { name: "Commencer" }).click();
}
