import type { PictureCell } from "#app/facilities/rules/capacity-picture.ts";
import type { Translate } from "#app/i18n/translator.ts";

/** How much room there is, and what limits; before the rule is reached, the one that comes next. */
export function limitText({ tone, cause }: Pick<PictureCell, "tone" | "cause">, t: Translate): string {
  const said = t(`facilities:capacity.tone.${tone}`);
  if (!cause) return said;
  return tone === "near"
    ? t("facilities:capacity.toneAndNext", { tone: said, rule: t(`facilities:capacity.rule.${cause}`) })
    : t("facilities:capacity.toneAndCause", { tone: said, cause: t(`facilities:capacity.cause.${cause}`) });
}
