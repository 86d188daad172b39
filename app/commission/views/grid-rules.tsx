import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import type { Criterion } from "../rules/grid.ts";
import type { GridView } from "../rules/grid-view.ts";
import styles from "./grids.module.css";
import { factLabel, told } from "./told.ts";

type Row = Criterion & { rank: number };

/** The criteria of a grid: what counts, how much, on what fact and what proof, by whose decision. */
export function CriteriaTable({ view }: { view: GridView }): ReactNode {
  const { t, language } = useWords();
  const { grid, asked, notAsked } = view;
  const worth: Column<Row>[] =
    grid.method === "points"
      ? [
          {
            key: "points",
            header: t("commission:grid.column.points"),
            number: true,
            cell: ({ points }) => points,
          },
        ]
      : grid.method === "list"
        ? [{ key: "rank", header: t("commission:grid.column.rank"), number: true, cell: ({ rank }) => rank }]
        : [];
  const proofText = ({ code, proof, validMonths }: Row): ReactNode => {
    if (notAsked.includes(code)) return "–";
    return (
      <>
        {proof === null ? t("commission:grid.noProof") : t(`requests:proof.${proof}`)}
        {validMonths !== null && (
          <span className={styles.under}>{t("commission:grid.validMonths", { count: validMonths })}</span>
        )}
      </>
    );
  };
  return (
    <DataTable<Row>
      caption={t("commission:grid.criteria")}
      rows={grid.criteria.map((criterion, index) => ({ ...criterion, rank: index + 1 }))}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "words",
          header: t("commission:grid.column.criterion"),
          cell: ({ words, local, group }) => (
            <>
              {told(words, language)}
              {local && <span className={styles.under}>{t("commission:grid.localOnly")}</span>}
              {group && <span className={styles.under}>{t("commission:grid.inGroup", { group })}</span>}
            </>
          ),
        },
        ...worth,
        {
          key: "fact",
          header: t("commission:grid.column.fact"),
          cell: ({ fact }) =>
            factLabel(fact, asked, t) ?? <Tag meaning="attention">{t("commission:grid.notAsked")}</Tag>,
        },
        { key: "proof", header: t("commission:grid.column.proof"), cell: proofText },
        { key: "source", header: t("commission:grid.column.source"), cell: ({ source }) => source },
      ]}
    />
  );
}

/** What a grid says besides its criteria: who may be examined, seniority, places kept, shares, ties, motives. */
export function GridRules({ view }: { view: GridView }): ReactNode {
  const { t, language } = useWords();
  const { gates, seniority, reserves, maxShares, tieBreak, motives, method } = view.grid;
  const seniorityText = (): string => {
    if (!seniority) return t("commission:grid.noSeniority");
    const values = { count: seniority.every, points: seniority.points, most: seniority.most ?? 0 };
    const end = seniority.most === null ? "open" : "upTo";
    const kind = method === "points" ? seniority.per : `${seniority.per}List`;
    return t(`commission:grid.seniority.${kind}.${end}`, values);
  };
  return (
    <>
      <h2>{t("commission:grid.otherRules")}</h2>
      <ul className={styles.rules}>
        {gates.map(({ code, words, source, unmet }) => (
          <li key={code}>
            {t(`commission:grid.gate.${unmet}`, { words: told(words, language) })} <small>{source}</small>
          </li>
        ))}
        <li>
          {seniorityText()} {seniority && <small>{seniority.source}</small>}
        </li>
        {reserves.map(({ code, words, of, places, source }) => (
          <li key={code}>
            {t("commission:grid.reserve", { count: places, of, words: told(words, language) })}{" "}
            <small>{source}</small>
          </li>
        ))}
        {maxShares.map((share) => (
          <li key={share.class}>
            {t("commission:grid.share", { percent: share.percent, words: told(share.words, language) })}{" "}
            <small>{share.source}</small>
          </li>
        ))}
        <li>{t(`commission:grid.tieBreak.${tieBreak}`)}</li>
      </ul>
      {motives.length > 0 && (
        <>
          <h3>{t("commission:grid.motives")}</h3>
          <p>{t("commission:grid.motivesLead")}</p>
          <ul className={styles.rules}>
            {motives.map(({ code, words, use }) => (
              <li key={code}>
                {told(words, language)}
                <small>{use.map((each) => t(`commission:grid.use.${each}`)).join(" · ")}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
