import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { QuarterList, ZoneMap } from "#app/ui/zone-map.tsx";
import type { DirectoryView } from "../acts/read-directory.server.ts";
import styles from "./directory-map.module.css";
import { directoryHref } from "./directory-href.ts";

/** Where the facilities of the kind asked for are, by quarter: the picture, and the same as a list that leads on. */
export function DirectoryMap({ view: { zones, filters } }: { view: DirectoryView }): ReactNode {
  const { t } = useWords();
  const counted = zones.map(({ facilities, ...zone }) => ({
    ...zone,
    value: facilities,
    label: t("territory:map.facilities", { count: facilities }),
  }));
  const contours = zones.every(({ contour }) => contour !== null);
  const title = filters.kind
    ? t("territory:map.titleOfKind", { kind: t(`facilities:kind.${filters.kind}`) })
    : t("territory:map.title");
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3>{title}</h3>
        <p>{t("territory:map.reading")}</p>
      </figcaption>
      <div className={styles.columns}>
        <div>
          <ZoneMap
            id="carte"
            name={t("territory:map.name", { title })}
            zones={counted}
            legend={{
              title: t("territory:map.legend"),
              unknown: t("ui:unknown"),
              range: (from, to) =>
                from === to
                  ? t("territory:map.facilities", { count: from })
                  : t("territory:map.range", { from, count: to }),
            }}
          />
          <p className={styles.note}>{t(contours ? "territory:map.contours" : "territory:map.tiles")}</p>
        </div>
        <QuarterList
          name={title}
          zones={counted}
          hrefOf={(quarter) => directoryHref({ ...filters, quarter })}
        />
      </div>
    </figure>
  );
}
