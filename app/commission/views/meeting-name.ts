import { formatDate, formatDay, formatLength } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { Meaning } from "#app/ui/notice.tsx";
import type { MeetingStatus } from "../rules/meeting.ts";
import type { MeetingHead } from "../rules/meeting-view.ts";

/** "Commission du mardi 15 décembre 2026" */
export function meetingName(
  { heldOn }: Pick<MeetingHead, "heldOn">,
  t: Translate,
  language: Language,
): string {
  return t("commission:page.name", { date: formatDay(heldOn, language) });
}

/** "Crèches, accueils qui commencent entre le 4 janvier 2027 et le 30 juin 2027" */
export function meetingScope(
  { careKind, startFrom, startTo }: Pick<MeetingHead, "careKind" | "startFrom" | "startTo">,
  t: Translate,
  language: Language,
): string {
  return t("commission:page.scope", {
    kind: t(`requests:careKind.${careKind}`),
    from: formatDate(startFrom, language),
    to: formatDate(startTo, language),
  });
}

export const statusMeanings: Record<MeetingStatus, Meaning | "neutral"> = {
  preparing: "neutral",
  frozen: "attention",
  published: "success",
  cancelled: "refusal",
};

/** Half-hours a week as a length. */
export function hoursText(halfHours: number, language: Language): string {
  return formatLength(halfHours * 30, language);
}

/** Fewer than one in a hundred is not none. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
