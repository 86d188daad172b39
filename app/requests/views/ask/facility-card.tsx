import type { ReactNode } from "react";
import { runsOf } from "#app/calendar/rules/pattern-summary.ts";
import { formatLength, formatMinute } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { FieldNotes, fieldId } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { daysText } from "#app/ui/week-text.ts";
import type { RankedFacility } from "../../acts/read-ask-wishes.server.ts";
import { ranks, wishName } from "../../rules/ask-form-wishes.ts";
import type { Shortfall } from "../../rules/wishes.ts";
import styles from "./facility-card.module.css";

function useShortfallText(): (shortfall: Shortfall) => string {
  const { t, language } = useWords();
  return (shortfall) => {
    const key = `families:ask.wishes.shortfall.${shortfall.code}`;
    switch (shortfall.code) {
      case "closedDays":
        return t(key, { days: daysText(runsOf(shortfall.weekdays), t, language) });
      case "closedBetween":
        return t(key, {
          start: formatMinute(shortfall.start, language),
          end: formatMinute(shortfall.end, language),
        });
      default:
        return t(key, { time: formatMinute(shortfall.minute, language) });
    }
  };
}

/** The sentence of a coverage that is known. */
export function coverageKey({
  coveredMinutes,
  coversAll,
}: Pick<RankedFacility, "coveredMinutes" | "coversAll">): string {
  if (coversAll) return "families:ask.wishes.coversAll";
  return coveredMinutes === 0 ? "families:ask.wishes.coversNone" : "families:ask.wishes.covers";
}

/** How much of the hours a facility covers: in words, as a bar, and why not all. */
export function Coverage({
  facility,
  weeklyMinutes,
}: {
  facility: Pick<RankedFacility, "coveredMinutes" | "coversAll" | "shortfalls">;
  weeklyMinutes: number;
}): ReactNode {
  const { t, language } = useWords();
  const shortfallText = useShortfallText();
  const { coveredMinutes, coversAll, shortfalls } = facility;
  if (coveredMinutes === null) return <p className={styles.cover}>{t("families:ask.wishes.hoursUnknown")}</p>;
  const ratio = Math.min(1, coveredMinutes / weeklyMinutes);
  return (
    <>
      <p className={coversAll ? `${styles.cover} ${styles.all}` : styles.cover}>
        <Icon name={coversAll ? "success" : "clock"} size={22} />
        {t(coverageKey(facility), {
          covered: formatLength(coveredMinutes, language),
          total: formatLength(weeklyMinutes, language),
        })}
      </p>
      <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.whole} width="100" height="4" />
        <rect className={styles.part} width={Math.round(ratio * 100)} height="4" />
      </svg>
      {shortfalls.length > 0 && (
        <p className={styles.why}>
          {t("families:ask.wishes.why", {
            reasons: new Intl.ListFormat(language).format(shortfalls.slice(0, 3).map(shortfallText)),
          })}
        </p>
      )}
    </>
  );
}

/** A facility to wish for, with the rank that the family gives it. */
export function FacilityCard({
  facility,
  weeklyMinutes,
  error,
}: {
  facility: RankedFacility;
  weeklyMinutes: number;
  error: string | null;
}): ReactNode {
  const { t } = useWords();
  const name = wishName(facility.id);
  const id = fieldId(name);
  const where = [
    t(`families:ask.wishes.kind.${facility.kind}`),
    facility.operator,
    facility.sameQuarter
      ? t("families:ask.wishes.yourQuarter", { quarter: facility.quarterName })
      : facility.quarterName,
    facility.kilometres !== null &&
      !facility.sameQuarter &&
      t("families:ask.wishes.distance", { km: Math.max(1, Math.round(facility.kilometres)) }),
  ].filter(Boolean);
  return (
    <li className={styles.card}>
      <h3 className={styles.name}>{facility.name}</h3>
      <p className={styles.where}>{where.join(" · ")}</p>
      <Coverage facility={facility} weeklyMinutes={weeklyMinutes} />
      <FieldNotes id={id} error={error} />
      <div className={styles.wish}>
        <label htmlFor={id}>
          {t("families:ask.wishes.rank")} <span className="visually-hidden">({facility.name})</span>
        </label>
        <select
          id={id}
          name={name}
          defaultValue={facility.rank}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        >
          <option value="">{t("families:ask.wishes.noRank")}</option>
          {ranks.map((rank) => (
            <option key={rank} value={rank}>
              {t(`families:ask.wishes.nth.${rank}`)}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}
