import type { ReactNode } from "react";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MeetingStatus } from "../rules/meeting.ts";
import type { MeetingListView } from "../rules/meeting-view.ts";
import { statusMeanings } from "./meeting-name.ts";

type Line = MeetingListView["meetings"][number];

/** In the order of what is to be done. */
const groups: { name: string; statuses: MeetingStatus[] }[] = [
  { name: "open", statuses: ["preparing", "frozen"] },
  { name: "past", statuses: ["published", "cancelled"] },
];

function Meetings({ name, lines }: { name: string; lines: Line[] }): ReactNode {
  const { t, language } = useWords();
  return (
    <DataTable
      caption={t(`commission:page.list.${name}`)}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          header: t("commission:page.list.heldOn"),
          cell: ({ id, heldOn }) => <a href={`/guichet/commissions/${id}`}>{formatDay(heldOn, language)}</a>,
        },
        {
          key: "status",
          header: t("commission:page.list.status"),
          cell: ({ status }) => (
            <Tag meaning={statusMeanings[status]}>{t(`commission:page.status.${status}`)}</Tag>
          ),
        },
        {
          key: "kind",
          header: t("commission:page.list.kind"),
          cell: ({ careKind }) => t(`requests:careKind.${careKind}`),
        },
        {
          key: "sections",
          header: t("commission:page.list.sections"),
          number: true,
          cell: ({ sections }) => formatNumber(sections, language),
        },
        {
          key: "candidates",
          header: t("commission:page.list.candidates"),
          number: true,
          cell: ({ candidates, status }) =>
            status === "preparing" ? "–" : formatNumber(candidates, language),
        },
        {
          key: "served",
          header: t("commission:page.list.served"),
          number: true,
          cell: ({ served }) => (served === null ? "–" : formatNumber(served, language)),
        },
      ]}
    />
  );
}

/** The meetings of the commission: those under way first. */
export function MeetingListPage({ view }: { view: MeetingListView }): ReactNode {
  const { t } = useWords();
  return (
    <Page wide title={t("commission:page.list.title")} lead={t("commission:page.list.lead")}>
      {view.grids.length === 0 ? (
        <Notice meaning="attention" title={t("commission:page.list.noGridTitle")}>
          <p>
            {t("commission:page.list.noGrid")}{" "}
            <a href="/guichet/grilles">{t("commission:page.list.grids")}</a>
          </p>
        </Notice>
      ) : (
        <ButtonRow>
          <ButtonLink kind="main" href="/guichet/commissions/nouvelle">
            {t("commission:page.list.new")}
          </ButtonLink>
          <ButtonLink href="/guichet/grilles">{t("commission:page.list.grids")}</ButtonLink>
          <ButtonLink kind="quiet" href="/commissions">
            {t("commission:page.list.public")}
          </ButtonLink>
        </ButtonRow>
      )}
      {view.meetings.length === 0 && <p>{t("commission:page.list.none")}</p>}
      {groups.map(({ name, statuses }) => {
        const lines = view.meetings.filter(({ status }) => statuses.includes(status));
        return lines.length > 0 && <Meetings key={name} name={name} lines={lines} />;
      })}
    </Page>
  );
}
