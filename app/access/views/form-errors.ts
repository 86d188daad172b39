import type { Translate } from "#app/i18n/translator.ts";
import type { FormReply } from "#app/platform/web/form.server.ts";

export type TranslatedErrors = {
  list: { name: string; message: string }[];
  of: (name: string) => string | null;
};

/** What is wrong in a form that came back, in the reader's words. */
export function translateErrors(reply: FormReply | undefined, t: Translate): TranslatedErrors {
  const list = Object.entries(reply?.errors ?? {}).map(([name, key]) => ({ name, message: t(key) }));
  return { list, of: (name) => list.find((error) => error.name === name)?.message ?? null };
}
