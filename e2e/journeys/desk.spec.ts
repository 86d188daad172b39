import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { phone, signInAs, signOut, watchForTrouble } from "../support/people.ts";

const name = (page: Page) => page.locator("#open-file");
const awake = (page: Page) => expect(page.getByRole("button", { name: /Raccourcis clavier/ })).toBeVisible();

test("filters stay in the address from one file to the next, and shortcuts can be switched off", async ({
  page,
}) => {
  const trouble = watchForTrouble(page);
  await signInAs(page, "coordinator");
  await page.getByText("Filtres", { exact: true }).click();
  await page.getByLabel("Type d'accueil").selectOption("creche");
  await page.getByRole("button", { name: "Afficher" }).first().click();
  await awake(page);
  const first = await name(page).innerText();
  await page.keyboard.press("j");
  await expect(name(page)).not.toHaveText(first);
  expect(new URL(page.url()).searchParams.get("type")).toBe("creche");

  await awake(page);
  const second = await name(page).innerText();
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: /Raccourcis activés/ }).uncheck();
  await page.getByRole("button", { name: "Fermer" }).click();
  await page.keyboard.press("k");
  await expect(name(page)).toHaveText(second);
  expect(trouble).toEqual([]);
});

test("somebody else has acted first: the coordinator is told, and keeps what was chosen", async ({
  page,
  context,
}) => {
  await signInAs(page, "coordinator");
  await page.locator("[data-queue] a").first().click();
  await page.waitForURL(/demande=/);
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await colleague.getByRole("button", { name: /^Confirmer/ }).click();
  await expect(colleague.getByText(/orientation confirmée/)).toBeVisible();

  const file = page.getByRole("region", { name: "La demande ouverte" });
  await file.getByText("Orienter autrement").click();
  await file.getByLabel("Envoyer à").selectOption({ index: 1 });
  await file.getByLabel("Pourquoi").selectOption("family-wish");
  await file.getByRole("button", { name: "Changer l'orientation" }).click();
  await expect(file.getByText(/Quelqu'un d'autre vient d'agir/)).toBeVisible();
  await expect(file.getByLabel("Pourquoi")).toHaveValue("family-wish");
});

test("a proof goes from the family to the association, which accepts it", async ({ page }) => {
  await signInAs(page, "parent");
  await page.goto("/famille/demandes/request-000002");
  const fact = page.locator("#fait-atypical-work");
  const send = async (content: string): Promise<void> => {
    const file = { name: "planning.pdf", mimeType: "application/pdf", buffer: Buffer.from(content) };
    const field = fact.locator("input[type=file]");
    if (!(await field.isVisible())) await fact.locator("summary").click();
    await field.setInputFiles(file);
    await fact.locator("button[type=submit]").click();
  };
  await send("not a document");
  await expect(page.getByText(/ni un PDF, ni une photo/).first()).toBeVisible();
  await send("%PDF-1.4\n%%EOF\n");
  await expect(fact).toContainText("planning.pdf");
  await signOut(page);

  await signInAs(page, "association");
  await page.goto("/guichet/a-traiter?piece=recue");
  await expect(page.locator("[data-queue] a").first()).toContainText("1 pièce à lire");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Télécharger planning\.pdf/ }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("%PDF");
  await page.getByRole("button", { name: "Accepter la pièce" }).click();
  await expect(page.getByText(/la pièce est acceptée/)).toBeVisible();
});

test.describe("without JavaScript, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test("a coordinator asks for a missing proof, and is told what to mend", async ({ page }) => {
    await signInAs(page, "coordinator");
    await page.locator("[data-queue] a").first().click();
    // Families that stated nothing have nothing to prove.
    while ((await page.getByText("Demander une pièce").count()) === 0)
      await page.getByRole("link", { name: /Suivante/ }).click();
    await page.getByText("Demander une pièce").click();
    await page.getByRole("button", { name: "Demander la pièce" }).click();
    await expect(page.getByRole("alert")).toContainText("Cochez au moins une pièce");
    await page.getByRole("group", { name: "Quelles pièces" }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Demander la pièce" }).click();
    await expect(page.getByText(/la famille est prévenue/)).toBeVisible();
  });
});
