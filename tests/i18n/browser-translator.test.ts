import { describe, expect, it } from "vitest";
import { browserTranslator } from "#app/i18n/browser-translator.ts";
import { english } from "#app/i18n/en/index.ts";
import { french } from "#app/i18n/fr/index.ts";
import { type RoomWords, translatorFrom } from "#app/i18n/translator.ts";

type Branch = { [key: string]: Branch | string };

/** Every key of the words, and the text behind it. */
function entries(words: Branch, path: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const place = path === "" ? `${key}:` : path.endsWith(":") ? `${path}${key}` : `${path}.${key}`;
    return typeof value === "string" ? [[place, value]] : entries(value, place);
  });
}

describe.each([
  ["fr", french],
  ["en", english],
] as const)("in %s, the browser", (language, words) => {
  const server = translatorFrom(language, words as RoomWords);
  const browser = browserTranslator(language, words as RoomWords);

  it("says what the server says", () => {
    for (const [key, text] of entries(words as Branch, "")) {
      const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => [name!, `<${name}>`]);
      const values = Object.fromEntries(names.filter(([name]) => name !== "count"));
      const [, asked = key] = /^(.*)_(?:zero|one|many|other)$/.exec(key) ?? [];
      expect(browser(key, values)).toBe(server(key, values));
      for (const count of [0, 1, 2, 5, 21, 1_000_000])
        expect(browser(asked, { ...values, count })).toBe(server(asked, { ...values, count }));
    }
  });

  it("shows a key that has no words, like the server", () => {
    expect(browser("ui:nothing.here")).toBe(server("ui:nothing.here"));
    expect(browser("nowhere:at.all")).toBe(server("nowhere:at.all"));
  });
});
