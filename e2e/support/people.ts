import type { Page } from "@playwright/test";

/** The people of the demonstration town, as the sign-in page names their work. */
export const people = {
  parent: "Parent",
  coordinator: "Coordination CCAS",
  manager: "Direction de crèche",
  attendance: "Pointage",
  association: "Association périscolaire",
  adviser: "Relais petite enfance",
  caf: "Travail social Caf",
  observer: "Comité de pilotage",
  administrator: "Administration",
} as const;
export type Person = keyof typeof people;

export const phone = { width: 390, height: 844 };
export const tablet = { width: 820, height: 1180 };
export const desktop = { width: 1280, height: 900 };

/** Signs in by the one-click account of a person's work. */
export async function signInAs(page: Page, person: Person): Promise<void> {
  await page.goto("/connexion");
  await page.locator("button[name=compte]", { has: page.getByText(people[person], { exact: true }) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Se déconnecter" }).click();
}

/** The address of the first link of a message, read in the mailbox page of the demonstration. */
export async function linkInMail(page: Page, subject: string | RegExp, link: RegExp): Promise<string> {
  await page.goto("/courrier");
  const message = page.getByRole("article").filter({ has: page.getByRole("heading", { name: subject }) });
  const address = await message.first().getByRole("link", { name: link }).first().getAttribute("href");
  if (!address) throw new Error(`No link ${link} in the message "${subject}"`);
  return address;
}

/** What the browser refused or could not run: a Content-Security-Policy violation, an error of a script. */
export function watchForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) trouble.push(message.text());
  });
  return trouble;
}
