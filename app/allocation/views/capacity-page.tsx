import type { ReactNode } from "react";
import { formatDate, formatLength, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { shownPart, weekTone } from "#app/facilities/rules/capacity-picture.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CapacityPage as View } from "../acts/read-capacity-page.server.ts";
import { periodParam } from "../rules/capacity-period.ts";
import { CapacityLegend, PlacesGrid, StaffGrid } from "./capacity-grid.tsx";
import { PlacesTwin, StaffTwin } from "./capacity-twin.tsx";
import { WhatIfAnswer, WhatIfForm } from "./what-if.tsx";
import styles from "./capacity.module.css";

/** Weeks drawn; all of them are in the table. */
const weeksDrawn = 6;

function PeriodForm({ page: { period } }: { page: View }): ReactNode {
  const { t, language } = useWords();
  return (
    <form method="get" className={styles.period}>
      <SelectField
        name="periode"
        label={t("facilities:capacity.period")}
        defaultValue={periodParam(period.choice)}
        options={[
          { value: "ecole", label: t("facilities:capacity.schoolWeeks") },
          { value: "fin", label: t("facilities:capacity.untilEnd") },
          ...period.weeks.map((monday) => ({
            value: monday,
            label: t("facilities:capacity.weekOf", { date: formatDate(monday, language) }),
          })),
        ]}
      />
      <Button>{t("facilities:capacity.show")}</Button>
    </form>
  );
}

function Weeks({ page: { weeks, articles } }: { page: View }): ReactNode {
  const { t, language } = useWords();
  const ratio = (week: View["weeks"][number]): number => week.heldMinutes / week.licensedMinutes;
  const drawn = [...weeks]
    .sort((a, b) => ratio(b) - ratio(a))
    .slice(0, weeksDrawn)
    .sort((a, b) => a.monday.localeCompare(b.monday));
  const said = (week: View["weeks"][number]): string => {
    const tone = weekTone(week.leftMinutes);
    return tone === "room" ? "" : t(`facilities:capacity.weekTone.${tone}`);
  };
  return (
    <Figure
      title={t("facilities:capacity.weeksTitle")}
      reading={t(
        weeks.length > weeksDrawn ? "facilities:capacity.weeksFullest" : "facilities:capacity.weeksReading",
        { count: weeksDrawn },
      )}
      notes={[t("facilities:capacity.weeksNote", { article: articles.overCapacity })]}
      table={
        <DataTable
          caption={t("facilities:capacity.weeksTitle")}
          hiddenCaption
          rows={weeks}
          rowKey={({ monday }) => monday}
          columns={[
            {
              key: "week",
              header: t("facilities:capacity.week"),
              cell: ({ monday }) => t("facilities:capacity.weekOf", { date: formatDate(monday, language) }),
            },
            {
              key: "held",
              header: t("facilities:capacity.heldHours"),
              number: true,
              cell: ({ heldMinutes }) => formatLength(heldMinutes, language),
            },
            {
              key: "licensed",
              header: t("facilities:capacity.licensedHours"),
              number: true,
              cell: ({ licensedMinutes }) => formatLength(licensedMinutes, language),
            },
            {
              key: "ratio",
              header: t("facilities:capacity.share"),
              number: true,
              cell: (week) => formatPercent(ratio(week), language),
            },
            { key: "said", header: t("facilities:capacity.limit"), cell: said },
          ]}
        />
      }
    >
      <BarChart
        title={t("facilities:capacity.weeksTitle")}
        series={[t("facilities:capacity.heldHours")]}
        max={Math.max(1, ...drawn.map(ratio))}
        groups={drawn.map((week) => ({
          label: t("facilities:capacity.weekOf", { date: formatDate(week.monday, language) }),
          bars: [
            {
              value: ratio(week),
              text: [formatPercent(ratio(week), language), said(week)].filter(Boolean).join(" · "),
            },
          ],
        }))}
      />
    </Figure>
  );
}

/** Where the places of a facility are left, what limits them, and what a child's week would do. */
export function CapacityPage({ page }: { page: View }): ReactNode {
  const { t, language } = useWords();
  const { facility, sections, picture, period, overCapacity, articles, staffUnknown } = page;
  const shown = shownPart(picture);
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  const nobody = shown.last < shown.first;
  return (
    <Page
      wide
      title={t("facilities:capacity.title", { facility: facility.name })}
      lead={t("facilities:capacity.lead", {
        from: formatDate(period.from, language),
        to: formatDate(period.to, language),
      })}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      <PeriodForm page={page} />
      {page.answer && <WhatIfAnswer answer={page.answer} names={names} />}
      {nobody ? (
        <Notice meaning="information">
          <p>{t(sections.length === 0 ? "facilities:capacity.noSection" : "facilities:capacity.nobody")}</p>
        </Notice>
      ) : (
        <>
          <h2>{t("facilities:capacity.placesLeft")}</h2>
          <p>{t("facilities:capacity.reading")}</p>
          <p>
            {overCapacity
              ? t("facilities:capacity.withOverCapacity", { article: articles.overCapacity })
              : t("facilities:capacity.withinLicence")}
          </p>
          <CapacityLegend />
          <div className={styles.grids}>
            {picture.sections.map(({ id, cells }) => (
              <PlacesGrid key={id} name={names.get(id) ?? ""} cells={cells} shown={shown} />
            ))}
          </div>
          <details className={styles.twin}>
            <summary>{t("facilities:capacity.twin")}</summary>
            {picture.sections.map(({ id, cells }) => (
              <PlacesTwin key={id} name={names.get(id) ?? ""} cells={cells} />
            ))}
          </details>
          {page.weeks.some(({ leftMinutes }) => leftMinutes !== null) && <Weeks page={page} />}
          {picture.staff.flat().some((cell) => cell !== null) && (
            <section>
              <h2>{t("facilities:capacity.staffTitle")}</h2>
              <p>{t("facilities:capacity.staffReading", { article: articles.ratio })}</p>
              {staffUnknown && (
                <Notice meaning="attention">
                  <p>{t("facilities:capacity.staffUnknown")}</p>
                </Notice>
              )}
              <div className={styles.grids}>
                <StaffGrid cells={picture.staff} shown={shown} />
              </div>
              <details className={styles.twin}>
                <summary>{t("facilities:capacity.twin")}</summary>
                <StaffTwin cells={picture.staff} />
              </details>
            </section>
          )}
          <WhatIfForm page={page} />
        </>
      )}
      {page.mayManage && (
        <ButtonRow>
          <ButtonLink href={`/structure/${facility.id}/reglages`}>
            {t("facilities:capacity.manage")}
          </ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}
