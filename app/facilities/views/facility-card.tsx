import type { ReactNode } from "react";
import { formatAge } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { weekLines } from "#app/ui/week-text.ts";
import type { DirectoryFacility } from "../rules/directory.ts";
import styles from "./directory-page.module.css";

function Hours({ hours }: Pick<DirectoryFacility, "hours">): ReactNode {
  const { t, language } = useWords();
  if (hours.length === 0) return t("ui:unknown");
  const lines = weekLines({ cycleWeeks: 1, slots: hours.map((each) => ({ week: 0, ...each })) }, t, language);
  return lines.map((line) => <p key={line}>{line}</p>);
}

/** What is known of a facility; what is not is said to be unknown. */
export function FacilityCard({ facility }: { facility: DirectoryFacility }): ReactNode {
  const { t, language } = useWords();
  const { name, kind, operatorName, address, places, homeBasedPlaces, statedIn, source } = facility;
  const { minAgeMonths: from, maxAgeMonths: to } = facility;
  const placesText = places === null ? t("ui:unknown") : t("facilities:directory.places", { count: places });
  const homeBased = homeBasedPlaces !== null && homeBasedPlaces > 0;
  const ages =
    from === null || to === null
      ? null
      : t("facilities:directory.agesFromTo", {
          from: formatAge(from, language),
          to: formatAge(to, language),
        });
  return (
    <article className={styles.card}>
      <h3>{name}</h3>
      <p className={styles.kind}>{t(`facilities:kind.${kind}`)}</p>
      <Facts
        facts={[
          { term: t("facilities:directory.hours"), value: <Hours hours={facility.hours} /> },
          {
            term: t("facilities:directory.placesTerm"),
            value: homeBased
              ? t("facilities:directory.withHomeBased", {
                  places: placesText,
                  homeBased: t("facilities:directory.homeBased", { count: homeBasedPlaces }),
                })
              : placesText,
          },
          ...(ages ? [{ term: t("facilities:directory.ages"), value: ages }] : []),
          { term: t("facilities:directory.operator"), value: operatorName ?? t("ui:unknown") },
          ...(address ? [{ term: t("facilities:directory.address"), value: address }] : []),
        ]}
      />
      <p className={styles.source}>
        {statedIn
          ? t("facilities:directory.sourceIn", { source, year: statedIn })
          : t("facilities:directory.source", { source })}
      </p>
    </article>
  );
}
