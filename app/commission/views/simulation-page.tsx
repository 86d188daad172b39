import type { ReactNode } from "react";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { KeyFigures } from "#app/ui/figure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { SimulationResult, SimulationView } from "../rules/simulation-view.ts";
import { DimensionFigures } from "./simulation-figures.tsx";
import { KindForm, SimulationForm, useGridName } from "./simulation-form.tsx";
import { wholeHours } from "./simulation-text.ts";
import styles from "./simulation.module.css";

function Keys({ result }: { result: SimulationResult }): ReactNode {
  const { t, language } = useWords();
  const { total, moves, barred } = result;
  const hidden = t("commission:simulation.hidden");
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? hidden : formatNumber(value, language);
  const key = (name: string, value: string, note: string) => ({
    term: t(`commission:simulation.key.${name}`),
    value,
    note,
  });
  const pair = (a: string, b: string): string => t("commission:simulation.pair", { a, b });
  const { served } = total;
  return (
    <KeyFigures
      figures={[
        key(
          "served",
          served ? pair(number(served.servedA), number(served.servedB)) : hidden,
          t("commission:simulation.key.servedNote", { asked: number(total.asked) }),
        ),
        key(
          "hours",
          served
            ? pair(wholeHours(served.halfHoursA, language), wholeHours(served.halfHoursB, language))
            : hidden,
          t("commission:simulation.key.hoursNote"),
        ),
        key(
          "gains",
          number(total.moves?.gains),
          moves
            ? t("commission:simulation.key.gainsNote", {
                place: number(moves.gainsPlace),
                better: number(moves.gainsBetter),
              })
            : t("commission:simulation.key.gainsPlain"),
        ),
        key(
          "loses",
          number(total.moves?.loses),
          moves
            ? t("commission:simulation.key.losesNote", {
                place: number(moves.losesPlace),
                worse: number(moves.losesWorse),
              })
            : t("commission:simulation.key.losesPlain"),
        ),
        key("barred", pair(number(barred.a), number(barred.b)), t("commission:simulation.key.barredNote")),
      ]}
    />
  );
}

function Result({ view, result }: { view: SimulationView; result: SimulationResult }): ReactNode {
  const { t, language } = useWords();
  const name = useGridName();
  const { a, b, notAsked, total, ms, smallestCount, facilities, tables } = result;
  const { startFrom, startTo } = view.asked;
  const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const nobodyMoves = total.moves?.gains === 0 && total.moves.loses === 0;
  return (
    <div className={styles.result} id="resultat">
      <h2>{t("commission:simulation.resultTitle")}</h2>
      <dl className={styles.grids}>
        <dt>{t("commission:simulation.withA")}</dt>
        <dd>
          <a href={`/guichet/grilles/${a.id}`}>{name(a)}</a>
        </dd>
        <dt>{t("commission:simulation.withB")}</dt>
        <dd>
          <a href={`/guichet/grilles/${b.id}`}>{name(b)}</a>
        </dd>
      </dl>
      <p>
        {t("commission:simulation.on", {
          count: facilities,
          from: formatDate(startFrom, language),
          to: formatDate(startTo, language),
          seconds: seconds.format(ms / 1000),
        })}
      </p>
      {nobodyMoves && <Notice meaning="information" title={t("commission:simulation.nobodyMoves")} />}
      {total.moves === null && (
        <Notice
          meaning="information"
          title={t("commission:simulation.tooFew", { smallest: smallestCount })}
        />
      )}
      {[a, b].some(({ method }) => method === "deliberation") && (
        <Notice meaning="attention" title={t("commission:simulation.deliberation")} />
      )}
      {(["a", "b"] as const).map(
        (side) =>
          notAsked[side] > 0 && (
            <Notice
              key={side}
              meaning="attention"
              title={t(`commission:simulation.notAsked.${side}`, { count: notAsked[side] })}
            />
          ),
      )}
      <Keys result={result} />
      <Notice meaning="information" title={t("commission:simulation.readingTitle")}>
        <ul>
          <li>{t("commission:simulation.reading.same")}</li>
          <li>{t("commission:simulation.reading.nothing")}</li>
          <li>{t("commission:simulation.reading.secrecy", { most: smallestCount - 1 })}</li>
        </ul>
      </Notice>
      {tables.map((table) => (
        <DimensionFigures key={table.dimension} table={table} smallestCount={smallestCount} />
      ))}
    </div>
  );
}

/** Two grids on the same demand, before any vote: who would gain, who would lose. */
export function SimulationPage({ view }: { view: SimulationView }): ReactNode {
  const { t } = useWords();
  const { result, grids } = view;
  const errors = Object.entries(view.errors).map(([name, key]) => ({ name, message: t(key) }));
  return (
    <Page
      wide
      title={t("commission:simulation.title")}
      lead={t("commission:simulation.lead")}
      back={{ href: "/guichet/grilles", label: t("commission:grid.listTitle") }}
    >
      <ErrorSummary errors={errors} />
      <KindForm asked={view.asked} />
      {grids.length === 0 ? (
        <Notice meaning="attention" title={t("commission:simulation.noGrid")}>
          <p>{t("commission:grid.noneInForceHint")}</p>
        </Notice>
      ) : (
        <SimulationForm view={view} />
      )}
      {result && <Result view={view} result={result} />}
    </Page>
  );
}
