import type { ReactNode } from "react";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { CheckboxField, ErrorSummary } from "#app/ui/field.tsx";
import { KeyFigures } from "#app/ui/figure.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { weekLines } from "#app/ui/week-text.ts";
import type { DryRunView } from "../rules/meeting-view.ts";
import { Ranks, Refusals } from "./answer-list.tsx";
import { meetingName } from "./meeting-name.ts";
import styles from "./meeting.module.css";
import type { MeetingPast } from "../rules/meeting-events.ts";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { RefusalNotice, Seen } from "./stale-notice.tsx";

const linesOnPage = 50;

/** Which page of each list is shown, from 1. */
export type PublicationPages = { offers: number; refusals: number };

/** The lines of a page of a list, and the address of its other pages. */
function pageOf<Line>(
  lines: Line[],
  asked: PublicationPages,
  list: keyof PublicationPages,
): { lines: Line[]; page: number; pages: number; href: (page: number) => string } {
  const pages = Math.max(1, Math.ceil(lines.length / linesOnPage));
  const page = Math.min(asked[list], pages);
  return {
    lines: lines.slice((page - 1) * linesOnPage, page * linesOnPage),
    ...{ page, pages },
    href: (each) => {
      const { offers, refusals }: PublicationPages = Object.assign({ ...asked }, { [list]: each });
      return `?propositions=${offers}&refus=${refusals}#${list}`;
    },
  };
}
/** Refusals shown open; the others are one click away, so that the page stays readable. */
const refusalsOpen = 3;

function Offers({ view, asked }: { view: DryRunView; asked: PublicationPages }): ReactNode {
  const { t, language } = useWords();
  const { lines, ...pages } = pageOf(view.offers, asked, "offers");
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{t("commission:page.publish.offers", { count: view.offers.length })}</h2>
      <DataTable
        caption={t("commission:page.publish.offersPage", { page: pages.page })}
        hiddenCaption
        rows={lines}
        rowKey={({ candidate }) => candidate.id}
        columns={[
          {
            key: "number",
            header: t("commission:page.candidates.number"),
            cell: ({ candidate }) => (
              <a href={`/guichet/commissions/${view.meeting.id}/dossiers/${candidate.id}`}>
                {candidate.number}
              </a>
            ),
          },
          {
            key: "facility",
            header: t("commission:page.publish.place"),
            cell: ({ facility, section }) =>
              t("commission:page.sectionName", { facility: facility.name, section: section.name }),
          },
          {
            key: "hours",
            header: t("commission:page.publish.hours"),
            cell: ({ pattern }) => weekLines(pattern, t, language).join(" ; "),
          },
          {
            key: "start",
            header: t("commission:page.publish.start"),
            cell: ({ startOn }) => formatDay(startOn, language),
          },
          {
            key: "notes",
            header: t("commission:page.publish.notes"),
            cell: ({ partial, transfer }) =>
              [
                partial && t("commission:page.publish.partial"),
                transfer && t("commission:page.publish.transfer"),
              ]
                .filter(Boolean)
                .join(" · ") || "–",
          },
        ]}
      />
      <Pagination {...pages} list={t("commission:page.publish.key.offers")} />
    </section>
  );
}

function RefusalList({ view, asked }: { view: DryRunView; asked: PublicationPages }): ReactNode {
  const { t } = useWords();
  const { lines, ...pages } = pageOf(view.refusals, asked, "refusals");
  return (
    <section aria-labelledby="refusals">
      <h2 id="refusals">{t("commission:page.publish.refusals", { count: view.refusals.length })}</h2>
      {lines.map(({ candidate, outcome, explanation, ranks }, index) => (
        <details key={candidate.id} open={index < refusalsOpen}>
          <summary>{t(`commission:page.publish.refusal.${outcome}`, { number: candidate.number })}</summary>
          <Refusals explanation={explanation} table={view.names} />
          <Ranks ranks={ranks} table={view.names} />
        </details>
      ))}
      <Pagination {...pages} list={t("commission:page.publish.key.refusals")} />
    </section>
  );
}

/** Everything that publishing would do, before it is done; then the same, read only. */
export function PublicationPage({
  view,
  past,
  pages,
  seenAt,
  reply,
}: {
  view: DryRunView;
  past: MeetingPast;
  pages: PublicationPages;
  seenAt: string;
  reply: MeetingReply | null;
}): ReactNode {
  const { t, language } = useWords();
  const { errors, errorOf } = useFieldErrors(reply ?? undefined);
  const { meeting, blockers } = view;
  const published = meeting.status === "published";
  const number = (value: number): string => formatNumber(value, language);
  const here = `/guichet/commissions/${meeting.id}`;
  return (
    <Page
      wide
      title={t(published ? "commission:page.publish.doneTitle" : "commission:page.publish.title")}
      lead={t(published ? "commission:page.publish.doneLead" : "commission:page.publish.lead")}
      back={{ href: here, label: meetingName(meeting, t, language) }}
    >
      <ErrorSummary errors={errors} />
      <RefusalNotice reply={reply} past={past} />
      {blockers.length > 0 && !published && (
        <Notice meaning="attention" title={t("commission:page.publish.blocked")}>
          <ul>
            {blockers.map((blocker) => (
              <li key={blocker}>{t(`commission:meeting.blocker.${blocker}`)}</li>
            ))}
          </ul>
          <p>
            <a href={here}>{t("commission:page.publish.backToSteps")}</a>
          </p>
        </Notice>
      )}
      <KeyFigures
        figures={[
          {
            term: t("commission:page.publish.key.offers"),
            value: number(view.offers.length),
            note: t("commission:page.publish.key.answerBy", { date: formatDay(view.answerBy, language) }),
          },
          {
            term: t("commission:page.publish.key.refusals"),
            value: number(view.refusals.length),
            note: t("commission:page.publish.key.next", { date: formatDay(view.nextMeeting, language) }),
          },
          {
            term: t("commission:page.publish.key.letters"),
            value: number(view.letters),
            note: t("commission:page.publish.key.lettersNote"),
          },
          {
            term: t("commission:page.publish.key.paper"),
            value: number(view.withoutAddress.length),
            note: t("commission:page.publish.key.paperNote"),
          },
        ]}
      />
      {!published && blockers.length === 0 && (
        <form method="post" noValidate className={styles.formula}>
          <Seen version={meeting.version} at={seenAt} />
          <h2>{t("commission:page.publish.formTitle")}</h2>
          <CheckboxField
            name="read"
            label={t("commission:page.publish.read")}
            hint={t("commission:page.publish.readHint")}
            error={errorOf("read")}
          />
          <ButtonRow>
            <Button kind="main">{t("commission:page.publish.button")}</Button>
          </ButtonRow>
        </form>
      )}
      {view.withoutAddress.length > 0 && (
        <>
          <h2>{t("commission:page.publish.paperTitle")}</h2>
          <p>
            {view.withoutAddress.map(({ number: each, careRequestId }, index) => (
              <span key={careRequestId}>
                {index > 0 && ", "}
                <a href={`/guichet/demandes/${careRequestId}`}>{each}</a>
              </span>
            ))}
          </p>
        </>
      )}
      {view.offers.length > 0 && <Offers view={view} asked={pages} />}
      {view.refusals.length > 0 && <RefusalList view={view} asked={pages} />}
    </Page>
  );
}
