import type { ReactNode } from "react";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { ScoreSheetView } from "../rules/sheet-view.ts";
import { SheetLast } from "./sheet-last.tsx";
import { SheetLines } from "./sheet-lines.tsx";
import { SheetMention } from "./sheet-mention.tsx";
import { SheetPlaces } from "./sheet-places.tsx";
import styles from "./sheet.module.css";
import { told } from "./told.ts";

type Scored = NonNullable<ScoreSheetView["scored"]>;

/** Who reads: the family, its own sheet; an agent, that of a file. */
export type SheetReader = "family" | "desk";

function Total({ scored }: { scored: Scored }): ReactNode {
  const { t, language } = useWords();
  const { grid, basePoints, lines, seniority } = scored;
  const counted = lines.filter(({ counted: counts }) => counts);
  if (grid.method === "points")
    return (
      <p className={styles.total}>
        <strong>{formatNumber(basePoints, language)}</strong>{" "}
        <span>{t("commission:sheet.totalPoints", { count: basePoints })}</span>
      </p>
    );
  if (grid.method === "deliberation")
    return (
      <p>
        {basePoints === 0
          ? t("commission:sheet.noLevel")
          : t("commission:sheet.level", { level: basePoints })}
      </p>
    );
  const ranks = new Intl.ListFormat(language).format(counted.map(({ rank }) => String(rank)));
  return (
    <p>
      {counted.length > 0
        ? t("commission:sheet.listRanks", { count: counted.length, ranks })
        : t("commission:sheet.listNone")}{" "}
      {seniority && t(`commission:sheet.seniority.${seniority.per}`, { count: seniority.passed })}
    </p>
  );
}

function Gates({ gates }: Pick<Scored, "gates">): ReactNode {
  const { t, language } = useWords();
  return gates
    .filter(({ met }) => met !== true)
    .map(({ words, met, bars, shared }) => {
      const said = met === null ? "unknown" : bars ? "bars" : shared ? "shared" : "unmet";
      return (
        <Notice key={words.fr} meaning={bars ? "refusal" : "attention"}>
          <p>{t(`commission:sheet.gate.${said}`, { words: told(words, language) })}</p>
        </Notice>
      );
    });
}

function GridFacts({ scored }: { scored: Scored }): ReactNode {
  const { t, language } = useWords();
  const { grid } = scored;
  const source = grid.sourceUrl ? <a href={grid.sourceUrl}>{grid.source}</a> : grid.source;
  return (
    <section aria-labelledby="grid">
      <h2 id="grid">{t("commission:sheet.gridTitle")}</h2>
      <Facts
        facts={[
          {
            term: t("commission:sheet.grid"),
            value: t("commission:grid.named", { name: grid.name, version: grid.version }),
          },
          { term: t("commission:grid.term.source"), value: source },
          ...(grid.decidedOn
            ? [{ term: t("commission:grid.term.decidedOn"), value: formatDay(grid.decidedOn, language) }]
            : []),
          {
            term: t("commission:grid.term.inForce"),
            value: t("commission:grid.from", { from: formatDay(grid.validFrom, language) }),
          },
          { term: t("commission:sheet.tie"), value: t(`commission:grid.tieBreak.${grid.tieBreak}`) },
        ]}
      />
    </section>
  );
}

/** "Ma fiche de cotation": what counts, on what proof, how much; the rule it comes from, and the right to it. */
export function ScoreSheetPage({ view, reader }: { view: ScoreSheetView; reader: SheetReader }): ReactNode {
  const { t, language } = useWords();
  const { scored, frozenFor, last, careRequestId, reference } = view;
  const child = view.childFirstName || t("allocation:family.unborn");
  const back =
    reader === "family"
      ? { href: `/famille/demandes/${careRequestId}`, label: t("commission:sheet.backFamily") }
      : { href: `/guichet/demandes/${careRequestId}`, label: t("commission:sheet.backDesk", { reference }) };
  return (
    <Page
      title={t(`commission:sheet.title.${reader}`)}
      lead={t(`commission:sheet.lead.${reader}`, { child, reference })}
      back={back}
    >
      {frozenFor && (
        <Notice meaning="information">
          <p>
            {t("commission:sheet.frozen", {
              date: formatDay(frozenFor.heldOn, language),
              number: frozenFor.number,
            })}
          </p>
        </Notice>
      )}
      {scored ? (
        <>
          <Gates gates={scored.gates} />
          <Total scored={scored} />
          <p className={styles.note}>
            {t("commission:sheet.day", { date: formatDay(scored.day, language) })}
          </p>
          <SheetLines scored={scored} careRequestId={careRequestId} reader={reader} />
          <SheetPlaces scored={scored} />
          {last && <SheetLast last={last} />}
          <GridFacts scored={scored} />
        </>
      ) : (
        <Notice meaning="information">
          <p>{t("commission:sheet.noGrid")}</p>
        </Notice>
      )}
      <SheetMention view={view} />
    </Page>
  );
}
