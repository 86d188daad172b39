// The same figures as the grids, as tables: one line for hours that are alike.
import type { ReactNode } from "react";
import {
  type PictureCell,
  type Run,
  type StaffCell,
  type Week,
  runsOfWeek,
  sameCell,
} from "#app/facilities/rules/capacity-picture.ts";
import { formatDate, formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import { hoursText } from "#app/ui/week-text.ts";
import { limitText } from "./capacity-text.ts";

export function useWhenColumns<Cell>(): Column<Run<Cell>>[] {
  const { t, language } = useWords();
  return [
    {
      key: "day",
      header: t("facilities:capacity.day"),
      cell: ({ weekday }) => formatWeekday(weekday, language),
    },
    {
      key: "hours",
      header: t("facilities:capacity.hours"),
      cell: ({ start, end }) => hoursText({ start, end }, t, language),
    },
  ];
}

const keyOf = ({ weekday, start }: Run<unknown>): string => `${weekday} ${start}`;

export function PlacesTwin({ name, cells }: { name: string; cells: Week<PictureCell> }): ReactNode {
  const { t, language } = useWords();
  const when = useWhenColumns<PictureCell>();
  return (
    <DataTable
      caption={t("facilities:capacity.twinCaption", { section: name })}
      rows={runsOfWeek(cells, sameCell)}
      rowKey={keyOf}
      columns={[
        ...when,
        {
          key: "left",
          header: t("facilities:capacity.left"),
          number: true,
          cell: ({ cell }) => cell.left,
        },
        {
          key: "tone",
          header: t("facilities:capacity.limit"),
          cell: ({ cell }) => limitText(cell, t),
        },
        {
          key: "since",
          header: t("facilities:capacity.tightest"),
          cell: ({ cell }) => formatDate(cell.day, language),
        },
      ]}
    />
  );
}

export function StaffTwin({ cells }: { cells: Week<StaffCell> }): ReactNode {
  const { t, language } = useWords();
  const when = useWhenColumns<StaffCell>();
  const runs = runsOfWeek(
    cells,
    (one, other) => one.needed === other.needed && one.planned === other.planned,
  );
  return (
    <DataTable
      caption={t("facilities:capacity.staffTwinCaption")}
      rows={runs}
      rowKey={keyOf}
      columns={[
        ...when,
        {
          key: "planned",
          header: t("facilities:capacity.planned"),
          number: true,
          cell: ({ cell }) => cell.planned ?? t("ui:unknown"),
        },
        {
          key: "needed",
          header: t("facilities:capacity.needed"),
          number: true,
          cell: ({ cell }) => cell.needed,
        },
        {
          key: "since",
          header: t("facilities:capacity.tightest"),
          cell: ({ cell }) => formatDate(cell.day, language),
        },
      ]}
    />
  );
}
