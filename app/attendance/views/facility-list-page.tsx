import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { FacilityListView } from "../acts/read-facility-list.server.ts";

/** The facilities somebody looks after, with the numbers of the day. */
export function FacilityListPage({ facilities }: { facilities: FacilityListView }): ReactNode {
  const { t, language } = useWords();
  const number = (key: "expected" | "present" | "absent"): Column<FacilityListView[number]> => ({
    key,
    header: t(`attendance:facilities.${key}`),
    number: true,
    cell: (row) => formatNumber(row[key], language),
  });
  return (
    <Page wide title={t("attendance:facilities.title")} lead={t("attendance:facilities.lead")}>
      {facilities.length === 0 ? (
        <p>{t("attendance:facilities.none")}</p>
      ) : (
        <DataTable
          caption={t("attendance:facilities.caption")}
          hiddenCaption
          rows={facilities}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("attendance:facilities.name"),
              cell: ({ id, name }) => <a href={`/structure/${id}`}>{name}</a>,
            },
            {
              key: "kind",
              header: t("attendance:facilities.kind"),
              cell: ({ kind }) => t(`facilities:kind.${kind}`),
            },
            number("expected"),
            number("present"),
            number("absent"),
          ]}
        />
      )}
    </Page>
  );
}
