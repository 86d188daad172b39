import type { Translate } from "#app/i18n/translator.ts";

/** "Lina Moreau"; before the birth, words for a child whose name nobody has told yet. */
export function fullName(child: { firstName: string; lastName: string }, t: Translate): string {
  const { firstName, lastName } = child;
  return firstName ? `${firstName} ${lastName}` : t("requests:expectedChild", { lastName });
}
