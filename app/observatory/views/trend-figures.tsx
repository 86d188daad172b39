import type { ReactNode } from "react";
import { formatMonth, formatShortMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { LineChart } from "#app/ui/line-chart.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { TrendPoint } from "../rules/dashboard.ts";
import { useFiguresText } from "./figures-text.ts";

type Measure = Exclude<keyof TrendPoint, "month">;

const pictures: { name: string; measures: Measure[]; rates: boolean }[] = [
  { name: "rates", measures: ["bookedRate", "presentRate"], rates: true },
  { name: "demand", measures: ["received", "served", "open", "late"], rates: false },
];

/** How the town moves from month to month. */
export function TrendFigures({ trend }: { trend: TrendPoint[] }): ReactNode {
  const { t, language } = useWords();
  const { count, rate } = useFiguresText();
  if (trend.length < 2) return <p>{t("observatory:trend.onlyOne")}</p>;
  return (
    <Figures>
      {pictures.map(({ name, measures, rates }) => {
        const write = rates ? rate : count;
        const cell = (value: number | null): string =>
          value === null ? t("observatory:masked") : write(value);
        return (
          <Figure
            key={name}
            title={t(`observatory:trend.${name}.title`)}
            notes={[t("observatory:trend.gap")]}
            table={
              <DataTable
                caption={t(`observatory:trend.${name}.title`)}
                rows={trend}
                rowKey={({ month }) => month}
                columns={[
                  {
                    key: "month",
                    header: t("observatory:term.month"),
                    cell: ({ month }) => formatMonth(month, language),
                  },
                  ...measures.map((measure) => ({
                    key: measure,
                    header: t(`observatory:term.${measure}`),
                    number: true,
                    cell: (point: TrendPoint) => cell(point[measure]),
                  })),
                ]}
              />
            }
          >
            <LineChart
              title={t(`observatory:trend.${name}.chart`)}
              steps={trend.map(({ month }) => formatShortMonth(month, language))}
              series={measures.map((measure) => ({
                label: t(`observatory:term.${measure}`),
                values: trend.map((point) => point[measure]),
              }))}
              format={write}
              max={rates ? 1 : undefined}
            />
          </Figure>
        );
      })}
    </Figures>
  );
}
