import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { browserTranslator } from "./i18n/browser-translator.ts";
import type { Language } from "./i18n/translator.ts";
import { WordsProvider, carriedWordsId } from "./i18n/words.tsx";

const language = document.documentElement.lang as Language;
const carried = document.getElementById(carriedWordsId)?.textContent ?? "{}";
const t = browserTranslator(language, JSON.parse(carried));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <WordsProvider t={t} language={language} carried={carried}>
        <RemixBrowser />
      </WordsProvider>
    </StrictMode>,
  );
});
