import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ChoiceField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { AskPriorityPage } from "../../acts/read-ask-priority.server.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { AskForm, useProblem } from "./ask-frame.tsx";

export function PriorityPage({
  page,
  problems,
}: {
  page: AskPriorityPage;
  problems: AskProblem[];
}): ReactNode {
  const { t } = useWords();
  const problem = useProblem(problems);
  return (
    <AskForm
      frame={page}
      problems={problems}
      title={t("families:ask.priority.title")}
      lead={t("families:ask.priority.lead")}
    >
      <ChoiceField
        several
        name="facts"
        label={t("families:ask.priority.question")}
        hint={t("families:ask.priority.hint")}
        error={problem("facts")}
        defaultValue={page.facts.filter(({ stated }) => stated).map(({ code }) => code)}
        options={page.facts.map(({ code, proof }) => ({
          value: code,
          label: t(`requests:fact.${code}.label`),
          hint: (
            <>
              {t(`requests:fact.${code}.why`)}
              <br />
              {proof === "none"
                ? t("families:ask.priority.noProof")
                : t("families:ask.priority.proof", { proof: t(`requests:proof.${proof}`) })}
            </>
          ),
        }))}
      />
      <Notice meaning="information">
        <p>{t("families:ask.priority.later")}</p>
      </Notice>
    </AskForm>
  );
}
