import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { OffRun } from "../rules/calendar-stays.ts";
import { dayOffText } from "#app/ui/day-off-text.ts";
import styles from "./closure-list.module.css";

/** Days off with their reasons, those that follow each other together. */
export function ClosureList<Closure extends OffRun & { facilityName?: string }>({
  closures,
  idOf,
}: {
  closures: Closure[];
  idOf?: (closure: Closure) => string;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <ul className={styles.closures}>
      {closures.map((closure) => {
        const { from, to, off, facilityName } = closure;
        return (
          <li key={`${facilityName} ${from}`} id={idOf?.(closure)}>
            <strong>
              {from === to
                ? formatDay(from, language)
                : t("calendar:fromTo", { from: formatDay(from, language), to: formatDay(to, language) })}
            </strong>
            <span>{dayOffText(off, t)}</span>
            {facilityName && <small>{facilityName}</small>}
          </li>
        );
      })}
    </ul>
  );
}
