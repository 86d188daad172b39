import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Figures } from "#app/ui/figure.tsx";
import type { DemandTables, Row, Table } from "../rules/dashboard.ts";
import { type HoursSplit, atypicalShareOf } from "../rules/indicators.ts";
import { useFiguresText } from "./figures-text.ts";
import { type Measure, MeasureFigure, withTown } from "./measure-figure.tsx";

type Counts = Record<"received" | "served" | "open" | "late", number | null>;

/** The tables side by side; a masked figure masks itself only, as each table has its own mask. */
function countsOf({ received, served, open, late }: DemandTables): Row<Counts>[] {
  const find = <T,>(table: Table<T>, kind: string): T | null =>
    withTown(table).find((row) => row.kind === kind)?.figures ?? null;
  return withTown(open).map(({ kind }) => ({
    kind,
    figures: {
      received: find(received, kind),
      served: find(served, kind),
      open: find(open, kind)?.count ?? null,
      late: find(late, kind),
    },
  }));
}

/** What was asked for, what was answered, and what is still open. */
export function DemandFigures({
  demand,
  booked,
  ordinary,
}: {
  demand: DemandTables;
  /** Hours booked in the town, to set against those asked for. */
  booked: HoursSplit | null;
  ordinary: string;
}): ReactNode {
  const { t } = useWords();
  const { count, hours, rate } = useFiguresText();
  const { received, served, open } = demand;
  const asked = open.total?.asked ?? null;
  const counted = (key: keyof Counts): Measure<Counts> => ({
    key,
    of: (figures) => figures[key],
    write: (value) => (value === null ? t("observatory:masked") : count(value)),
  });
  const share = (key: keyof HoursSplit): Measure<HoursSplit> => ({
    key,
    of: (split) => split[key] / (split.ordinary + split.atypical),
    write: rate,
  });
  return (
    <Figures>
      <MeasureFigure
        words="observatory:demand.counts"
        names="careKind"
        rows={countsOf(demand)}
        reading={
          received.total !== null && served.total !== null
            ? t("observatory:demand.counts.reading", {
                received: count(received.total),
                served: count(served.total),
              })
            : undefined
        }
        notes={[t("observatory:demand.definition.counts")]}
        measures={[counted("received"), counted("served"), counted("open"), counted("late")]}
      />
      <MeasureFigure
        words="observatory:demand.split"
        names="side"
        rows={[
          { kind: "asked", figures: asked },
          { kind: "booked", figures: booked },
        ]}
        reading={
          asked && booked
            ? t("observatory:demand.split.reading", {
                asked: rate(atypicalShareOf(asked)),
                booked: rate(atypicalShareOf(booked)),
              })
            : undefined
        }
        notes={[t("observatory:demand.definition.split", { ordinary })]}
        measures={[share("ordinary"), share("atypical")]}
        alsoInTable={[
          { key: "ordinaryHours", of: (split) => split.ordinary, write: hours },
          { key: "atypicalHours", of: (split) => split.atypical, write: hours },
        ]}
        stackedText={(split) =>
          t("observatory:occupancy.split.share", { share: rate(atypicalShareOf(split)) })
        }
        max={1}
      />
    </Figures>
  );
}
