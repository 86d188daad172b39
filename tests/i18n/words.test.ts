import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { permissions } from "#app/access/rules/permissions.ts";
import { english } from "#app/i18n/en/index.ts";
import { french } from "#app/i18n/fr/index.ts";
import { translator } from "#app/i18n/resources.server.ts";

type Words = { [key: string]: string | Words };

/** Every key with its text, plural endings set apart: French has three forms, English two. */
function flatten(words: Words, prefix = ""): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const withoutPlural = (key: string): string => key.replace(/_(one|many|other|zero)$/, "");
const rooms = Object.keys(french) as (keyof typeof french)[];
const keysOf = (words: Words): string[] =>
  [...new Set(flatten(words).map(([key]) => withoutPlural(key)))].sort();

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(full);
    return /\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

describe("the words", () => {
  it.each(rooms)("of the room %s say the same things in French and in English", (room) => {
    expect(keysOf(english[room] as Words)).toEqual(keysOf(french[room] as Words));
  });

  it.each(rooms)("of the room %s name the same values in both languages", (room) => {
    const values = (text: string): string[] =>
      [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!).sort();
    const englishTexts = new Map(flatten(english[room] as Words));
    for (const [key, text] of flatten(french[room] as Words)) {
      const other = englishTexts.get(key);
      if (other !== undefined) expect([key, new Set(values(other))]).toEqual([key, new Set(values(text))]);
    }
  });

  it.each(rooms)("of the room %s give every plural that a language needs", (room) => {
    const forms = { fr: ["one", "many", "other"], en: ["one", "other"] };
    for (const [language, words] of [
      ["fr", french[room]],
      ["en", english[room]],
    ] as const) {
      const keys = new Set(flatten(words as Words).map(([key]) => key));
      const counted = [...keys].filter((key) => /_(one|many|other)$/.test(key)).map(withoutPlural);
      for (const key of counted) for (const form of forms[language]) expect(keys).toContain(`${key}_${form}`);
    }
  });

  it("exist for every key that the code names in full", () => {
    const t = translator("fr");
    const missing: string[] = [];
    for (const file of sourceFiles("app")) {
      for (const [, key] of readFileSync(file, "utf8").matchAll(
        /["'`]((?:[a-z]+):[a-zA-Z][\w.-]*[\w])["'`]/g,
      )) {
        const [room] = key!.split(":");
        if (!rooms.includes(room as (typeof rooms)[number]) || key! in permissions) continue;
        if (t(key!, { count: 2 }) === key!.slice(room!.length + 1)) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
