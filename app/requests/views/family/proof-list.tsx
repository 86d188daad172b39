import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField, fieldId } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { FamilyFact } from "../../acts/read-family-request.server.ts";
import { acceptedProofs } from "../../rules/proof-file.ts";
import { proofMeaning, proofMoves } from "../../rules/proof-states.ts";
import styles from "./family.module.css";

/** Name of the file field of a fact in the page; the form itself posts "fichier". */
export const proofField = (factCode: string): string => `fichier-${factCode}`;

export type ProofProblem = { factCode: string; error: string };

function SendProof({
  at,
  fact,
  problem,
}: {
  at: string;
  fact: FamilyFact;
  problem: string | null;
}): ReactNode {
  const { t, language } = useWords();
  const document = t(`requests:proof.${fact.proof ?? "none"}`);
  const form = (
    <form method="post" action={at} encType="multipart/form-data">
      <input type="hidden" name="fait" value={fact.code} />
      <TextField
        id={fieldId(proofField(fact.code))}
        type="file"
        name="fichier"
        accept={acceptedProofs}
        label={t("allocation:family.proof.file", { document })}
        hint={t("allocation:family.proof.hint")}
        error={problem && t(problem)}
      />
      <Button small>{t("allocation:family.proof.send")}</Button>
    </form>
  );
  // What the desk waits for is open; the rest can wait behind its title.
  if (fact.proofState === proofMoves.ask.to || fact.outOfDate || problem) {
    return (
      <>
        {fact.dueOn && (
          <p>{t("allocation:family.proof.before", { date: formatDay(fact.dueOn, language), document })}</p>
        )}
        {form}
      </>
    );
  }
  return (
    <details>
      <summary>{t("allocation:family.proof.sendAnyway", { document })}</summary>
      {form}
    </details>
  );
}

/** The facts that count for priority, how far the proof of each has come, and how to send it. */
export function ProofList({
  at,
  facts,
  problem,
}: {
  at: string;
  facts: FamilyFact[];
  problem: ProofProblem | null;
}): ReactNode {
  const { t, language } = useWords();
  if (facts.length === 0) return <p>{t("allocation:family.proof.none")}</p>;
  return (
    <ul className={styles.list}>
      {facts.map((fact) => (
        <li key={fact.code} className={styles.card} id={`fait-${fact.code}`}>
          <h3>{t(`requests:fact.${fact.code}.label`)}</h3>
          <p>
            {fact.outOfDate ? (
              <Tag meaning="attention">{t("requests:proofState.outOfDate")}</Tag>
            ) : (
              <Tag meaning={proofMeaning[fact.proofState]}>{t(`requests:proofState.${fact.proofState}`)}</Tag>
            )}
          </p>
          {fact.validUntil && (
            <p className={styles.small}>
              {t(fact.outOfDate ? "requests:proofValid.ended" : "requests:proofValid.until", {
                date: formatDay(fact.validUntil, language),
              })}
            </p>
          )}
          {fact.files.map(({ fileName, sentAt }) => (
            <p key={String(sentAt)} className={styles.small}>
              {t("allocation:family.proof.sent", { fileName, at: formatInstant(sentAt, language) })}
            </p>
          ))}
          {fact.maySend && (
            <SendProof at={at} fact={fact} problem={problem?.factCode === fact.code ? problem.error : null} />
          )}
        </li>
      ))}
    </ul>
  );
}
