import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { type Bar, BarChart } from "#app/ui/bar-chart.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Row, Table } from "../rules/dashboard.ts";
import { useFiguresText } from "./figures-text.ts";

/** One of the figures of a row; `key` names it in the words. */
export type Measure<T> = {
  key: string;
  of: (figures: T) => number | null;
  write: (value: number | null) => string;
};

/** Kinds first, then the town, whose name stands for a kind. */
export function withTown<T>({ kinds, total }: Table<T>): Row<T>[] {
  return [...kinds, { kind: "town", figures: total }];
}

/** Measures by kind and for the town: bars, and the table with the same figures. */
export function MeasureFigure<T>({
  words,
  names,
  rows,
  measures,
  alsoInTable = [],
  reading,
  notes,
  stackedText,
  max,
}: {
  /** Where the title and the name of the picture are: "observatory:occupancy.rates". */
  words: string;
  /** What the rows are: kinds of facility, of care, or needs and answers. */
  names: "kind" | "careKind" | "side";
  rows: Row<T>[];
  measures: Measure<T>[];
  alsoInTable?: Measure<T>[];
  reading?: string;
  notes: string[];
  /** Puts the bars of a row end to end, and says this after them. */
  stackedText?: (figures: T) => string;
  max?: number;
}): ReactNode {
  const { t } = useWords();
  const text = useFiguresText();
  const name = ({ kind }: Row<T>): string => t(`observatory:${names}.${kind}`);
  const header = ({ key }: Measure<T>): string => t(`observatory:term.${key}`);
  const bar = ({ figures }: Row<T>, { of, write }: Measure<T>): Bar => ({
    value: figures === null ? null : of(figures),
    text: text.of(figures, (shown) => write(of(shown))),
  });
  const columns = [...measures, ...alsoInTable].map((measure) => ({
    key: measure.key,
    header: header(measure),
    number: true,
    cell: (row: Row<T>) => bar(row, measure).text,
  }));
  return (
    <Figure
      title={t(`${words}.title`)}
      reading={reading}
      notes={notes}
      table={
        <DataTable
          caption={t(`${words}.title`)}
          rows={rows}
          rowKey={({ kind }) => kind}
          columns={[{ key: "name", header: t(`observatory:term.${names}`), cell: name }, ...columns]}
        />
      }
    >
      <BarChart
        title={t(`${words}.chart`)}
        series={measures.map(header)}
        stacked={stackedText !== undefined}
        max={max}
        groups={rows.map((row) => ({
          label: name(row),
          bars: row.figures === null ? [] : measures.map((measure) => bar(row, measure)),
          text: row.figures === null || stackedText ? text.of(row.figures, stackedText ?? String) : undefined,
        }))}
      />
    </Figure>
  );
}
