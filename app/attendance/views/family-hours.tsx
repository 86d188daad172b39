import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ChildHours } from "../acts/read-family-hours.server.ts";

const columns = [
  "bookedMinutes",
  "presentMinutes",
  "absentMinutes",
  "unknownMinutes",
  "toComeMinutes",
] as const;

/** The hours of a period, as the facility counts them too. */
export function FamilyHours({ hours, period }: { hours: ChildHours[]; period: string }): ReactNode {
  const { t, language } = useWords();
  if (hours.length === 0) return null;
  const nights = hours.filter(({ nightBooked }) => nightBooked > 0);
  return (
    <section>
      <h2>{t("attendance:hours.familyTitle")}</h2>
      <DataTable
        caption={t("attendance:hours.familyCaption", { period })}
        rows={hours}
        rowKey={({ childId, facilityId }) => `${childId} ${facilityId}`}
        columns={[
          {
            key: "child",
            header: t("attendance:hours.child"),
            cell: ({ childName, facilityName }) =>
              t("attendance:hours.childIn", { child: childName, facility: facilityName }),
          },
          ...columns.map((column) => ({
            key: column,
            header: t(`attendance:hours.${column}`),
            number: true,
            cell: (row: ChildHours) => formatLength(row[column], language),
          })),
        ]}
      />
      {nights.map(({ childId, facilityId, childName, nightBooked }) => (
        <p key={`${childId} ${facilityId}`}>
          {t("attendance:hours.nights", { child: childName, length: formatLength(nightBooked, language) })}
        </p>
      ))}
      {hours.some(({ facilityKind }) => facilityKind === "afterSchool") && (
        <p>{t("attendance:today.wholeBands")}</p>
      )}
    </section>
  );
}
