import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { CareRequestFile, FileFact } from "../../rules/care-request-file.ts";
import { mayMoveProof, proofMeaning, refusalReasons } from "../../rules/proof-states.ts";
import { replyTo } from "./desk-reply.ts";
import styles from "./desk.module.css";
import { type FileForms, FormFrame } from "./file-actions.tsx";

type Props = { file: CareRequestFile } & FileForms;

function Decide({ fact, file, at, reply }: { fact: FileFact } & Props): ReactNode {
  const { t } = useWords();
  const back = replyTo(reply, "refuseProof", fact.code);
  const error = back?.errors.refusalReason;
  const code = <input type="hidden" name="factCode" value={fact.code} />;
  return (
    <div className={styles.decide}>
      <FormFrame intent="acceptProof" file={file} at={at} then={file.id}>
        {code}
        <Button small>{t("requests:desk.fact.accept")}</Button>
      </FormFrame>
      <details className={styles.fold} open={back !== null}>
        <summary>{t("requests:desk.fact.refuse")}</summary>
        <FormFrame intent="refuseProof" file={file} at={at} then={file.id}>
          {code}
          <SelectField
            id={`refusal-${fact.code}`}
            name="refusalReason"
            label={t("requests:desk.fact.refusalReason")}
            empty={t("requests:desk.fact.chooseReason")}
            error={error && t(error)}
            options={refusalReasons.map((reason) => ({
              value: reason,
              label: t(`requests:reason.${reason}`),
            }))}
          />
          <Button small kind="refusal">
            {t("requests:desk.fact.refuse")}
          </Button>
        </FormFrame>
      </details>
    </div>
  );
}

function Fact({ fact, ...props }: { fact: FileFact } & Props): ReactNode {
  const { t, language } = useWords();
  const { code, proof, proofState, dueOn, files } = fact;
  return (
    <li className={styles.fact}>
      <p className={styles.target}>
        <strong>{t(`requests:fact.${code}.label`)}</strong>
        <Tag meaning={proofMeaning[proofState]}>{t(`requests:proofState.${proofState}`)}</Tag>
      </p>
      {proof !== "none" && (
        <p className={styles.quiet}>
          {t("requests:desk.fact.proof", { proof: t(`requests:proof.${proof}`) })}
        </p>
      )}
      {dueOn && proofState === "asked" && (
        <p>{t("requests:desk.fact.due", { date: formatDay(dueOn, language) })}</p>
      )}
      {files.map(({ id, fileName, bytes }) => (
        <p key={id}>
          <a className={styles.touch} href={`/guichet/pieces/${id}`}>
            {t("requests:desk.fact.download", {
              name: fileName,
              size: Math.max(1, Math.round(bytes / 1024)),
            })}
          </a>
        </p>
      ))}
      {props.file.may.decideProof && mayMoveProof("accept", proofState) && <Decide fact={fact} {...props} />}
    </li>
  );
}

/** The facts that count for priority, and how far the proof of each has come. */
export function FileFacts(props: Props): ReactNode {
  const { t } = useWords();
  const { facts, id } = props.file;
  return (
    <>
      {facts.length === 0 ? (
        <p>{t("requests:desk.fact.none")}</p>
      ) : (
        <ul className={styles.facts}>
          {facts.map((fact) => (
            <Fact key={fact.code} fact={fact} {...props} />
          ))}
        </ul>
      )}
      <p>
        <a className={styles.touch} href={`/guichet/demandes/${id}/cotation`}>
          {t("requests:desk.sheetLink")}
        </a>
      </p>
    </>
  );
}
