import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import type { FacilityOccupancy } from "../acts/read-occupancy.server.ts";

/** The hours of the month so far: what was booked, and what became of it. */
export function MonthHours({ month }: { month: FacilityOccupancy }): ReactNode {
  const { t, language } = useWords();
  const lines = [
    ["monthBooked", month.bookedMinutes],
    ["monthPresent", month.presentMinutes],
    ["monthAbsent", month.absentMinutes],
    ["monthUnknown", month.unknownMinutes],
    ["monthToCome", month.toComeMinutes],
  ] as const;
  return (
    <section>
      <h2>{t("attendance:today.month")}</h2>
      <Facts
        facts={lines.map(([key, minutes]) => ({
          term: t(`attendance:today.${key}`),
          value: formatLength(minutes, language),
        }))}
      />
      {month.facilityKind === "afterSchool" && <p>{t("attendance:today.wholeBands")}</p>}
    </section>
  );
}
