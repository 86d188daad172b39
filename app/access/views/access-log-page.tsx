import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { AccessLogRow, AccessLogView } from "../acts/read-access-log.server.ts";
import { auditAddress, fileKinds } from "../rules/audit-filters.ts";
import { AdministrationPage } from "./administration-page.tsx";
import styles from "./administration.module.css";

/** Who read which file, and when. */
export function AccessLogPage({ view }: { view: AccessLogView }): ReactNode {
  const { t, language } = useWords();
  const { filters, rows, count, pages } = view;
  // "addRole:observer": the first word has a label, the rest is said as it is.
  const action = ({ action: written }: AccessLogRow): string => {
    const [name, detail] = written.split(":");
    const label = t(`access:administration.log.action.${name}`, { defaultValue: name });
    return detail ? t("access:administration.log.actionOn", { action: label, detail }) : label;
  };
  return (
    <AdministrationPage place="log" lead={t("access:administration.log.lead")}>
      <form method="get" className={styles.filters}>
        <TextField name="qui" label={t("access:administration.log.who")} defaultValue={filters.who} />
        <SelectField
          name="nature"
          label={t("access:administration.log.kind")}
          empty={t("access:administration.log.anyKind")}
          defaultValue={filters.kind ?? ""}
          options={fileKinds.map((kind) => ({
            value: kind,
            label: t(`access:administration.log.kinds.${kind}`),
          }))}
        />
        <TextField
          name="objet"
          label={t("access:administration.log.subject")}
          defaultValue={filters.subject}
        />
        <TextField
          name="du"
          type="date"
          label={t("access:administration.log.from")}
          defaultValue={filters.from ?? ""}
        />
        <TextField
          name="au"
          type="date"
          label={t("access:administration.log.to")}
          defaultValue={filters.to ?? ""}
        />
        <Button>{t("access:administration.filter")}</Button>
      </form>
      <DataTable
        caption={t("access:administration.log.caption", { count })}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "at",
            header: t("access:administration.log.at"),
            cell: ({ at }) => formatInstant(at, language),
          },
          {
            key: "who",
            header: t("access:administration.log.who"),
            cell: ({ accountId, name }) =>
              accountId && name ? (
                <a href={`/administration/comptes/${accountId}`}>{name}</a>
              ) : (
                t("access:administration.log.gone")
              ),
          },
          { key: "action", header: t("access:administration.log.did"), cell: action },
          {
            key: "kind",
            header: t("access:administration.log.kind"),
            cell: ({ kind }) => t(`access:administration.log.kinds.${kind}`, { defaultValue: kind }),
          },
          {
            key: "subject",
            header: t("access:administration.log.subject"),
            cell: ({ subject }) => <span className={styles.wrap}>{subject}</span>,
          },
        ]}
      />
      <Pagination page={filters.page} pages={pages} href={(page) => auditAddress(filters, page)} />
    </AdministrationPage>
  );
}
