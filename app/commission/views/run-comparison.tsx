import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { HeldByRun, RunChange, RunComparison, RunView } from "../rules/meeting-view.ts";
import styles from "./meeting.module.css";

function Changes({
  title,
  changes,
  meetingId,
}: {
  title: string;
  changes: RunChange[];
  meetingId: string;
}): ReactNode {
  const { t, language } = useWords();
  if (changes.length === 0) return null;
  const held = (place: HeldByRun | null): string => {
    if (!place) return t("commission:page.result.none");
    if (place.wishRank === null) return t("commission:page.result.kept", { facility: place.facility.name });
    return t(place.partial ? "commission:page.result.partial" : "commission:page.result.placed", {
      facility: place.facility.name,
      rank: place.wishRank,
    });
  };
  return (
    <DataTable
      caption={title}
      rows={changes}
      rowKey={({ candidate }) => candidate.id}
      columns={[
        {
          key: "number",
          header: t("commission:page.candidates.number"),
          cell: ({ candidate }) => (
            <a href={`/guichet/commissions/${meetingId}/dossiers/${candidate.id}`}>{candidate.number}</a>
          ),
        },
        {
          key: "points",
          header: t("commission:page.candidates.points"),
          number: true,
          cell: ({ candidate }) => formatNumber(candidate.points, language),
        },
        { key: "before", header: t("commission:page.compare.before"), cell: ({ before }) => held(before) },
        { key: "after", header: t("commission:page.compare.after"), cell: ({ after }) => held(after) },
      ]}
    />
  );
}

/** Which other run to hold this one against. */
export function CompareForm({
  runs,
  run,
  chosen,
}: {
  runs: RunView[];
  run: RunView;
  chosen: string | null;
}): ReactNode {
  const { t } = useWords();
  const others = runs.filter(({ id }) => id !== run.id);
  if (others.length === 0) return <p>{t("commission:page.compare.onlyOne")}</p>;
  return (
    <form method="get" action="#comparer" className={styles.inline}>
      <SelectField
        name="avec"
        label={t("commission:page.compare.with")}
        defaultValue={chosen ?? others[0]!.id}
        options={others.map(({ id, number, summary }) => ({
          value: id,
          label: t("commission:page.compare.option", { number, served: summary.served }),
        }))}
      />
      <Button small>{t("commission:page.compare.show")}</Button>
    </form>
  );
}

/** Who gains and who loses between two runs, and by which hand. */
export function Comparison({ view }: { view: RunComparison }): ReactNode {
  const { t } = useWords();
  const { before, after, gains, loses, unchanged, adjustmentsAdded, adjustmentsRemoved, meeting } = view;
  return (
    <>
      <p className={styles.big}>
        {t("commission:page.compare.summary", {
          before: before.number,
          after: after.number,
          gains: t("commission:page.compare.gains", { count: gains.length }),
          loses: t("commission:page.compare.loses", { count: loses.length }),
        })}
      </p>
      <p>{t("commission:page.compare.unchanged", { count: unchanged })}</p>
      {[
        ...adjustmentsAdded.map((each) => ({ each, key: `commission:page.compare.added.${each.kind}` })),
        ...adjustmentsRemoved.map((each) => ({ each, key: `commission:page.compare.removed.${each.kind}` })),
      ].map(({ each, key }) => (
        <p key={key + each.id}>
          {t(key, { number: each.candidate.number, facility: each.facility.name, who: each.signedBy })}
        </p>
      ))}
      <Changes title={t("commission:page.compare.whoLoses")} changes={loses} meetingId={meeting.id} />
      <Changes title={t("commission:page.compare.whoGains")} changes={gains} meetingId={meeting.id} />
    </>
  );
}
