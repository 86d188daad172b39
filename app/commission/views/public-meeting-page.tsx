import type { ReactNode } from "react";
import { formatInstant, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Figure, KeyFigures } from "#app/ui/figure.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PublicMeetingView } from "../rules/publication-view.ts";
import { hoursText, meetingName, meetingScope, share } from "./meeting-name.ts";
import styles from "./meeting.module.css";
import { told } from "./told.ts";

type Section = PublicMeetingView["figures"]["bySection"][number];

/** Sections drawn; all of them are in the table. */
const drawn = 12;

function Keys({ figures }: { figures: PublicMeetingView["figures"] }): ReactNode {
  const { t, language } = useWords();
  const count = (value: number | null): string =>
    value === null ? t("commission:page.public.hidden") : formatNumber(value, language);
  const hours = (value: number | null): string =>
    value === null ? t("commission:page.public.hidden") : hoursText(value, language);
  return (
    <KeyFigures
      figures={[
        { term: t("commission:page.public.key.requests"), value: count(figures.requests) },
        {
          term: t("commission:page.public.key.served"),
          value: count(figures.served),
          note:
            figures.served !== null && figures.requests !== null
              ? t("commission:page.public.key.rate", {
                  rate: formatPercent(share(figures.served, figures.requests), language),
                })
              : undefined,
        },
        { term: t("commission:page.public.key.partial"), value: count(figures.partial) },
        {
          term: t("commission:page.public.key.hours"),
          value: hours(figures.halfHoursGiven),
          note: t("commission:page.public.key.asked", { hours: hours(figures.halfHoursAsked) }),
        },
      ]}
    />
  );
}

function BySection({ figures }: { figures: PublicMeetingView["figures"] }): ReactNode {
  const { t, language } = useWords();
  const hidden = t("commission:page.public.hidden");
  const name = ({ facility, section }: Section): string =>
    t("commission:page.sectionName", { facility, section });
  const rate = ({ served, requests }: Section): string =>
    served === null || requests === null ? hidden : formatPercent(share(served, requests), language);
  const count = (value: number | null): string => (value === null ? hidden : formatNumber(value, language));
  const known = figures.bySection.filter(({ served, requests }) => served !== null && requests !== null);
  const largest = [...known].sort((a, b) => b.requests! - a.requests!).slice(0, drawn);
  const title = t("commission:page.public.bySection");
  return (
    <Figure
      title={title}
      reading={t("commission:page.public.bySectionReading")}
      notes={[t("commission:page.public.smallNote", { count: figures.smallestCount })]}
      table={
        <DataTable
          caption={title}
          hiddenCaption
          rows={figures.bySection}
          rowKey={(section) => name(section)}
          columns={[
            { key: "section", header: t("commission:page.run.section"), cell: name },
            {
              key: "requests",
              header: t("commission:page.run.wished"),
              number: true,
              cell: ({ requests }) => count(requests),
            },
            {
              key: "served",
              header: t("commission:page.run.served"),
              number: true,
              cell: ({ served }) => count(served),
            },
            { key: "rate", header: t("commission:page.public.rate"), number: true, cell: rate },
            {
              key: "hours",
              header: t("commission:page.run.given"),
              number: true,
              cell: ({ halfHoursGiven }) =>
                halfHoursGiven === null ? hidden : hoursText(halfHoursGiven, language),
            },
            {
              key: "last",
              header: t("commission:page.public.lastPoints"),
              number: true,
              cell: ({ lastPoints }) => count(lastPoints),
            },
          ]}
        />
      }
    >
      {largest.length > 0 && (
        <BarChart
          title={title}
          series={[t("commission:page.public.rate")]}
          max={1}
          groups={largest.map((section) => ({
            label: name(section),
            bars: [{ value: share(section.served!, section.requests!), text: rate(section) }],
          }))}
        />
      )}
    </Figure>
  );
}

function Draw({ meeting }: { meeting: PublicMeetingView }): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{t("commission:page.draw.title")}</h2>
      <p>{t("commission:page.public.drawLead")}</p>
      <p>
        {t("commission:page.draw.commitment")} <code className={styles.code}>{meeting.seedCommitment}</code>
      </p>
      <p>
        {t("commission:page.draw.seed")} <code className={styles.code}>{meeting.seed}</code>
      </p>
      <h3>{t("commission:page.public.checkTitle")}</h3>
      <ol>
        <li>
          {t("commission:page.public.check.seed")}{" "}
          <code className={styles.code}>{`printf %s "${meeting.seed}" | sha256sum`}</code>
        </li>
        <li>{t("commission:page.public.check.rank")}</li>
        <li>{t("commission:page.public.check.run")}</li>
      </ol>
    </section>
  );
}

/** One meeting for anyone: its figures, its decisions that the points alone did not make, its draw. */
export function PublicMeetingPage({ meeting }: { meeting: PublicMeetingView }): ReactNode {
  const { t, language } = useWords();
  const { figures } = meeting;
  return (
    <Page
      wide
      title={meetingName(meeting, t, language)}
      lead={meetingScope(meeting, t, language)}
      back={{ href: "/commissions", label: t("commission:page.public.title") }}
    >
      <p>
        {t("commission:page.public.published", { date: formatInstant(meeting.publishedAt, language) })}{" "}
        {t("commission:page.public.byGrid", { name: meeting.grid.name, version: meeting.grid.version })}{" "}
        {meeting.grid.source}
      </p>
      <Keys figures={figures} />
      <p>
        <a href={`/commissions/${meeting.id}/proces-verbal.pdf`}>{t("commission:page.minutes.public")}</a>
      </p>
      <section aria-labelledby="sections">
        <h2 id="sections">{t("commission:page.run.bySection")}</h2>
        <BySection figures={figures} />
      </section>
      <section aria-labelledby="hands">
        <h2 id="hands">{t("commission:page.public.hands")}</h2>
        {figures.adjustments.length === 0 ? (
          <p>{t("commission:page.public.noHand")}</p>
        ) : (
          <ul>
            {figures.adjustments.map(({ motive, words, count }) => (
              <li key={motive}>
                {t(count === null ? "commission:page.public.handFew" : "commission:page.public.hand", {
                  motive: told(words, language),
                  count: count ?? 0,
                  few: figures.smallestCount,
                })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Draw meeting={meeting} />
    </Page>
  );
}
