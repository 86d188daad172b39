import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { type Language, translatorFrom } from "./i18n/translator.ts";
import { WordsProvider, carriedWordsId } from "./i18n/words.tsx";

const language = document.documentElement.lang as Language;
const carried = document.getElementById(carriedWordsId)?.textContent ?? "{}";
const t = translatorFrom(language, JSON.parse(carried));

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
