import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { ScoreSheetView } from "../rules/sheet-view.ts";

/** After a meeting: the total of the last family served where this one waits, never over fewer than five. */
export function SheetLast({ last }: { last: NonNullable<ScoreSheetView["last"]> }): ReactNode {
  const { t, language } = useWords();
  return (
    <section aria-labelledby="last">
      <h2 id="last">{t("commission:sheet.lastTitle", { date: formatDay(last.heldOn, language) })}</h2>
      <p>{t("commission:sheet.lastOwn", { count: last.points })}</p>
      {last.served.length > 0 ? (
        <ul>
          {last.served.map(({ facilityName, sectionName, points }) => (
            <li key={`${facilityName} ${sectionName}`}>
              {t("commission:sheet.lastServed", {
                facility: facilityName,
                section: sectionName,
                count: points,
              })}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("commission:sheet.lastHidden")}</p>
      )}
    </section>
  );
}
