import type { ReactNode } from "react";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDay, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { NamedPlace, PartTaken, PlaceAnswer, SearchAnswer } from "../rules/place-answer.ts";
import type { SearchedNeed } from "../rules/place-search-form.ts";
import styles from "./search-page.module.css";

/** The name of a place, or what it is where its name is not public. */
export function usePlaceName(): (place: NamedPlace) => string {
  const { t } = useWords();
  return (place) => place.name ?? t("allocation:search.someChildminder");
}

export function PlaceHeading({ place }: { place: NamedPlace }): ReactNode {
  const { t } = useWords();
  const nameOf = usePlaceName();
  return (
    <>
      <h3>{nameOf(place)}</h3>
      <p className={styles.kind}>
        {place.name === null
          ? place.quarterName
          : t("allocation:search.kindAndQuarter", {
              kind: t(`facilities:kind.${place.kind}`),
              quarter: place.quarterName ?? t("ui:unknown"),
            })}
      </p>
    </>
  );
}

function Missing({ rest }: { rest: WeeklyPattern }): ReactNode {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("allocation:search.missing")}</summary>
      <WeekHours pattern={rest} />
    </details>
  );
}

function Places({
  title,
  note,
  places,
  total,
}: {
  title: string;
  note?: string;
  places: PlaceAnswer[];
  total: number | null;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <section>
      <h2>{title}</h2>
      {note && <p>{note}</p>}
      <ul className={styles.cards}>
        {places.map(({ place, part, minutes, rest }, index) => (
          <li key={place.facilityId ?? index} className={styles.card}>
            <PlaceHeading place={place} />
            {total === null ? (
              <Tag meaning="success">{t("allocation:search.allHours")}</Tag>
            ) : (
              <>
                <p>
                  {t("allocation:search.someHours", {
                    some: formatLength(minutes, language),
                    total: formatLength(total, language),
                  })}
                </p>
                <WeekStrip pattern={part} compact />
                <WeekHours pattern={part} />
                <Missing rest={rest} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PairParts({ parts }: { parts: readonly PartTaken[] }): ReactNode {
  const { t, language } = useWords();
  return (
    <ol className={styles.pair}>
      {parts.map(({ place, part, minutes }, index) => (
        <li key={index}>
          <PlaceHeading place={place} />
          <p>{t("allocation:search.weekly", { length: formatLength(minutes, language) })}</p>
          <WeekStrip pattern={part} compact />
          <WeekHours pattern={part} />
        </li>
      ))}
    </ol>
  );
}

function Pairs({ pairs }: Pick<SearchAnswer, "pairs">): ReactNode {
  const { t } = useWords();
  return (
    <ul className={styles.pairs}>
      {pairs.map(({ parts, cuts }, index) => (
        <li key={index} className={styles.card}>
          <PairParts parts={parts} />
          {cuts > 0 && <p>{t("allocation:search.cuts", { count: cuts })}</p>}
        </li>
      ))}
    </ul>
  );
}

function Names({ title, note, places }: { title: string; note: string; places: NamedPlace[] }): ReactNode {
  const nameOf = usePlaceName();
  return (
    <details className={styles.names}>
      <summary>{title}</summary>
      <p>{note}</p>
      <ul>
        {places.map((place, index) => (
          <li key={place.facilityId ?? index}>
            {nameOf(place)}
            {place.quarterName ? ` – ${place.quarterName}` : ""}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who covers all, who covers which part, and which pair covers the rest. */
export function SearchAnswerView({ answer, need }: { answer: SearchAnswer; need: SearchedNeed }): ReactNode {
  const { t, language } = useWords();
  const { whole, partly, pairs, full, unknown, askedMinutes } = answer;
  return (
    <div id="reponse">
      <section aria-labelledby="asked" className={styles.asked}>
        <h2 id="asked">{t("allocation:search.askedTitle")}</h2>
        <p>
          {t("allocation:search.period", {
            from: formatDay(need.startOn, language),
            to: formatDay(need.endOn, language),
            length: formatLength(askedMinutes, language),
          })}
        </p>
        <WeekStrip pattern={need.pattern} />
        <WeekHours pattern={need.pattern} />
      </section>
      <Notice meaning="information" title={t("allocation:search.noPromise")}>
        <p>{t("allocation:search.noPromiseText")}</p>
      </Notice>
      {whole.length === 0 ? (
        <section>
          <h2>{t("allocation:search.whole", { count: 0 })}</h2>
          <p>{t(pairs.length > 0 ? "allocation:search.noneButPairs" : "allocation:search.none")}</p>
        </section>
      ) : (
        <Places title={t("allocation:search.whole", { count: whole.length })} places={whole} total={null} />
      )}
      {pairs.length > 0 && (
        <section>
          <h2>{t("allocation:search.pairs", { count: pairs.length })}</h2>
          {whole.length > 0 ? (
            <details>
              <summary>{t("allocation:search.showPairs")}</summary>
              <Pairs pairs={pairs} />
            </details>
          ) : (
            <>
              <p>{t("allocation:search.pairsNote")}</p>
              <Pairs pairs={pairs} />
            </>
          )}
        </section>
      )}
      {partly.length > 0 && whole.length === 0 && (
        <Places
          title={t("allocation:search.partly", { count: partly.length })}
          note={t("allocation:search.partlyNote")}
          places={partly}
          total={askedMinutes}
        />
      )}
      {full.length > 0 && (
        <Names
          title={t("allocation:search.full", { count: full.length })}
          note={t("allocation:search.fullNote")}
          places={full}
        />
      )}
      {unknown.length > 0 && (
        <Names
          title={t("allocation:search.unknown", { count: unknown.length })}
          note={t("allocation:search.unknownNote")}
          places={unknown}
        />
      )}
    </div>
  );
}
