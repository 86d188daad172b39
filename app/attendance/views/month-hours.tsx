import type { ReactNode } from "react";
import { formatHundredths, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { FacilityOccupancy } from "../acts/read-occupancy.server.ts";
import { type CafRateName, type Rate, cafRateNames, cafRates } from "../rules/caf-rates.ts";

const lines = [
  "capacityMinutes",
  "bookedMinutes",
  "presentMinutes",
  "absentMinutes",
  "unknownMinutes",
  "toComeMinutes",
  "realisedMinutes",
  "billedMinutes",
] as const;

const byCapacity: CafRateName[] = ["financial", "real"];

/** The hours of the month so far, what became of them, and the rates of the Caf with what they are made of. */
export function MonthHours({ month }: { month: FacilityOccupancy }): ReactNode {
  const { t, language } = useWords();
  const length = (minutes: number): string => formatLength(minutes, language);
  const known = (line: (typeof lines)[number]): boolean => line !== "capacityMinutes" || month.capacityKnown;
  const rates = cafRates({
    capacity: month.capacityMinutes,
    booked: month.bookedMinutes,
    realised: month.realisedMinutes,
    billed: month.billedMinutes,
    unknown: month.unknownMinutes,
  });
  const percent = (rate: Rate): string =>
    rate.percent === null ? t("attendance:hours.noRate") : formatHundredths(rate.percent, language);
  return (
    <section>
      <h2>{t("attendance:hours.title")}</h2>
      <DataTable
        caption={t("attendance:hours.caption")}
        rows={[...lines]}
        rowKey={(line) => line}
        columns={[
          { key: "what", header: t("attendance:hours.what"), cell: (line) => t(`attendance:hours.${line}`) },
          {
            key: "hours",
            header: t("attendance:hours.hours"),
            number: true,
            cell: (line) => (known(line) ? length(month[line]) : t("attendance:today.licenceUnknown")),
          },
          {
            key: "means",
            header: t("attendance:hours.means"),
            cell: (line) => t(`attendance:hours.definition.${line}`),
          },
        ]}
      />
      <DataTable
        caption={t("attendance:hours.rates")}
        rows={[...cafRateNames]}
        rowKey={(name) => name}
        columns={[
          {
            key: "rate",
            header: t("attendance:hours.rate"),
            cell: (name) => t(`attendance:hours.rateName.${name}`),
          },
          {
            key: "percent",
            header: t("attendance:hours.percent"),
            number: true,
            cell: (name) => percent(rates[name]),
          },
          {
            key: "made",
            header: t("attendance:hours.madeOf"),
            cell: (name) =>
              t(`attendance:hours.rateOf.${name}`, {
                numerator: length(rates[name].numerator),
                denominator:
                  byCapacity.includes(name) && !month.capacityKnown
                    ? t("attendance:today.licenceUnknown")
                    : length(rates[name].denominator),
              }),
          },
          {
            key: "unknown",
            header: t("attendance:hours.unknownMinutes"),
            number: true,
            cell: (name) => length(rates[name].unknown),
          },
        ]}
      />
      {month.facilityKind === "afterSchool" && <p>{t("attendance:today.wholeBands")}</p>}
    </section>
  );
}
