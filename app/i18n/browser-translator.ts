// The browser's translator: the same words as i18next gives on the server, without its 14 kB. Only what our words use:
// `room:path.to.key`, `{{value}}`, and plurals by `count`, with `_zero`. tests/i18n/browser-translator.test.ts compares the two.
import type { Language, RoomWords, Translate } from "./translator.ts";

type Branch = { [key: string]: Branch | string };

/** The text at a path among nested words. */
function find(words: Branch | string | undefined, path: string[]): string | null {
  const found = path.reduce<Branch | string | undefined>(
    (branch, step) => (typeof branch === "object" ? branch[step] : undefined),
    words,
  );
  return typeof found === "string" ? found : null;
}

export function browserTranslator(language: Language, words: RoomWords): Translate {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const [room = "", path = ""] = key.split(":");
    const own = (words as Branch)[room];
    const endings =
      typeof values.count === "number"
        ? [...(values.count === 0 ? ["_zero"] : []), `_${plurals.select(values.count)}`, ""]
        : [""];
    const found = endings.map((ending) => find(own, `${path}${ending}`.split(".")));
    const text = found.find((each) => each !== null) ?? path;
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) =>
      name in values ? String(values[name] ?? "") : written,
    );
  };
}
