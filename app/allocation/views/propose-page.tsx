import type { ReactNode } from "react";
import { formatAge, formatDay, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { OfferMade } from "../acts/make-offer.server.ts";
import type { PlacesPage } from "../acts/read-places.server.ts";
import { refusalText } from "./conflict-text.ts";
import { ConfirmPair } from "./confirm-pair.tsx";
import { ConfirmPlace } from "./confirm-place.tsx";
import { PairList } from "./pair-list.tsx";
import { PlaceSearch } from "./place-search.tsx";
import { PlaceTable } from "./place-table.tsx";
import styles from "./propose-page.module.css";

type Refusal = Extract<OfferMade, { ok: false }>;

function Asked({ request }: Pick<PlacesPage, "request">): ReactNode {
  const { t, language } = useWords();
  const { child, ageMonths, startOn, flexibleWeeks, weeklyMinutes, pattern } = request;
  const age = ageMonths === null ? t("ui:unknown") : formatAge(Math.max(0, ageMonths), language);
  return (
    <div className={styles.halves}>
      <Facts
        facts={[
          {
            term: t("allocation:make.child"),
            value: `${child.firstName || t("ui:unbornChild")} ${child.lastName}`,
          },
          { term: t("allocation:make.age"), value: age },
          ...(child.school ? [{ term: t("allocation:make.school"), value: child.school.name }] : []),
          {
            term: t("allocation:make.wanted"),
            value: t("allocation:make.wantedFrom", {
              start: formatDay(startOn, language),
              count: flexibleWeeks,
            }),
          },
          { term: t("allocation:make.weekly"), value: formatLength(weeklyMinutes, language) },
        ]}
      />
      <div>
        <WeekStrip pattern={pattern} />
        <WeekHours pattern={pattern} />
      </div>
    </div>
  );
}

function Places({ places, pairs, choice }: Pick<PlacesPage, "places" | "pairs" | "choice">): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t("allocation:make.placesTitle")}</h2>
      <PlaceSearch choice={choice} />
      {places.wishes.length === 0 ? (
        <p>{t("allocation:make.noWish")}</p>
      ) : (
        <PlaceTable caption={t("allocation:make.wishes")} places={places.wishes} choice={choice} />
      )}
      {places.able.length === 0 ? (
        <Notice meaning="information">
          <p>{t("allocation:make.noneAble")}</p>
        </Notice>
      ) : (
        <PlaceTable caption={t("allocation:make.able")} places={places.able} choice={choice} />
      )}
      {pairs.length > 0 && <PairList pairs={pairs} choice={choice} open={!places.able.length} />}
      {places.lacking.length > 0 && (
        <details>
          <summary>{t("allocation:make.lacking", { count: places.lacking.length })}</summary>
          <PlaceTable caption={t("allocation:make.lackingCaption")} places={places.lacking} choice={choice} />
        </details>
      )}
    </section>
  );
}

/** Where an agent finds a place for a request, and offers it. */
export function ProposePage({ page, refusal }: { page: PlacesPage; refusal: Refusal | null }): ReactNode {
  const { t, language } = useWords();
  const { request, chosen, pair } = page;
  return (
    <Page
      wide
      title={t("allocation:make.title", { child: request.child.firstName || t("allocation:family.unborn") })}
      lead={t("allocation:make.lead", { reference: request.reference })}
      back={{ href: `/guichet/demandes/${request.id}`, label: t("allocation:make.back") }}
    >
      {refusal && (
        <Notice meaning="refusal" live title={t("allocation:make.notOffered")}>
          <p>
            {refusal.error === "requests:error.changedMeanwhile"
              ? t(refusal.error)
              : refusalText(refusal, t, language)}
          </p>
        </Notice>
      )}
      <Asked request={request} />
      {!request.mayBeOffered ? (
        <Notice meaning="attention">
          <p>{t("allocation:make.notOnList")}</p>
        </Notice>
      ) : pair ? (
        <ConfirmPair page={page} pair={pair} />
      ) : chosen ? (
        <ConfirmPlace page={page} chosen={chosen} />
      ) : (
        <Places places={page.places} pairs={page.pairs} choice={page.choice} />
      )}
    </Page>
  );
}
