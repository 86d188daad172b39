import type { ReactNode } from "react";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import { formatInstant, formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { KeyFigures } from "#app/ui/figure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { weekLines } from "#app/ui/week-text.ts";
import type { DashboardView } from "../acts/read-dashboard.server.ts";
import styles from "./dashboard-page.module.css";
import { DemandFigures } from "./demand-figures.tsx";
import { useFiguresText } from "./figures-text.ts";
import { OccupancyFigures } from "./occupancy-figures.tsx";
import { TrendFigures } from "./trend-figures.tsx";

type Shown = NonNullable<DashboardView["shown"]>;

function MonthChoice({ months, shown }: { months: string[]; shown: Shown }): ReactNode {
  const { t, language } = useWords();
  return (
    <nav aria-label={t("observatory:months")} className="no-print">
      <ul className={styles.months}>
        {months.map((month) => (
          <li key={month}>
            <a href={`/observatoire?mois=${month}`} aria-current={month === shown.month ? "page" : undefined}>
              {formatMonth(month, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Essentials({ shown: { occupancy, demand } }: { shown: Shown }): ReactNode {
  const { t } = useWords();
  const { count, hours, rate, of } = useFiguresText();
  const { total } = occupancy;
  const { received, served, open, late } = demand;
  const key = (name: string, value: string, note = t(`observatory:keys.${name}`)) => ({
    term: t(`observatory:term.${name}`),
    value,
    note,
  });
  return (
    <section aria-labelledby="essentials">
      <h2 id="essentials">{t("observatory:keys.title")}</h2>
      <KeyFigures
        figures={[
          key(
            "capacity",
            of(total, ({ capacity }) => hours(capacity)),
          ),
          key(
            "bookedRate",
            of(total, ({ bookedRate }) => rate(bookedRate)),
            of(total, ({ booked }) => t("observatory:keys.booked", { hours: hours(booked) })),
          ),
          key(
            "presentRate",
            of(total, ({ presentRate }) => rate(presentRate)),
            of(total, ({ present }) => t("observatory:keys.present", { hours: hours(present) })),
          ),
          key(
            "atypicalShare",
            of(total, ({ atypicalShare }) => rate(atypicalShare)),
          ),
          key("received", of(received.total, count)),
          key("served", of(served.total, count)),
          key(
            "open",
            of(open.total, (requests) => count(requests.count)),
          ),
          key("late", of(late.total, count)),
        ]}
      />
    </section>
  );
}

const asPattern = (bands: TimeBands["ordinary"]): Parameters<typeof weekLines>[0] => ({
  cycleWeeks: 1,
  slots: bands.flatMap(({ weekdays, start, end }) =>
    weekdays.map((weekday) => ({ week: 0 as const, weekday, start, end })),
  ),
});

/** Figures first, then pictures, each with its table. */
export function DashboardPage({ view }: { view: DashboardView }): ReactNode {
  const { t, language } = useWords();
  const { shown, months, smallestCount } = view;
  const ordinary = weekLines(asPattern(view.ordinary), t, language).join(". ");
  const secrecy = (
    <Notice meaning="information" title={t("observatory:secrecy.title")}>
      <p>{t("observatory:secrecy.text", { smallest: smallestCount })}</p>
    </Notice>
  );
  if (!shown) {
    return (
      <Page title={t("observatory:title")} lead={t("observatory:lead")} wide>
        <h2>{t("observatory:empty.title")}</h2>
        <p>{t("observatory:empty.text")}</p>
        {secrecy}
      </Page>
    );
  }
  const month = formatMonth(shown.month, language);
  return (
    <Page title={t("observatory:titleOf", { month })} lead={t("observatory:lead")} wide>
      <MonthChoice months={months} shown={shown} />
      {shown.underWay && (
        <Notice meaning="attention" title={t("observatory:underWay.title")}>
          <p>{t("observatory:underWay.text")}</p>
        </Notice>
      )}
      <Essentials shown={shown} />
      {secrecy}
      <section aria-labelledby="occupancy">
        <h2 id="occupancy">{t("observatory:occupancy.title")}</h2>
        <OccupancyFigures occupancy={shown.occupancy} ordinary={ordinary} />
      </section>
      <section aria-labelledby="demand">
        <h2 id="demand">{t("observatory:demand.title")}</h2>
        <DemandFigures
          demand={shown.demand}
          booked={shown.occupancy.total?.bookedSplit ?? null}
          ordinary={ordinary}
        />
      </section>
      <section aria-labelledby="trend">
        <h2 id="trend">{t("observatory:trend.title")}</h2>
        <TrendFigures trend={shown.trend} />
      </section>
      {shown.recordedAt && (
        <p className={styles.source}>
          {t("observatory:recordedAt", { at: formatInstant(shown.recordedAt, language) })}
        </p>
      )}
    </Page>
  );
}
