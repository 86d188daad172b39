import { type Page, expect, test } from "@playwright/test";
import { desktop, signInAs, watchForTrouble } from "../support/people.ts";
import { expectSound } from "../support/sound-page.ts";

// A week long after the last contract of the town: nobody else is there, and no other journey looks at it.
const monday = "2028-03-06";
const friday = "2028-03-10";
const nextMonday = "2028-03-13";
const facility = "/structure/creche-03";
const article = /article R2324-27/;

type Line = { weekdays: string[]; start: string; end: string; places: string };
const sections = { babies: "Bébés", middles: "Moyens", elders: "Grands" } as const;
const others = ["middles", "elders"] as const;

const linesOn = (page: Page) => page.getByRole("group", { name: /^Ligne \d+$/ });
const licenceOf = (section: string): string => `${facility}/reglages/places?section=creche-03-${section}`;

async function readLines(page: Page): Promise<Line[]> {
  const lines: Line[] = [];
  for (const line of await linesOn(page).all())
    lines.push({
      weekdays: await line
        .locator("input[name$=weekdays]:checked")
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)),
      start: await line.locator("input[name$=start]").inputValue(),
      end: await line.locator("input[name$=end]").inputValue(),
      places: await line.locator("input[name$=places]").inputValue(),
    });
  return lines;
}

const emptyLine: Line = { weekdays: [], start: "", end: "", places: "" };

/** States a licence on the page, from a day on; the lines that it had. */
async function stateLicence(page: Page, section: string, from: string, stated: Line[]): Promise<Line[]> {
  await page.goto(licenceOf(section));
  const before = await readLines(page);
  while ((await linesOn(page).count()) < stated.length)
    await page.getByRole("button", { name: "Ajouter trois lignes" }).click();
  await page.getByLabel("À partir de quel jour ?").fill(from);
  for (const [index, line] of (await linesOn(page).all()).entries()) {
    const { weekdays, start, end, places } = stated[index] ?? emptyLine;
    // The days of a line left empty do not count.
    if (start)
      for (const box of await line.locator("input[name$=weekdays]").all())
        await box.setChecked(weekdays.includes(await box.inputValue()));
    await line.locator("input[name$=start]").fill(start);
    await line.locator("input[name$=end]").fill(end);
    await line.locator("input[name$=places]").fill(places);
  }
  await page.getByRole("button", { name: "Enregistrer cet agrément" }).click();
  await expect(page.getByText(/^Cet agrément vaut à partir du/)).toBeVisible();
  return before;
}

const child = (number: number): { first: string; last: string } => ({
  first: "Enfant",
  last: `Limite${"abcdefghi"[number - 1]}`,
});

/** Emergency care of a child on the Monday morning, as the manager types it. */
async function askEmergency(page: Page, number: number): Promise<void> {
  await page.goto(`${facility}/contrats/urgence`);
  await page.getByLabel("Prénom de l'enfant").fill(child(number).first);
  await page.getByLabel("Nom de l'enfant", { exact: true }).fill(child(number).last);
  await page.getByLabel("Section").selectOption({ label: sections.babies });
  await page.getByLabel("Premier jour").fill(monday);
  await page.getByLabel("Dernier jour").fill(friday);
  await page.getByLabel("Heures", { exact: true }).fill("lun 8h-12h");
  await page.getByRole("button", { name: "Ouvrir cet accueil" }).click();
}

async function takeIn(page: Page, number: number): Promise<void> {
  await askEmergency(page, number);
  await expect(page.getByText(/^L'accueil d'urgence est ouvert/)).toBeVisible();
}

const newHours = "lun 8h-12h\nmar 8h-10h";

/** The Tuesday's two hours, asked as an amendment of a contract that is there. */
async function askTuesday(page: Page, number: number): Promise<string> {
  const { first, last } = child(number);
  await page.goto(`${facility}/contrats?nom=${last}&voir=a-venir`);
  await page.getByRole("link", { name: `${first} ${last}` }).click();
  await page.getByText("Changer les heures, la section ou la fin").click();
  const address = page.url();
  await page.getByLabel("Nouvelles heures").fill(newHours);
  await page.getByRole("button", { name: "Enregistrer le changement" }).click();
  return address;
}

const refusalOn = (page: Page) => page.getByRole("status").filter({ hasText: "Rien n'a été changé" });

/** What the page of places says of the week: its tables, opened. */
async function placesOfTheWeek(page: Page) {
  await page.goto(`${facility}/capacite?periode=${monday}`);
  await page.getByText("Les mêmes chiffres en tableau").first().click();
  const table = page.getByRole("table", { name: `Places restantes, section ${sections.babies}` });
  return (day: string) => table.getByRole("row").filter({ hasText: day });
}

test("a manager cannot exceed 115 % at any instant, nor the hours of the week, and is told which rule and when", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const trouble = watchForTrouble(page);
  await page.setViewportSize(desktop);
  await signInAs(page, "manager");

  // Seven places on the Monday morning and for two hours of the Tuesday: 42 hours in the week.
  const mornings: Line[] = [
    { weekdays: ["1"], start: "08:00", end: "12:00", places: "7" },
    { weekdays: ["2"], start: "08:00", end: "10:00", places: "7" },
  ];
  const none: Line[] = [{ weekdays: ["1"], start: "08:00", end: "12:00", places: "0" }];
  const before = new Map([["babies", await stateLicence(page, "babies", monday, mornings)]]);
  for (const section of others) before.set(section, await stateLicence(page, section, monday, none));

  await test.step("seven places: eight children, 115 % rounded down, and no ninth", async () => {
    for (let number = 1; number <= 7; number++) await takeIn(page, number);
    const near = await placesOfTheWeek(page);
    await expect(near("lundi")).toContainText("Encore un enfant, pas plus");
    await takeIn(page, 8);
    await askEmergency(page, 9);
    const refusal = refusalOn(page);
    await expect(refusal).toContainText(/lundi 6 mars 2028, 8\sh.*12\sh/i);
    await expect(refusal).toContainText("au-delà du surnombre permis : 9 enfants pour 8 au plus");
    await expect(refusal).toContainText(article);
    await expect(refusal).not.toContainText("capacité de la semaine");
    await expect(page.getByLabel("Nom de l'enfant", { exact: true })).toHaveValue(child(9).last);
    await expect(page.getByLabel("Premier jour")).toHaveValue(monday);
    await expect(page.getByLabel("Heures", { exact: true })).toHaveValue("lun 8h-12h");
    await expectSound(page, "emergency care refused");
    await page.goto(`${facility}/contrats?nom=${child(9).last}&voir=a-venir`);
    await expect(page.getByRole("link", { name: child(9).last })).toHaveCount(0);
    await expect(page.getByText(/^Aucun enfant de ce nom/)).toBeVisible();
  });

  await test.step("places are free on the Tuesday, the hours of the week are not", async () => {
    for (let number = 1; number <= 5; number++) {
      await askTuesday(page, number);
      await expect(page.getByText(/^Le changement est enregistré/)).toBeVisible();
    }
    const contract = await askTuesday(page, 6);
    const refusal = refusalOn(page);
    await expect(refusal).toContainText("Semaine du 6 mars 2028");
    await expect(refusal).toContainText(/capacité de la semaine dépassée : 44\sh.* pour 42\sh.* au plus/);
    await expect(refusal).toContainText(article);
    await expect(refusal).not.toContainText("surnombre permis");
    await expect(page.getByLabel("Nouvelles heures")).toHaveValue(newHours);
    await page.goto(contract);
    await expect(page.getByRole("region", { name: "Les heures à venir" })).not.toContainText("mardi");
    await expect(page.getByRole("region", { name: "Ce qui a été convenu" })).not.toContainText(
      "Nouvelles heures",
    );
  });

  await test.step("the page of places says so, in words", async () => {
    const full = await placesOfTheWeek(page);
    await expect(full("lundi")).toContainText("Complet. Toutes les places sont prises.");
    await expect(full("mardi")).toContainText("Complet. Les heures de la semaine sont toutes réservées.");
    await expect(
      page
        .getByText(/100\s%\s·\scomplète/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expectSound(page, "places of a full week");
  });

  // The weeks after have the licence that they had.
  for (const [section, lines] of before) await stateLicence(page, section, nextMonday, lines);
  expect(trouble).toEqual([]);
});
