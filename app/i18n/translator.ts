import i18next, { type i18n, type Resource } from "i18next";

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

/** `t("room:path.to.key", { name })` */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

export type RoomWords = Resource[string];

/** Builds a translator from words already at hand; the browser uses it with the words its page carries. */
export function translatorFrom(language: Language, words: RoomWords): Translate {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: words },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  return (key, values) => instance.t(key, values ?? {});
}

/** The language chosen, else the first of the browser's that we speak, else French. */
export function languageOf(chosen: unknown, acceptLanguage: string | null): Language {
  const wanted = [
    chosen,
    ...(acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase()),
  ];
  return (
    languages.find((language) => language === wanted.find((each) => languages.includes(each as Language))) ??
    "fr"
  );
}
