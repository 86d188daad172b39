import type { ReactNode } from "react";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WeekHours } from "#app/ui/week-strip.tsx";
import type { ContractsView } from "../acts/read-contracts.server.ts";
import { contractsAddress, standingAddresses, standings } from "../rules/contract-filters.ts";
import { ContractTags } from "./agreement-facts.tsx";
import styles from "./contract-page.module.css";

/** The contracts of a facility: found by name, by what runs, what comes, what has ended. */
export function ContractsPage({ page }: { page: ContractsView }): ReactNode {
  const { t, language } = useWords();
  const { facility, filters, counts, contracts } = page;
  const at = `/structure/${facility.id}/contrats`;
  const caption = t(`attendance:contract.list.caption.${filters.standing}`, { count: contracts.length });
  return (
    <Page
      wide
      title={t("attendance:contract.list.title")}
      lead={facility.name}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      <ButtonRow>
        <ButtonLink href={`${at}/urgence`}>{t("attendance:contract.emergency.open")}</ButtonLink>
      </ButtonRow>
      <form method="get" className={styles.search} role="search">
        <input type="hidden" name="voir" value={standingAddresses[filters.standing]} />
        <TextField name="nom" label={t("attendance:contract.list.search")} defaultValue={filters.name} />
        <Button>{t("attendance:contract.list.find")}</Button>
      </form>
      <nav aria-label={t("attendance:contract.list.show")}>
        <ul className={styles.filters}>
          {standings.map((standing) => (
            <li key={standing}>
              <a
                href={at + contractsAddress({ ...filters, standing })}
                aria-current={standing === filters.standing ? "true" : undefined}
              >
                {t(`attendance:contract.list.${standing}`, { count: counts[standing] })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {contracts.length === 0 ? (
        <p>{t(filters.name ? "attendance:contract.list.noneNamed" : "attendance:contract.list.none")}</p>
      ) : (
        <DataTable
          caption={caption}
          rows={contracts}
          rowKey={({ agreementId }) => agreementId}
          columns={[
            {
              key: "child",
              header: t("attendance:contract.list.child"),
              cell: ({ agreementId, childName }) => <a href={`${at}/${agreementId}`}>{childName}</a>,
            },
            {
              key: "hours",
              header: t("attendance:contract.term.hours"),
              cell: ({ pattern }) =>
                isEmptyPattern(pattern) ? t("attendance:contract.noHours") : <WeekHours pattern={pattern} />,
            },
            {
              key: "section",
              header: t("attendance:contract.term.section"),
              cell: ({ sectionName }) => sectionName,
            },
            {
              key: "since",
              header: t("attendance:contract.term.since"),
              cell: ({ startOn }) => formatDate(startOn, language),
            },
            {
              key: "until",
              header: t("attendance:contract.term.until"),
              cell: ({ endOn }) =>
                endOn ? formatDate(endOn, language) : t("attendance:contract.withoutEnd"),
            },
            {
              key: "kind",
              header: t("attendance:contract.term.kind"),
              cell: ({ standing, kind, stage }) => (
                <ContractTags standing={standing} kind={kind} stage={stage} />
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
