import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Figure } from "#app/ui/figure.tsx";
import { QuarterTable, ZoneMap } from "#app/ui/zone-map.tsx";
import type { DirectoryView } from "../acts/read-directory.server.ts";

/** Where the facilities of the kind asked for are, by quarter. */
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
    <Figure
      title={title}
      reading={t("territory:map.reading")}
      notes={[t(contours ? "territory:map.contours" : "territory:map.tiles")]}
      table={
        <QuarterTable
          caption={title}
          headers={{
            quarter: t("territory:map.quarter"),
            number: t("territory:map.number"),
            value: t("territory:map.value"),
          }}
          zones={counted}
        />
      }
    >
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
    </Figure>
  );
}
