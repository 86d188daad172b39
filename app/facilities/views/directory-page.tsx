import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import type { DirectoryView } from "../acts/read-directory.server.ts";
import { facilityKinds } from "../rules/kinds.ts";
import { DirectoryMap } from "./directory-map.tsx";
import styles from "./directory-page.module.css";
import { FacilityCard } from "./facility-card.tsx";

function Filters({ view: { filters, quarterNames } }: { view: DirectoryView }): ReactNode {
  const { t } = useWords();
  return (
    <form method="get" action="/structures" className={`${styles.filters} no-print`}>
      <SelectField
        name="type"
        label={t("facilities:directory.kind")}
        empty={t("facilities:directory.everyKind")}
        defaultValue={filters.kind ?? ""}
        options={facilityKinds.map((kind) => ({ value: kind, label: t(`facilities:kind.${kind}`) }))}
      />
      <SelectField
        name="quartier"
        label={t("facilities:directory.quarter")}
        empty={t("facilities:directory.everyQuarter")}
        defaultValue={filters.quarter ?? ""}
        options={quarterNames.map((name) => ({ value: name, label: name }))}
      />
      <ButtonRow>
        <Button>{t("facilities:directory.show")}</Button>
        {(filters.kind || filters.quarter) && (
          <ButtonLink kind="quiet" href="/structures">
            {t("facilities:directory.showAll")}
          </ButtonLink>
        )}
      </ButtonRow>
    </form>
  );
}

function Total({ view: { count, childminders, places } }: { view: DirectoryView }): ReactNode {
  const { t, language } = useWords();
  return (
    <p>
      {count > 0 && t("facilities:directory.count", { count })}{" "}
      {childminders > 0 && t("facilities:directory.childminders", { count: childminders })}{" "}
      {places.known > 0 &&
        t("facilities:directory.placesKnown", {
          count: places.known,
          places: formatNumber(places.known, language),
        })}{" "}
      {places.unknown > 0 && t("facilities:directory.placesNotSaid", { count: places.unknown })}
    </p>
  );
}

/** Every facility of the town by quarter, and where they are. */
export function DirectoryPage({ view }: { view: DirectoryView }): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t("facilities:directory.title")} lead={t("facilities:directory.lead")} wide>
      <Filters view={view} />
      <Total view={view} />
      {view.zones.length > 0 && (
        <section aria-labelledby="plan">
          <h2 id="plan">{t("facilities:directory.map")}</h2>
          <DirectoryMap view={view} />
        </section>
      )}
      <div id="liste" className={styles.list}>
        {view.count + view.childminders === 0 && (
          <>
            <h2>{t("facilities:directory.none.title")}</h2>
            <p>{t("facilities:directory.none.text")}</p>
          </>
        )}
        {view.quarters.map(({ name, facilities, childminders }, index) => (
          <section key={name ?? ""} aria-labelledby={`quartier-${index}`}>
            <h2 id={`quartier-${index}`}>{name ?? t("facilities:directory.quarterUnknown")}</h2>
            {facilities.length > 0 && (
              <ul className={styles.cards}>
                {facilities.map((facility) => (
                  <li key={facility.id}>
                    <FacilityCard facility={facility} />
                  </li>
                ))}
              </ul>
            )}
            {childminders > 0 && (
              <p>
                {t("facilities:directory.childminders", { count: childminders })}{" "}
                <a href={`/places${name ? `?quartier=${encodeURIComponent(name)}` : ""}`}>
                  {t("facilities:directory.searchHours")}
                </a>
              </p>
            )}
          </section>
        ))}
      </div>
      <ButtonRow>
        <ButtonLink kind="main" href="/demandes/nouvelle">
          {t("facilities:directory.ask")}
        </ButtonLink>
        <ButtonLink href="/places">{t("facilities:directory.searchHours")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
