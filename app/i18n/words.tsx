import { createContext, useContext, type ReactNode } from "react";
import type { Language, Translate } from "./translator.ts";

type Words = {
  t: Translate;
  language: Language;
  /** The words that an interactive page carries for the browser, as JSON; null on plain pages. */
  carried: string | null;
};

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({ children, ...words }: Words & { children: ReactNode }): ReactNode {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

/** The reader's language, and the words in it. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("useWords needs a WordsProvider above it.");
  return words;
}

export const carriedWordsId = "words";

/** Puts the words in the page as data; rendered once, in the root. */
export function CarriedWords(): ReactNode {
  const { carried } = useWords();
  if (carried === null) return null;
  return <script type="application/json" id={carriedWordsId} dangerouslySetInnerHTML={{ __html: carried }} />;
}
