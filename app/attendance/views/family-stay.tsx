import type { ReactNode } from "react";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { FamilyMark, FamilyStay } from "../acts/read-family-calendar.server.ts";
import { type Standing, absenceCodes } from "../rules/presence.ts";
import {
  hoursText,
  isAwaited,
  markId,
  markWho,
  stayHours,
  stayId,
  stayStanding,
} from "./family-calendar-events.ts";
import styles from "./family-calendar-page.module.css";

/** Nothing is asked of the family about a stay that was not marked: no attention to call for. */
const meaning: Record<Standing, "neutral" | "success" | "information" | "attention"> = {
  toCome: "neutral",
  late: "neutral",
  unknown: "neutral",
  present: "success",
  notLeft: "information",
  left: "information",
  absent: "attention",
};

/** A date to know: what it is, for whom, and where to go on. */
export function FamilyMarkLine({ mark }: { mark: FamilyMark }): ReactNode {
  const { t, language } = useWords();
  const { what, hours, href } = mark;
  return (
    <li id={markId(mark)} className={styles.stay}>
      <div>
        <span className={styles.mark}>
          <Icon name={isAwaited(mark) ? "attention" : "information"} size={20} />
          <strong>{t(`attendance:calendar.mark.${what}`)}</strong>
        </span>
        {markWho(mark, t)}
        {hours && <span className={styles.hours}>{hoursText(hours.start, hours.end, t, language)}</span>}
      </div>
      {href && (
        <div className="no-print">
          <a href={href}>{t(`attendance:calendar.${hours ? "openHours" : "open"}`)}</a>
        </div>
      )}
    </li>
  );
}

/** One stay: who, where, when, and what can still be said of it. */
export function FamilyStayLine({ stay }: { stay: FamilyStay }): ReactNode {
  const { t, language } = useWords();
  const { contractId, childName, facilityName, plannedStart, plannedEnd, standing, absenceCode } = stay;
  const night = dayOf(plannedEnd) > dayOf(plannedStart);
  const named = { child: childName, day: formatDay(stay.day, language) };
  const which = (
    <>
      <input type="hidden" name="contractId" value={contractId} />
      <input type="hidden" name="plannedStart" value={plannedStart.toISOString()} />
    </>
  );
  return (
    <li id={stayId(stay)} className={styles.stay}>
      <div>
        <strong>{childName}</strong> · {facilityName}
        <span className={styles.hours}>
          {night && <Icon name="moon" size={18} />}
          {stayHours(stay, t, language)}
        </span>
      </div>
      <div>
        {stay.care && <Tag meaning="information">{t(`attendance:calendar.care.${stay.care}`)}</Tag>}{" "}
        <Tag meaning={meaning[standing]}>{stayStanding(stay, t, language)}</Tag>
        {standing === "absent" && <small> {t(`attendance:absence.${absenceCode ?? "none"}`)}</small>}
      </div>
      {stay.mayReport && standing !== "absent" && (
        <details className={styles.report}>
          <summary aria-label={t("attendance:family.reportOf", named)}>
            {t("attendance:family.report")}
          </summary>
          <form method="post">
            {which}
            <p>{t("attendance:family.reason")}</p>
            {absenceCodes.map((code) => (
              <Button key={code} small name="absence" value={code}>
                {t(`attendance:absence.${code}`)}
              </Button>
            ))}
          </form>
        </details>
      )}
      {stay.tooLate && (
        <p className={styles.tooLate}>
          {t(`attendance:family.${stay.tooLate.phone ? "tooLate" : "tooLateNoPhone"}`, {
            limit: formatInstant(stay.tooLate.limit, language),
            facility: facilityName,
            phone: stay.tooLate.phone ?? "",
          })}
        </p>
      )}
      {stay.mayReport && standing === "absent" && (
        <form method="post" className={styles.report}>
          {which}
          <Button small name="absence" value="none" aria-label={t("attendance:family.cancelOf", named)}>
            {t("attendance:family.cancel")}
          </Button>
        </form>
      )}
    </li>
  );
}
