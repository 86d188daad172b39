import { english } from "./en/index.ts";
import { french } from "./fr/index.ts";
import { type Language, type RoomWords, type Translate, translatorFrom } from "./translator.ts";

const resources: Record<Language, RoomWords> = { fr: french, en: english };

const translators = new Map<Language, Translate>();

export function translator(language: Language): Translate {
  const known = translators.get(language) ?? translatorFrom(language, resources[language]);
  translators.set(language, known);
  return known;
}

/** The words of some rooms, for a page that goes on living in the browser. */
export function wordsOf(language: Language, rooms: string[]): RoomWords {
  return Object.fromEntries(rooms.map((room) => [room, resources[language][room] ?? {}]));
}
