import type { Translate } from "#app/i18n/translator.ts";

/** A first name, or words for a child whose name nobody has told yet. */
export function childName(firstName: string, t: Translate): string {
  return firstName || t("allocation:family.unborn");
}
