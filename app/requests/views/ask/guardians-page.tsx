import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { AskGuardiansPage } from "../../acts/read-ask-guardians.server.ts";
import { type TypedGuardian, maxGuardians } from "../../rules/ask-form.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { guardianName } from "../../rules/ask-form-guardians.ts";
import { AskForm, useProblem } from "./ask-frame.tsx";
import styles from "./people.module.css";

function GuardianFields({
  guardian,
  index,
  rank,
  problem,
}: {
  guardian: TypedGuardian;
  index: number;
  /** 1 for whoever is written to first. */
  rank: number;
  problem: (name: string) => string | null;
}): ReactNode {
  const { t } = useWords();
  // A browser fills in the person who holds it, never the other.
  const complete = (token: string): string => (rank === 1 ? token : "off");
  const field = (name: keyof TypedGuardian) => ({
    name: guardianName(index, name),
    error: problem(guardianName(index, name)),
    defaultValue: guardian[name],
  });
  return (
    <fieldset className={styles.person} id={`personne-${rank}`}>
      <legend className={styles.heading}>{t(`families:ask.guardians.legend${rank}`)}</legend>
      <TextField
        {...field("firstName")}
        autoComplete={complete("given-name")}
        label={t("families:ask.guardians.firstName")}
      />
      <TextField
        {...field("lastName")}
        autoComplete={complete("family-name")}
        label={t("families:ask.guardians.lastName")}
      />
      <TextField
        {...field("email")}
        type="email"
        autoComplete={complete("email")}
        label={t(`families:ask.guardians.email${rank}`)}
        hint={t(`families:ask.guardians.email${rank}Hint`)}
      />
      <TextField
        {...field("phone")}
        type="tel"
        narrow
        autoComplete={complete("tel")}
        label={t("families:ask.guardians.phone")}
        hint={t("families:ask.guardians.phoneHint")}
      />
      {rank === 2 && (
        <p className={styles.remove}>
          <Button small kind="refusal" name="intent" value={`remove:${index}`}>
            {t("families:ask.guardians.remove")}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

export function GuardiansPage({
  page,
  problems,
}: {
  page: AskGuardiansPage;
  problems: AskProblem[];
}): ReactNode {
  const { t } = useWords();
  const problem = useProblem(problems);
  const { known, guardians } = page;
  return (
    <AskForm
      frame={page}
      problems={problems}
      title={t("families:ask.guardians.title")}
      lead={t("families:ask.guardians.lead")}
    >
      {known.map(({ firstName, lastName, email }, index) => (
        <div key={index} className={`${styles.person} ${styles.known}`}>
          <p>
            <strong>
              {firstName} {lastName}
            </strong>
          </p>
          <p>{email ?? t("families:ask.guardians.noEmail")}</p>
        </div>
      ))}
      {known.length > 0 && <p>{t("families:ask.guardians.known")}</p>}
      {guardians.map((guardian, index) => (
        <GuardianFields
          key={index}
          guardian={guardian}
          index={index}
          rank={known.length + index + 1}
          problem={problem}
        />
      ))}
      {known.length + guardians.length < maxGuardians && (
        <>
          <Button name="intent" value="add">
            {t("families:ask.guardians.add")}
          </Button>
          <p className={styles.addHint}>{t("families:ask.guardians.addHint")}</p>
        </>
      )}
    </AskForm>
  );
}
