import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ScoreSheetView, SheetPlace } from "../rules/sheet-view.ts";
import styles from "./sheet.module.css";
import { told } from "./told.ts";

/** The same total at each facility wished for, with what counts there only. */
export function SheetPlaces({ scored }: { scored: NonNullable<ScoreSheetView["scored"]> }): ReactNode {
  const { t, language } = useWords();
  const { places, grid, reserves, maxShares } = scored;
  const byPoints = grid.method === "points";
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
  return (
    <>
      {places.length > 0 && grid.method !== "deliberation" && (
        <section>
          <h2>{t("commission:sheet.places")}</h2>
          <DataTable<SheetPlace>
            caption={t("commission:sheet.places")}
            hiddenCaption
            rows={places}
            rowKey={({ facilityId }) => facilityId}
            columns={[
              {
                key: "facility",
                header: t("commission:sheet.column.facility"),
                cell: ({ facilityName, rank }) =>
                  t("commission:sheet.wish", { facility: facilityName, rank }),
              },
              {
                key: "added",
                header: t("commission:sheet.column.added"),
                cell: ({ added }) =>
                  added.length === 0
                    ? t("commission:sheet.nothingAdded")
                    : added.map(({ words, points }) => (
                        <span key={words.fr} className={styles.line}>
                          {byPoints
                            ? t("commission:sheet.added", {
                                words: told(words, language),
                                points: signed.format(points),
                              })
                            : told(words, language)}
                        </span>
                      )),
              },
              ...(byPoints
                ? [
                    {
                      key: "points",
                      header: t("commission:sheet.column.total"),
                      number: true,
                      cell: ({ points }: SheetPlace) => <strong>{formatNumber(points, language)}</strong>,
                    },
                  ]
                : []),
            ]}
          />
        </section>
      )}
      {reserves.length + maxShares.length > 0 && (
        <section aria-labelledby="rules">
          <h2 id="rules">{t("commission:sheet.rules")}</h2>
          <ul>
            {reserves.map(({ code, words, places: kept, of }) => (
              <li key={code}>
                {t("commission:grid.reserve", { words: told(words, language), count: kept, of })}
              </li>
            ))}
            {maxShares.map((share) => (
              <li key={share.class}>
                {t("commission:grid.share", { words: told(share.words, language), percent: share.percent })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
