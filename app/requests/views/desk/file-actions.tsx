import type { ReactNode } from "react";
import { formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "#app/ui/field.tsx";
import type { CareRequestFile } from "../../rules/care-request-file.ts";
import type { ChangeTarget } from "../../rules/change-targets.ts";
import { changeReasons } from "../../rules/referral-reasons.ts";
import { type DeskReply, replyTo } from "./desk-reply.ts";
import styles from "./desk.module.css";
import { isProposed } from "./file-referral.tsx";

export type FileForms = {
  /** Where the forms are sent: the page itself. */
  at: string;
  /** The request to show once this one is dealt with; null when none follows. */
  nextId: string | null;
  reply: DeskReply | null;
};

type Props = { file: CareRequestFile } & FileForms;

/** What every form of a file carries. */
export function FormFrame({
  intent,
  file,
  at,
  then,
  children,
}: {
  intent: string;
  file: CareRequestFile;
  at: string;
  then: string | null;
  children: ReactNode;
}): ReactNode {
  return (
    <form method="post" action={at} noValidate>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={file.version} />
      {then !== null && <input type="hidden" name="then" value={then} />}
      {children}
    </form>
  );
}

const errorOf = (reply: DeskReply | null, name: string, t: (key: string) => string): string | null => {
  const key = reply?.errors[name];
  return key ? t(key) : null;
};

function Confirm({ file, at, nextId }: Props): ReactNode {
  const { t } = useWords();
  const birth = file.may.refer === "awaitBirth" ? "Birth" : "";
  return (
    <FormFrame intent="confirm" file={file} at={at} then={nextId}>
      <Button kind="main" data-shortcut="c">
        {t(`requests:desk.act.confirm${birth}${nextId ? "Next" : ""}`)}
      </Button>
    </FormFrame>
  );
}

function Change({ file, at, nextId, reply }: Props): ReactNode {
  const { t, language } = useWords();
  const back = replyTo(reply, "change");
  const labelOf = ({ target, name, percent }: ChangeTarget): string => {
    if (target === "association") return name ?? t("requests:target.association");
    if (target !== "facility") return t(`requests:target.${target}`);
    return percent === null
      ? t("requests:desk.act.targetUnknown", { name })
      : t("requests:desk.act.targetPercent", { name, percent: formatPercent(percent / 100, language) });
  };
  return (
    <details className={styles.fold} open={back !== null} data-shortcut="o">
      <summary>{t("requests:desk.act.change")}</summary>
      <FormFrame intent="change" file={file} at={at} then={nextId}>
        <SelectField
          name="target"
          label={t("requests:desk.act.changeTo")}
          empty={t("requests:desk.act.chooseTarget")}
          error={errorOf(back, "target", t)}
          defaultValue={String(back?.values.target ?? "")}
          options={file.targets.map((target) => ({ value: target.value, label: labelOf(target) }))}
        />
        <SelectField
          name="changeReason"
          label={t("requests:desk.act.changeReason")}
          hint={t("requests:desk.act.changeReasonHint")}
          empty={t("requests:desk.act.chooseReason")}
          error={errorOf(back, "changeReason", t)}
          defaultValue={String(back?.values.changeReason ?? "")}
          options={changeReasons.map((code) => ({ value: code, label: t(`requests:reason.${code}`) }))}
        />
        <Button>{t("requests:desk.act.changeSend")}</Button>
      </FormFrame>
    </details>
  );
}

function AskProof({ file, at, nextId, reply }: Props): ReactNode {
  const { t } = useWords();
  const askable = file.facts.filter((fact) => fact.askable);
  const back = replyTo(reply, "askProof");
  if (askable.length === 0) return null;
  return (
    <details className={styles.fold} open={back !== null} data-shortcut="p">
      <summary>{t("requests:desk.act.askProof")}</summary>
      <FormFrame intent="askProof" file={file} at={at} then={nextId}>
        <ChoiceField
          several
          name="factCodes"
          label={t("requests:desk.act.askWhich")}
          error={errorOf(back, "factCodes", t)}
          defaultValue={[back?.values.factCodes ?? []].flat().map(String)}
          options={askable.map(({ code, proof }) => ({
            value: code,
            label: t(`requests:proof.${proof}`),
            hint: t(`requests:fact.${code}.label`),
          }))}
        />
        <TextField
          narrow
          type="date"
          name="dueOn"
          label={t("requests:desk.act.askDue")}
          hint={t("requests:desk.act.askDueHint")}
          error={errorOf(back, "dueOn", t)}
          defaultValue={String(back?.values.dueOn ?? file.proposedDueOn)}
        />
        <Button>{t("requests:desk.act.askSend")}</Button>
      </FormFrame>
    </details>
  );
}

/** What an agent may do with a file: the most likely first, the others one touch away. */
export function FileActions(props: Props): ReactNode {
  const { t } = useWords();
  const { file } = props;
  const { may } = file;
  const confirms = may.refer !== null && isProposed(file);
  return (
    <div className={styles.actions}>
      <ButtonRow>
        {confirms && <Confirm {...props} />}
        {may.proposePlace && (
          <ButtonLink kind={confirms ? "plain" : "main"} href={`/guichet/demandes/${file.id}/proposer`}>
            {t("requests:desk.act.propose")}
          </ButtonLink>
        )}
        {may.proposePlace && file.kind === "nursery" && file.status !== "expectedBirth" && (
          <ButtonLink kind="quiet" href={`/guichet/demandes/${file.id}/urgence`}>
            {t("requests:desk.act.urgent")}
          </ButtonLink>
        )}
        {may.proposePlace && file.kind === "nursery" && (
          <ButtonLink kind="quiet" href={`/places?demande=${file.id}`}>
            {t("requests:desk.act.search")}
          </ButtonLink>
        )}
      </ButtonRow>
      {may.refer && <Change {...props} />}
      {may.askProof && <AskProof {...props} />}
    </div>
  );
}
