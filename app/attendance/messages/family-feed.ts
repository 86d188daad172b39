// A family's calendar as its telephone shows it: first names, names of facilities, and nothing else.
import type { Translate } from "#app/i18n/translator.ts";
import { dayOffText } from "#app/ui/day-off-text.ts";
import type { OffRun } from "../rules/calendar-stays.ts";
import { type Standing, isUnplanned } from "../rules/presence.ts";
import type { FeedText } from "./feed-text.ts";

type Stay = {
  agreementId: string;
  plannedStart: Date;
  plannedEnd: Date;
  childName: string;
  facilityName: string;
  standing: Standing;
  changedAt: Date;
  care: "adaptation" | "occasional" | "emergency" | null;
};

export function familyFeed(
  { stays, closures }: { stays: Stay[]; closures: (OffRun & { facilityName: string })[] },
  t: Translate,
): FeedText {
  return {
    name: t("attendance:feed.family.name"),
    events: stays
      .filter((stay) => !isUnplanned(stay))
      .map(
        ({ agreementId, plannedStart, plannedEnd, childName, facilityName, standing, changedAt, care }) => {
          const absent = standing === "absent";
          const named = { child: childName, facility: facilityName };
          return {
            uid: `stay-${agreementId}-${plannedStart.getTime()}@guichet-familles`,
            start: plannedStart,
            end: plannedEnd,
            title: t(`attendance:feed.family.${absent ? "absent" : (care ?? "stay")}`, named),
            status: absent ? ("CANCELLED" as const) : ("CONFIRMED" as const),
            lastModified: changedAt,
            location: facilityName,
          };
        },
      ),
    days: closures.map(({ from, to, off, facilityName }) => ({
      uid: `off-${off.reason}-${from}-${to}-${"code" in off ? off.code : encodeURIComponent(off.label)}@guichet-familles`,
      day: from,
      endDay: to,
      title: t("attendance:feed.closed", { reason: dayOffText(off, t), facility: facilityName }),
    })),
  };
}
