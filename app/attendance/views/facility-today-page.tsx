import type { ReactNode } from "react";
import { formatDay, formatNumber, formatShortDay, formatTime } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { FacilityTodayView } from "../acts/read-facility-today.server.ts";
import { ClosureList } from "./closure-list.tsx";
import { dayOffText } from "#app/ui/day-off-text.ts";
import { MonthHours } from "./month-hours.tsx";
import styles from "./facility-today-page.module.css";

const glance = ["presentNow", "toCome", "late", "left", "absent"] as const;

/** A facility at a glance. */
export function FacilityTodayPage({ page }: { page: FacilityTodayView }): ReactNode {
  const { t, language } = useWords();
  const { facility, day, now, off, counts, seesNames, unmarked } = page;
  const list = `/structure/${facility.id}/presences`;
  const number = (value: number): string => formatNumber(value, language);
  const numbers = {
    presentNow: counts.present + counts.notLeft,
    toCome: counts.toCome,
    late: counts.late + counts.unknown,
    left: counts.left,
    absent: counts.absent,
  };
  return (
    <Page
      wide
      title={facility.name}
      lead={t("attendance:today.lead", { day: formatDay(day, language), time: formatTime(now, language) })}
    >
      {off && (
        <Notice meaning="information">
          <p>{dayOffText(off, t)}</p>
        </Notice>
      )}
      {(seesNames || page.mayManage) && (
        <ButtonRow>
          {seesNames && (
            <>
              <ButtonLink href={list} kind="main">
                {t("attendance:today.openList")}
              </ButtonLink>
              <ButtonLink href={`/pointage?structure=${facility.id}`}>{t("tablet:open")}</ButtonLink>
              <ButtonLink href={`/structure/${facility.id}/calendrier`}>
                {t("attendance:today.openCalendar")}
              </ButtonLink>
              {page.seesContracts && (
                <>
                  <ButtonLink href={`/structure/${facility.id}/contrats`}>
                    {t("attendance:today.openContracts")}
                  </ButtonLink>
                  <ButtonLink href={`/structure/${facility.id}/occasionnel`}>
                    {t("attendance:today.openOccasional")}
                  </ButtonLink>
                </>
              )}
            </>
          )}
          {page.mayManage && (
            <>
              <ButtonLink href={`/structure/${facility.id}/capacite`}>
                {t("attendance:today.openCapacity")}
              </ButtonLink>
              <ButtonLink href={`/structure/${facility.id}/reglages`}>
                {t("attendance:today.openSettings")}
              </ButtonLink>
            </>
          )}
        </ButtonRow>
      )}
      <h2>{t("attendance:today.numbers")}</h2>
      <dl className={styles.glance}>
        {glance.map((key) => (
          <div key={key}>
            <dt>{t(`attendance:today.${key}`)}</dt>
            <dd>
              {key === "late" && seesNames && numbers.late > 0 ? (
                <a href={`${list}?jour=${day}&voir=a-pointer`}>{number(numbers.late)}</a>
              ) : (
                number(numbers[key])
              )}
            </dd>
          </div>
        ))}
      </dl>
      {unmarked.length > 0 && (
        <Notice meaning="attention" title={t("attendance:today.unmarkedTitle")}>
          <ul className={styles.unmarked}>
            {unmarked.map(({ day: past, count }) => {
              const text = t("attendance:today.unmarked", { day: formatShortDay(past, language), count });
              return (
                <li key={past}>
                  {seesNames ? <a href={`${list}?jour=${past}&voir=a-pointer`}>{text}</a> : text}
                </li>
              );
            })}
          </ul>
          <p>{t("attendance:today.unmarkedWhy")}</p>
        </Notice>
      )}
      <div className={styles.columns}>
        {seesNames && (
          <section>
            <h2>{t("attendance:today.arrivals")}</h2>
            {page.arrivals.length === 0 && <p>{t("attendance:today.noArrival")}</p>}
            <ul className={styles.arrivals}>
              {page.arrivals.map(({ id, childName, plannedStart, sectionName }) => (
                <li key={id}>
                  <time dateTime={plannedStart.toISOString()}>{formatTime(plannedStart, language)}</time>
                  <a href={`${list}#p-${id}`}>{childName}</a>
                  <small>{sectionName}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{t("attendance:today.places")}</h2>
          <DataTable
            caption={t("attendance:today.places")}
            hiddenCaption
            rows={page.sections}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", header: t("attendance:today.section"), cell: ({ name }) => name },
              {
                key: "licensed",
                header: t("attendance:today.licensed"),
                number: true,
                cell: ({ licensed }) => {
                  if (licensed === null) return t("attendance:today.licenceUnknown");
                  return licensed === 0 ? t("attendance:today.closedNow") : number(licensed);
                },
              },
              {
                key: "booked",
                header: t("attendance:today.booked"),
                number: true,
                cell: ({ booked }) => number(booked),
              },
              {
                key: "present",
                header: t("attendance:today.presentInSection"),
                number: true,
                cell: ({ present }) => number(present),
              },
            ]}
          />
        </section>
        <section>
          <h2>{t("attendance:today.week")}</h2>
          <DataTable
            caption={t("attendance:today.week")}
            hiddenCaption
            rows={page.week}
            rowKey={(row) => row.day}
            columns={[
              {
                key: "day",
                header: t("attendance:today.day"),
                cell: (row) => (
                  <>
                    {seesNames ? (
                      <a href={`${list}?jour=${row.day}`}>{formatShortDay(row.day, language)}</a>
                    ) : (
                      formatShortDay(row.day, language)
                    )}
                    {row.off && <small className={styles.off}>{dayOffText(row.off, t)}</small>}
                  </>
                ),
              },
              {
                key: "expected",
                header: t("attendance:today.expected"),
                number: true,
                cell: (row) => number(row.expected),
              },
              {
                key: "absent",
                header: t("attendance:today.absences"),
                number: true,
                cell: (row) => number(row.absent),
              },
            ]}
          />
        </section>
        <section>
          <h2>{t("attendance:today.closures")}</h2>
          {page.closures.length === 0 ? (
            <p>{t("attendance:today.noClosure")}</p>
          ) : (
            <ClosureList closures={page.closures} />
          )}
        </section>
        {page.month && <MonthHours month={page.month} />}
      </div>
    </Page>
  );
}
