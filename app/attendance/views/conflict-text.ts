import { formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { TabletConflict } from "../rules/tablet-day.ts";

const time = (instant: number, language: Language): string => formatTime(new Date(instant), language);

/** "Sur « Porte » : arrivée à 8 h 00." */
export function claimText({ who, mark, code, at }: TabletConflict, t: Translate, language: Language): string {
  const what = t(`tablet:said.${mark}`, { time: time(at, language) });
  const reason = mark === "absent" && code ? ` (${t(`tablet:absence.${code}`)})` : "";
  return t("tablet:conflict.other", {
    who: who ?? t("tablet:conflict.person"),
    what: what + reason,
  });
}

/** "Ce qui est écrit (« Salle ») : arrivée à 8 h 20." */
export function standsText({ stands }: TabletConflict, t: Translate, language: Language): string {
  const { state, arrivedAt, leftAt, who } = stands;
  const what = t(`tablet:stands.${state}`, {
    arrived: arrivedAt === null ? "" : time(arrivedAt, language),
    left: leftAt === null ? "" : time(leftAt, language),
  });
  return t("tablet:conflict.stands", { who: who ?? t("tablet:conflict.person"), what });
}
