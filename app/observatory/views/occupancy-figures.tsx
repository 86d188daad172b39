import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Figures } from "#app/ui/figure.tsx";
import type { Table } from "../rules/dashboard.ts";
import type { OccupancyIndicators } from "../rules/indicators.ts";
import { useFiguresText } from "./figures-text.ts";
import { type Measure, MeasureFigure, withTown } from "./measure-figure.tsx";

/** Capacity and what became of it, by kind of facility and for the town. */
export function OccupancyFigures({
  occupancy,
  ordinary,
}: {
  occupancy: Table<OccupancyIndicators>;
  /** Ordinary hours, in words. */
  ordinary: string;
}): ReactNode {
  const { t } = useWords();
  const { hours, rate } = useFiguresText();
  const { total } = occupancy;
  const measure = (
    key: string,
    of: (figures: OccupancyIndicators) => number | null,
    write: Measure<OccupancyIndicators>["write"] = hours,
  ): Measure<OccupancyIndicators> => ({ key, of, write });
  const shared = { names: "kind", rows: withTown(occupancy) } as const;
  const unmarked = total?.unmarkedShare
    ? [t("observatory:occupancy.definition.unmarked", { share: rate(total.unmarkedShare) })]
    : [];
  return (
    <Figures>
      <MeasureFigure
        {...shared}
        words="observatory:occupancy.rates"
        reading={
          total
            ? t("observatory:occupancy.rates.reading", {
                booked: rate(total.bookedRate),
                present: rate(total.presentRate),
              })
            : undefined
        }
        notes={[t("observatory:occupancy.definition.rates"), ...unmarked]}
        measures={[
          measure("bookedRate", ({ bookedRate }) => bookedRate, rate),
          measure("presentRate", ({ presentRate }) => presentRate, rate),
        ]}
        alsoInTable={[measure("unmarked", ({ unmarkedShare }) => unmarkedShare, rate)]}
        max={1}
      />
      <MeasureFigure
        {...shared}
        words="observatory:occupancy.hours"
        notes={[t("observatory:occupancy.definition.capacity")]}
        measures={[
          measure("capacity", ({ capacity }) => capacity),
          measure("booked", ({ booked }) => booked),
          measure("present", ({ present }) => present),
        ]}
      />
      <MeasureFigure
        {...shared}
        words="observatory:occupancy.billing"
        reading={
          total
            ? t("observatory:occupancy.billing.reading", {
                billed: rate(total.billedRate),
                billing: rate(total.billingRate),
              })
            : undefined
        }
        notes={[t("observatory:occupancy.definition.billing")]}
        measures={[
          measure("realised", ({ realised }) => realised),
          measure("billed", ({ billed }) => billed),
        ]}
        alsoInTable={[
          measure("billedRate", ({ billedRate }) => billedRate, rate),
          measure("billingRate", ({ billingRate }) => billingRate, rate),
        ]}
      />
      <MeasureFigure
        {...shared}
        words="observatory:occupancy.split"
        reading={
          total ? t("observatory:occupancy.split.reading", { share: rate(total.atypicalShare) }) : undefined
        }
        notes={[t("observatory:occupancy.definition.split", { ordinary })]}
        measures={[
          measure("ordinary", ({ bookedSplit }) => bookedSplit?.ordinary ?? null),
          measure("atypical", ({ bookedSplit }) => bookedSplit?.atypical ?? null),
        ]}
        alsoInTable={[measure("atypicalShare", ({ atypicalShare }) => atypicalShare, rate)]}
        stackedText={({ bookedSplit }) =>
          bookedSplit === null
            ? t("observatory:masked")
            : t("observatory:occupancy.split.hours", { hours: hours(bookedSplit.atypical) })
        }
      />
    </Figures>
  );
}
