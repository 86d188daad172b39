import type { ReactNode } from "react";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { ShownRow, ShownTally } from "../rules/simulation-disclosure.ts";
import type { Dimension } from "../rules/simulation-groups.ts";
import type { SimulationResult } from "../rules/simulation-view.ts";
import { share } from "./meeting-name.ts";
import { wholeHours } from "./simulation-text.ts";

type Served = { a: number; b: number };
type Table = { dimension: Dimension; rows: ShownRow[] };

/** Quarters are called by their name; other groups by the words. */
function useGroupName(dimension: Dimension): (group: string) => string {
  const { t } = useWords();
  return (group) => {
    if (dimension !== "quarter") return t(`commission:simulation.${dimension}.${group}`);
    return group.startsWith("#") ? t(`commission:simulation.quarter.${group.slice(1)}`) : group;
  };
}

/** The share of a group that each grid serves; null when hidden. */
function ratesOf({ asked, served }: ShownTally): Served | null {
  if (asked === null || served === null) return null;
  return { a: share(served.servedA, asked), b: share(served.servedB, asked) };
}

/** The group between whose shares there is most, when there is any to see. */
function widest(rows: readonly ShownRow[]): { group: string; rates: Served } | null {
  const known = rows.flatMap(({ group, shown }) => {
    const rates = ratesOf(shown);
    return rates ? [{ group, rates }] : [];
  });
  const gap = ({ rates: { a, b } }: { rates: Served }): number => Math.round(Math.abs(b - a) * 100);
  const [first] = known.sort((one, other) => gap(other) - gap(one));
  return first && gap(first) > 0 ? first : null;
}

function ServedFigure({ dimension, rows }: Table): ReactNode {
  const { t, language } = useWords();
  const name = useGroupName(dimension);
  const hidden = t("commission:simulation.hidden");
  const rate = (shown: ShownTally, side: "a" | "b"): string => {
    const rates = ratesOf(shown);
    return rates ? formatPercent(rates[side], language) : hidden;
  };
  const servedText = (shown: ShownTally, side: "a" | "b"): string =>
    shown.served === null
      ? hidden
      : t("commission:simulation.servedShare", {
          count: formatNumber(side === "a" ? shown.served.servedA : shown.served.servedB, language),
          share: rate(shown, side),
        });
  const hoursText = ({ halfHoursA, halfHoursB }: NonNullable<ShownTally["served"]>): string =>
    t("commission:simulation.pair", {
      a: wholeHours(halfHoursA, language),
      b: wholeHours(halfHoursB, language),
    });
  const title = t("commission:simulation.served.title");
  const most = widest(rows);
  const column = (key: string, cell: (shown: ShownTally) => ReactNode): Column<ShownRow> => ({
    key,
    header: t(`commission:simulation.column.${key}`),
    number: true,
    cell: ({ shown }) => cell(shown),
  });
  return (
    <Figure
      title={title}
      reading={
        most
          ? t("commission:simulation.served.reading", {
              group: name(most.group),
              a: formatPercent(most.rates.a, language),
              b: formatPercent(most.rates.b, language),
            })
          : t("commission:simulation.served.alike")
      }
      notes={[t("commission:simulation.served.note")]}
      table={
        <DataTable
          caption={t("commission:simulation.served.caption", {
            by: t(`commission:simulation.titleBy.${dimension}`),
          })}
          rows={rows}
          rowKey={({ group }) => group}
          columns={[
            {
              key: "group",
              header: t(`commission:simulation.by.${dimension}`),
              cell: ({ group }) => name(group),
            },
            column("asked", ({ asked }) => (asked === null ? hidden : formatNumber(asked, language))),
            column("servedA", (shown) => servedText(shown, "a")),
            column("servedB", (shown) => servedText(shown, "b")),
            column("hours", ({ served }) => (served ? hoursText(served) : hidden)),
          ]}
        />
      }
    >
      <BarChart
        title={t("commission:simulation.served.caption", {
          by: t(`commission:simulation.titleBy.${dimension}`),
        })}
        series={[t("commission:simulation.withA"), t("commission:simulation.withB")]}
        max={1}
        groups={rows.map(({ group, shown }) => {
          const rates = ratesOf(shown);
          return {
            label: name(group),
            bars: rates
              ? [
                  { value: rates.a, text: rate(shown, "a") },
                  { value: rates.b, text: rate(shown, "b") },
                ]
              : [],
            text: rates ? undefined : hidden,
          };
        })}
      />
    </Figure>
  );
}

function MovesFigure({ dimension, rows, smallestCount }: Table & { smallestCount: number }): ReactNode {
  const { t, language } = useWords();
  const name = useGroupName(dimension);
  const hidden = t("commission:simulation.hidden");
  const number = (value: number | undefined): string =>
    value === undefined ? hidden : formatNumber(value, language);
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
  const column = (key: string, cell: (moves: ShownTally["moves"]) => string): Column<ShownRow> => ({
    key,
    header: t(`commission:simulation.column.${key}`),
    number: true,
    cell: ({ shown }) => cell(shown.moves),
  });
  const masked = rows.filter(({ shown }) => shown.moves === null).length;
  const caption = t("commission:simulation.moves.caption", {
    by: t(`commission:simulation.titleBy.${dimension}`),
  });
  return (
    <Figure
      title={t("commission:simulation.moves.title")}
      notes={[
        t("commission:simulation.moves.note"),
        ...(masked > 0
          ? [t("commission:simulation.moves.masked", { count: masked, smallest: smallestCount })]
          : []),
      ]}
      table={
        <DataTable
          caption={caption}
          rows={rows}
          rowKey={({ group }) => group}
          columns={[
            {
              key: "group",
              header: t(`commission:simulation.by.${dimension}`),
              cell: ({ group }) => name(group),
            },
            column("gains", (moves) => number(moves?.gains)),
            column("loses", (moves) => number(moves?.loses)),
            column("balance", (moves) => (moves ? signed.format(moves.gains - moves.loses) : hidden)),
          ]}
        />
      }
    >
      <BarChart
        title={caption}
        series={[t("commission:simulation.column.gains"), t("commission:simulation.column.loses")]}
        groups={rows.map(({ group, shown: { moves } }) => ({
          label: name(group),
          bars: moves
            ? [
                { value: moves.gains, text: number(moves.gains) },
                { value: moves.loses, text: number(moves.loses) },
              ]
            : [],
          text: moves ? undefined : hidden,
        }))}
      />
    </Figure>
  );
}

/** One way of looking at who gains and who loses: two pictures, each with its table. */
export function DimensionFigures({
  table,
  smallestCount,
}: {
  table: SimulationResult["tables"][number];
  smallestCount: number;
}): ReactNode {
  const { t } = useWords();
  const id = `par-${table.dimension}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(`commission:simulation.titleBy.${table.dimension}`)}</h2>
      {table.dimension === "income" && <p>{t("commission:simulation.incomeNotAsked")}</p>}
      {table.dimension === "family" && <p>{t("commission:simulation.familyStated")}</p>}
      <Figures>
        <ServedFigure {...table} />
        <MovesFigure {...table} smallestCount={smallestCount} />
      </Figures>
    </section>
  );
}
