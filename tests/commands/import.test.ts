import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importCommand, readArguments, terminalLanguage } from "#app/commands/import.ts";
import { french } from "#app/i18n/fr/index.ts";
import { testDatabase } from "#tests/support/database.ts";

const { url, db } = await testDatabase();
// Read once by the process: before the first command.
process.env.DATABASE_URL = url;
process.env.LC_ALL = "fr_FR.UTF-8";

const fixture = (name: string): string => path.join(import.meta.dirname, "../fixtures", name);

async function runImport(
  ...args: string[]
): Promise<{ code: number; said: string[]; warned: string[]; states: string[] }> {
  const [said, warned, states]: [string[], string[], string[]] = [[], [], []];
  const io = {
    say: (line: string) => void said.push(line),
    warn: (line: string) => void warned.push(line),
    progress: (state: string) => void states.push(state),
  };
  return { code: await importCommand.run(args, io), said, warned, states };
}

describe("npx guichet import", () => {
  beforeEach(async () => {
    await db.facility.deleteMany();
    await db.zone.deleteMany();
  });

  it("reports each line with its number, the totals and whether it was kept", async () => {
    const { code, said, states } = await runImport("zones", fixture("zones.csv"));
    expect(code).toBe(0);
    expect(said).toEqual([
      "Ligne 2 · ajout · TEST-01 Le Moulin",
      "Ligne 3 · ajout · TEST-02 Le Port",
      "Ligne 4 · ajout · TEST-03 La Côte",
      "",
      "zones.csv : 3 ajouts",
      "Tout a été enregistré.",
    ]);
    expect(states).toEqual(["100 % (3 sur 3)"]);
    expect(await db.zone.count()).toBe(3);
    const again = await runImport("zones", fixture("zones.csv"));
    expect(again.said.at(-1)).toBe("Rien n'a changé : tout était déjà enregistré.");
  });

  it("--dry-run says the same and keeps nothing", async () => {
    const { code, said } = await runImport("--dry-run", "facilities", fixture("facilities.csv"));
    expect(code).toBe(0);
    expect(said.join("\n")).toContain("Horaires : inconnu.");
    expect(said.at(-1)).toContain("rien n'a été enregistré");
    expect(await db.facility.count()).toBe(0);
  });

  it("fails when the file is not the right one, is not there, or is not asked for properly", async () => {
    const wrong = await runImport("facilities", fixture("school-calendar.csv"));
    expect(wrong.code).toBe(1);
    expect(wrong.warned).toContain("  Il manque la colonne « name ».");
    expect((await runImport("zones", "/nowhere.csv")).code).toBe(1);
    expect((await runImport("zoos", fixture("zones.csv"))).code).toBe(2);
    expect((await runImport("zones")).code).toBe(2);
    expect(readArguments(["zones", "a.csv", "--dryrun"])).toBeNull();
  });

  it("speaks the language of the terminal", () => {
    expect(terminalLanguage({ LANG: "en_GB.UTF-8" })).toBe("en");
    expect(terminalLanguage({ LANG: "C.UTF-8" })).toBe("fr");
    expect(terminalLanguage({ LC_ALL: "fr_FR", LANG: "en_GB" })).toBe("fr");
  });

  it("has a sentence for everything that an import may say", async () => {
    const { readFileSync, readdirSync } = await import("node:fs");
    const folders = ["platform/files", "territory/acts", "facilities/acts", "requests/acts"];
    const root = path.join(import.meta.dirname, "../../app");
    const files = folders
      .flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name)))
      .filter((file) => /import|parse|plan-(rows|operators)|read-(table|columns)/.test(path.basename(file)));
    const codes = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/code: (?:\w+ \? )?"([\w.]+)"(?: : "([\w.]+)")?/g)].flatMap(
        ([, one, other]) => [one!, other ?? one!],
      ),
    );
    const sentence = (code: string): unknown =>
      code
        .split(".")
        .reduce<unknown>((words, key) => (words as Record<string, unknown>)?.[key], french.imports.note);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => typeof sentence(code) !== "string")).toEqual([]);
  });
});
