import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { type TabletDay, type TabletView, isPresent } from "../rules/tablet-day.ts";
import { hour } from "./tablet-row.tsx";
import styles from "./tablet-emergency.module.css";

/** Who is in the building now, for whoever must count them outside: read aloud, or printed. */
export function TabletEmergency({
  day,
  view,
  now,
}: {
  day: TabletDay;
  view: TabletView;
  now: Date;
}): ReactNode {
  const { t, language } = useWords();
  const adults = view.groups.reduce((sum, { staff }) => sum + (staff ?? 0), 0);
  const counted = view.groups.some(({ staff }) => staff !== null);
  return (
    <div className={styles.list}>
      <p className={styles.time}>{formatInstant(now, language)}</p>
      <p className={styles.total}>
        {t("tablet:emergency.children", { count: view.present })}
        {counted && <> · {t("tablet:emergency.adults", { count: adults })}</>}
      </p>
      <Button type="button" onClick={() => window.print()}>
        {t("tablet:emergency.print")}
      </Button>
      {view.groups.map(({ id, name, staff, lines }) => {
        const here = lines.filter(isPresent).sort((one, other) => one.name.localeCompare(other.name, "fr"));
        return (
          <section key={id} aria-labelledby={`u-${id}`}>
            <h2 id={`u-${id}`}>
              {name}{" "}
              <small>
                {t("tablet:emergency.children", { count: here.length })}
                {staff !== null && <> · {t("tablet:emergency.adults", { count: staff })}</>}
              </small>
            </h2>
            {here.length === 0 ? (
              <p>{t("tablet:emergency.nobody")}</p>
            ) : (
              <ul>
                {here.map((line) => (
                  <li key={line.id}>
                    <strong>{line.name}</strong>
                    <span>
                      {line.arrivedAt &&
                        t("tablet:emergency.since", { time: hour(line.arrivedAt, language) })}
                    </span>
                    <span className={styles.tick} aria-hidden="true" />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      <p className={styles.source}>
        {t("tablet:emergency.source", { time: hour(day.at, language), place: day.place.name })}
      </p>
    </div>
  );
}
