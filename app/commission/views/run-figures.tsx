import type { ReactNode } from "react";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Figure, KeyFigures } from "#app/ui/figure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MeetingSectionView, RunView } from "../rules/meeting-view.ts";
import { hoursText, share } from "./meeting-name.ts";

/** Sections drawn; all of them are in the table. */
const drawn = 12;

/** What a run gives, in large. */
export function RunKeys({ run: { summary } }: { run: RunView }): ReactNode {
  const { t, language } = useWords();
  const number = (value: number): string => formatNumber(value, language);
  const key = (name: string, value: ReactNode, note: string) => ({
    term: t(`commission:page.run.key.${name}`),
    value,
    note,
  });
  return (
    <KeyFigures
      figures={[
        key(
          "served",
          t("commission:page.run.of", { part: number(summary.served), whole: number(summary.candidates) }),
          t("commission:page.run.note.served", {
            share: formatPercent(share(summary.served, summary.candidates), language),
            partial: t("commission:page.run.note.partial", { count: summary.partial }),
          }),
        ),
        key(
          "firstWish",
          number(summary.firstWish),
          t("commission:page.run.note.firstWish", { count: summary.transfers }),
        ),
        key(
          "hours",
          hoursText(summary.halfHoursGiven, language),
          t("commission:page.run.note.hours", {
            asked: hoursText(summary.halfHoursAsked, language),
            free: hoursText(summary.halfHoursFree, language),
          }),
        ),
        key(
          "explained",
          t("commission:page.run.of", {
            part: number(summary.explained),
            whole: number(summary.refusedOptions),
          }),
          t("commission:page.run.note.explained"),
        ),
        key("claims", number(summary.claims), t("commission:page.run.note.claims")),
        key("surnombre", number(summary.surnombre), t("commission:page.run.note.surnombre")),
      ]}
    />
  );
}

/** What the independent checker says. */
export function Certificate({ run }: { run: RunView }): ReactNode {
  const { t, language } = useWords();
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <Notice
      meaning={run.certified ? "success" : "refusal"}
      title={t(run.certified ? "commission:page.run.certified" : "commission:page.run.notCertified")}
    >
      {run.failures.length > 0 && (
        <ul>
          {run.failures.map((line) => (
            <li key={line.fr}>{language === "en" ? line.en : line.fr}</li>
          ))}
        </ul>
      )}
      <p>
        {t("commission:page.run.checker", {
          engine: seconds.format(run.summary.engineMs / 1000),
          total: seconds.format(run.summary.totalMs / 1000),
        })}
      </p>
    </Notice>
  );
}

/** Who was served where, section by section: a picture of the largest, a table of all. */
export function SectionFigures({
  run,
  sections,
}: {
  run: RunView;
  sections: MeetingSectionView[];
}): ReactNode {
  const { t, language } = useWords();
  const of = new Map(run.summary.bySection.map((each) => [each.sectionId, each]));
  const rows = sections
    .map((section) => ({ section, own: of.get(section.sectionId) }))
    .sort(
      (a, b) => b.section.wished - a.section.wished || a.section.sectionId.localeCompare(b.section.sectionId),
    );
  const name = ({ facility, name: section }: MeetingSectionView): string =>
    t("commission:page.sectionName", { facility: facility.name, section });
  const title = t("commission:page.run.sectionsTitle");
  return (
    <Figure
      title={title}
      reading={t("commission:page.run.sectionsReading", { count: Math.min(drawn, rows.length) })}
      notes={[t("commission:page.run.sectionsNote")]}
      table={
        <DataTable
          caption={title}
          hiddenCaption
          rows={rows}
          rowKey={({ section }) => section.sectionId}
          columns={[
            {
              key: "section",
              header: t("commission:page.run.section"),
              cell: ({ section }) => name(section),
            },
            {
              key: "places",
              header: t("commission:page.run.places"),
              number: true,
              cell: ({ section }) => formatNumber(section.places, language),
            },
            {
              key: "wished",
              header: t("commission:page.run.wished"),
              number: true,
              cell: ({ section }) => formatNumber(section.wished, language),
            },
            {
              key: "served",
              header: t("commission:page.run.served"),
              number: true,
              cell: ({ own }) => formatNumber(own?.served ?? 0, language),
            },
            {
              key: "given",
              header: t("commission:page.run.given"),
              number: true,
              cell: ({ own }) => hoursText(own?.halfHoursGiven ?? 0, language),
            },
            {
              key: "free",
              header: t("commission:page.run.free"),
              number: true,
              cell: ({ own }) => hoursText(own?.halfHoursFree ?? 0, language),
            },
          ]}
        />
      }
    >
      <BarChart
        title={title}
        series={[t("commission:page.run.served"), t("commission:page.run.notServed")]}
        stacked
        groups={rows.slice(0, drawn).map(({ section, own }) => {
          const served = own?.served ?? 0;
          const rest = Math.max(0, section.wished - served);
          return {
            label: name(section),
            bars: [
              { value: served, text: formatNumber(served, language) },
              { value: rest, text: formatNumber(rest, language) },
            ],
            text: t("commission:page.run.of", {
              part: formatNumber(served, language),
              whole: formatNumber(section.wished, language),
            }),
          };
        })}
      />
    </Figure>
  );
}
