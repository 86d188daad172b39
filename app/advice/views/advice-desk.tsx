import type { ReactNode } from "react";
import { formatAge, formatDate, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { AdviceDeskView } from "../acts/read-advice-desk.server.ts";

/** The requests that nobody can serve as asked, with the family's agreement, oldest first. */
export function AdviceDesk({ desk }: { desk: AdviceDeskView }): ReactNode {
  const { t, language } = useWords();
  const other = desk.status === "open" ? "closed" : "open";
  return (
    <Page
      wide
      title={t("advice:desk.title")}
      lead={t(`advice:desk.lead.${desk.status}`, { count: desk.total })}
    >
      <ButtonRow>
        <ButtonLink small href={`/relais?etat=${other}`}>
          {t(`advice:desk.show.${other}`)}
        </ButtonLink>
        <ButtonLink small href="/relais/assistantes-maternelles">
          {t("advice:childminders.title")}
        </ButtonLink>
        <ButtonLink small href="/places">
          {t("advice:childminders.search")}
        </ButtonLink>
      </ButtonRow>
      {desk.cases.length === 0 ? (
        <p>{t(`advice:desk.empty.${desk.status}`)}</p>
      ) : (
        <DataTable
          caption={t("advice:desk.caption")}
          hiddenCaption
          rows={desk.cases}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "child",
              header: t("advice:desk.child"),
              cell: (row) => (
                <a href={`/relais/${row.id}`}>
                  {row.childFirstName || t("ui:unbornChild")} – {row.reference}
                </a>
              ),
            },
            {
              key: "age",
              header: t("advice:desk.age"),
              cell: (row) =>
                row.ageMonths === null ? t("advice:desk.unborn") : formatAge(row.ageMonths, language),
            },
            {
              key: "start",
              header: t("advice:desk.start"),
              cell: (row) => formatDate(row.startOn, language),
            },
            {
              key: "hours",
              header: t("advice:desk.hours"),
              number: true,
              cell: (row) => formatLength(row.weeklyMinutes, language),
            },
            {
              key: "atypical",
              header: t("advice:desk.atypical"),
              number: true,
              cell: (row) => formatLength(row.atypicalMinutes, language),
            },
            {
              key: "reason",
              header: t("advice:desk.reason"),
              cell: (row) => t(`advice:reason.${row.reasonCode}`),
            },
          ]}
        />
      )}
      <Pagination
        page={desk.page}
        pages={desk.pages}
        href={(page) => `/relais?etat=${desk.status}&page=${page}`}
      />
    </Page>
  );
}
