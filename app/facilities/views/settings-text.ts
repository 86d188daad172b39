import { runsOf } from "#app/calendar/rules/pattern-summary.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import { formatMinute } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { daysText, hoursText } from "#app/ui/week-text.ts";
import { type FacilityKind, careKindOf } from "../rules/kinds.ts";
import type { FacilitySettings } from "../rules/settings.ts";

/** Which choices the law leaves to a kind of facility. */
export function choicesOf(kind: FacilityKind): { ratio: boolean; overCapacity: boolean; pedt: boolean } {
  const nursery = careKindOf(kind) === "nursery";
  const athome = kind === "familyNursery" || kind === "childminder";
  return { ratio: nursery && !athome, overCapacity: nursery && !athome, pedt: !nursery };
}

/** "du lundi au vendredi, 8 h 00 – 18 h 00" */
export function bandText(
  weekdays: Weekday[],
  { startMinute: start, endMinute: end }: { startMinute: number; endMinute: number },
  t: Translate,
  language: Language,
): string {
  return t("facilities:settings.band", {
    days: daysText(runsOf(weekdays), t, language),
    hours: hoursText({ start, end }, t, language),
  });
}

export function cutOffText(
  { absenceCutOffDays: count, absenceCutOffMinute: minute }: FacilitySettings,
  t: Translate,
  language: Language,
): string {
  if (count === 0 && minute === 0) return t("facilities:settings.cutOff.untilStay");
  const time = formatMinute(minute, language);
  return count === 0
    ? t("facilities:settings.cutOff.sameDay", { time })
    : t("facilities:settings.cutOff.before", { count, time });
}

/** What a facility chose, term by term. */
export function settingsFacts(
  settings: FacilitySettings,
  kind: FacilityKind,
  t: Translate,
  language: Language,
): { term: string; value: string }[] {
  const choices = choicesOf(kind);
  const { ratioRule, ratioRounding, overCapacity, hasPedt, roundingMinutes, toleranceMinutes } = settings;
  const yesNo = (yes: boolean): string => t(yes ? "facilities:settings.yes" : "facilities:settings.no");
  const fact = (name: string, value: string): { term: string; value: string } => ({
    term: t(`facilities:settings.term.${name}`),
    value,
  });
  return [
    ...(choices.ratio
      ? [
          fact("ratioRule", t(`facilities:settings.ratioRule.${ratioRule}`)),
          ...(ratioRule === "byWalking"
            ? [fact("ratioRounding", t(`facilities:settings.ratioRounding.${ratioRounding}`))]
            : []),
        ]
      : []),
    ...(choices.overCapacity ? [fact("overCapacity", yesNo(overCapacity))] : []),
    ...(choices.pedt ? [fact("hasPedt", yesNo(hasPedt))] : []),
    fact("cutOff", cutOffText(settings, t, language)),
    fact(
      "rounding",
      roundingMinutes === 0
        ? t("facilities:settings.rounding.none")
        : t("facilities:settings.rounding.begun", { count: roundingMinutes }),
    ),
    fact("tolerance", t("facilities:settings.minutes", { count: toleranceMinutes })),
  ];
}
