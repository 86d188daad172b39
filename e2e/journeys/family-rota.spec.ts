import { type Page, expect, test } from "@playwright/test";
import { phone, watchForTrouble } from "../support/people.ts";

const go = (page: Page) => page.getByRole("button", { name: "Continuer" }).click();
const week = (page: Page) => page.getByRole("region", { name: "La semaine demandée" });

/** A draft with its child, at the question of hours. */
async function toHours(page: Page): Promise<void> {
  await page.goto("/demandes/nouvelle");
  await page.getByRole("button", { name: /Commencer/ }).click();
  await page.getByLabel("Crèche").check();
  await page.getByLabel("Oui, déjà né").check();
  await page.getByLabel("Date de naissance").fill("2025-11-03");
  await page.getByLabel("Prénom de l'enfant").fill("Léa");
  await page.getByLabel("Nom de l'enfant", { exact: true }).fill("Weber");
  await go(page);
  await page.goto("/demandes/nouvelle/horaires?enfant=0");
}

async function chooseWeeks(page: Page, label: string): Promise<void> {
  await page.getByLabel("Vos semaines se ressemblent-elles").selectOption({ label });
  const show = page.getByRole("button", { name: "Afficher ces semaines" });
  if (await show.isVisible()) await show.click();
}

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");

/** Nights from 21:00 to 7:00 on days counted from a Monday, and a day of leave. */
const workCalendar = (monday: string, days: number[]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Employer//Rota//FR",
    ...days.flatMap((at) => [
      "BEGIN:VEVENT",
      `UID:shift-${at}@employer.example`,
      "DTSTAMP:20261101T000000Z",
      `DTSTART;TZID=Europe/Paris:${day(monday, at)}T210000`,
      `DTEND;TZID=Europe/Paris:${day(monday, at + 1)}T070000`,
      "SUMMARY:Nuit",
      "END:VEVENT",
    ]),
    "BEGIN:VEVENT",
    "UID:leave@employer.example",
    "DTSTAMP:20261101T000000Z",
    `DTSTART;VALUE=DATE:${day(monday, 25)}`,
    "SUMMARY:Congé",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");

const sendCalendar = async (page: Page, text: string) => {
  const file = page.getByLabel("Le fichier du planning");
  if (!(await file.isVisible())) await page.getByText("Partir du planning de votre employeur").click();
  await page.getByLabel("Trajet avant le travail").fill("30");
  await page.getByLabel("Trajet après le travail").fill("45");
  await file.setInputFiles({ name: "rota.ics", mimeType: "text/calendar", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Lire ce planning" }).click();
};

test.use({ viewport: phone, hasTouch: true });

test("a nurse draws two weeks that alternate with a real finger, then with the keyboard across midnight", async ({
  page,
}) => {
  const trouble = watchForTrouble(page);
  await toHours(page);
  await page.getByLabel("À partir de quel jour").fill("2027-01-04");
  await chooseWeeks(page, "Non, deux semaines alternent");
  const steps = page.getByRole("list", { name: "Vos semaines" });
  await expect(steps.getByRole("button")).toHaveCount(2);
  await steps.getByRole("button", { name: "Semaine A" }).click();

  const client = await page.context().newCDPSession(page);
  const stroke = async (row: number, from: number, to: number) => {
    const track = page.locator(`[data-day="${row}"]`);
    await track.scrollIntoViewIfNeeded();
    const box = (await track.boundingBox())!;
    const y = box.y + box.height / 2;
    const x = (hour: number) => box.x + (box.width * hour) / 24;
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", hour?: number) =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: hour === undefined ? [] : [{ x: x(hour), y }],
      });
    await touch("touchStart", from + 0.1);
    for (let part = 1; part <= 8; part++) await touch("touchMove", from + ((to - from) * part) / 8 - 0.1);
    await touch("touchEnd");
  };
  await stroke(0, 20, 24);
  await stroke(1, 0, 7);
  await expect(week(page)).toContainText("Semaine A, lundi : 20 h 00 – 7 h 00 (le lendemain)");

  await steps.getByRole("button", { name: "Semaine B" }).click();
  const grid = page.getByRole("grid", { name: /Semaine B à dessiner/ });
  await grid.locator('[tabindex="0"]').focus();
  // From Tuesday morning, where the finger was last, to Friday; then from 22:00 on, past midnight.
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowDown");
  await expect(grid.locator(":focus")).toHaveAttribute("aria-label", /^vendredi/);
  while (!/22.h.00|22:00/.test((await grid.locator(":focus").getAttribute("aria-label"))!))
    await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  for (let step = 0; step < 15; step++) await page.keyboard.press("Shift+ArrowRight");
  await expect(week(page)).toContainText("Semaine B, vendredi : 22 h 00 – 6 h 00 (le lendemain)");
  await expect(week(page)).toContainText("9 h 30 par semaine en moyenne");
  expect(trouble).toEqual([]);
});

test("a cashier fills six weeks, one open at a time, and changes language on the way", async ({ page }) => {
  const trouble = watchForTrouble(page);
  await toHours(page);
  await page.getByLabel("À partir de quel jour").fill("2027-01-04");
  await chooseWeeks(page, "Non, 6 semaines se suivent");
  const steps = page.getByRole("list", { name: "Vos semaines" });
  await steps.getByRole("button", { name: "Semaine 1" }).click();
  await page.getByRole("button", { name: "Tôt : 5 h 30 – 14 h" }).click();
  await page.getByRole("button", { name: "Copier Semaine 1 sur toutes les autres" }).click();
  await steps.getByRole("button", { name: "Semaine 6" }).click();
  await page.getByRole("button", { name: "Soir : 13 h 30 – 22 h" }).click();
  await expect(week(page)).toContainText("Semaine 6, du lundi au vendredi : 13 h 30 – 22 h 00");

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const english = page.getByRole("region", { name: "The week asked for" });
  await expect(english).toContainText("13:30 – 22:00");
  await expect(page.getByLabel("From which day")).toHaveValue("2027-01-04");
  await page.getByRole("button", { name: "Français" }).click();
  await expect(week(page)).toContainText("Semaine 6, du lundi au vendredi : 13 h 30 – 22 h 00");
  await expect(week(page)).toContainText("Semaine 5, du lundi au vendredi : 5 h 30 – 14 h 00");
  expect(trouble).toEqual([]);
});

test("a driver sends the employer's calendar, reads what was understood, and repeats its weeks", async ({
  page,
}) => {
  await toHours(page);
  await page.getByLabel("À partir de quel jour").fill("2027-01-04");
  await sendCalendar(page, "Bonjour, voici mes horaires");
  await expect(page.getByRole("alert")).toContainText("Ce fichier n'est pas un agenda");
  await expect(page.getByLabel("À partir de quel jour")).toHaveValue("2027-01-04");
  await expect(page.getByLabel("Trajet avant le travail")).toHaveValue("30");

  await sendCalendar(page, workCalendar("2026-11-30", [0, 1, 11, 14, 15, 25, 28, 29, 39]));
  await expect(page.getByText("Nous avons lu 9 périodes de travail")).toBeVisible();
  await expect(page.getByText("lundi 30 novembre 2026")).toBeVisible();
  await expect(page.getByText("Ces semaines se répètent toutes les 2 semaines")).toBeVisible();
  await expect(page.getByText("1 événement d'une journée entière n'est pas compté")).toBeVisible();
  await page.getByLabel("Oui, jusqu'à 4 semaines plus tard").check();
  await go(page);
  await expect(page.getByRole("alert")).toContainText("Dites ce que vous gardez du planning lu");
  await page.getByRole("button", { name: "Répéter ces 2 semaines" }).click();
  await expect(week(page)).toContainText("lundi et mardi : 20 h 30 – 7 h 45 (le lendemain)");
  await expect(page.getByLabel("Vos semaines se ressemblent-elles")).toHaveValue("2");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the weeks of a calendar are kept by their dates, changed, added and removed one by one", async ({
    page,
  }) => {
    await toHours(page);
    await page.getByLabel("À partir de quel jour").fill("2026-12-01");
    await sendCalendar(page, workCalendar("2026-11-30", [0, 1, 11]));
    await page.getByRole("button", { name: "Garder les dates exactes" }).click();
    await expect(week(page)).toContainText(
      "Semaine du 30 novembre 2026, lundi et mardi : 20 h 30 – 7 h 45 (le lendemain)",
    );
    await page.getByLabel("Ajouter une semaine").fill("2027-03-24");
    await page.getByRole("button", { name: "Ajouter cette semaine" }).click();
    const added = page.getByRole("group").filter({ hasText: "Semaine du 22 mars 2027" }).first();
    await expect(added.getByText("Semaine du 22 mars 2027").first()).toBeVisible();
    await added.getByLabel("De (samedi)", { exact: true }).fill("22:00");
    await added.getByLabel("à (samedi)", { exact: true }).fill("06:00");
    await added.getByLabel("jusqu'au lendemain").nth(10).check();
    await page.getByRole("button", { name: "Voir le dessin et le total" }).click();
    await expect(week(page)).toContainText("l'accueil dure 7 h au lieu de 8 h");
    await page.getByText("Semaine du 7 décembre 2026").first().click();
    await page.getByRole("button", { name: "Retirer cette semaine" }).filter({ visible: true }).click();
    await expect(week(page)).not.toContainText("7 décembre 2026");

    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("region", { name: "The week asked for" })).toContainText("22 March 2027");
  });
});
