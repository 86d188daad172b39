import type { ReactNode } from "react";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CandidateView } from "../rules/meeting-view.ts";
import { told } from "./told.ts";

/** The points as frozen: what counts, what would count with its proof, and what is added at one facility. */
export function CandidateSheet({ view }: { view: CandidateView }): ReactNode {
  const { t, language } = useWords();
  const { sheet, wishes } = view.candidate;
  const names = new Map(view.grid.criteria.map(({ code, words }) => [code, told(words, language)]));
  const number = (points: number): string => formatNumber(points, language);
  const facility = (id: string): string =>
    wishes.find((wish) => wish.facility.id === id)?.facility.name ?? id;
  const rows = [
    ...sheet.rows.map(({ criterion, points, counted, why, proof, validUntil }) => ({
      key: criterion,
      name: names.get(criterion) ?? criterion,
      points: number(counted ? points : 0),
      state: counted
        ? t("commission:page.sheet.counted")
        : t(`commission:sheet.why.desk.${why ?? "notStated"}`, {
            document: proof ? t(`requests:proof.${proof}`) : "",
            date: validUntil ? formatDate(validUntil, language) : "",
          }),
    })),
    ...(sheet.seniority.points === 0
      ? []
      : [
          {
            key: "seniority",
            name: t("commission:page.sheet.seniority"),
            points: number(sheet.seniority.points),
            state: t("commission:page.sheet.units", { count: sheet.seniority.units }),
          },
        ]),
    ...sheet.localPoints.map(({ facilityId, code, points }) => ({
      key: `${code}-${facilityId}`,
      name: names.get(code) ?? code,
      points: number(points),
      state: t("commission:page.sheet.local", { facility: facility(facilityId) }),
    })),
  ];
  return (
    <DataTable
      caption={t("commission:page.sheet.caption", {
        count: sheet.basePoints,
        version: sheet.gridVersion,
        draw: number(view.candidate.lottery),
      })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "criterion", header: t("commission:page.sheet.criterion"), cell: ({ name }) => name },
        {
          key: "points",
          header: t("commission:page.sheet.points"),
          number: true,
          cell: ({ points }) => points,
        },
        { key: "state", header: t("commission:page.sheet.state"), cell: ({ state }) => state },
      ]}
    />
  );
}
