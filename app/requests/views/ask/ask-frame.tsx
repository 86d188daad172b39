import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Page } from "#app/ui/page.tsx";
import type { AskFrame } from "../../acts/read-ask-question.server.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { askFormId } from "../../rules/ask-form-id.ts";
import styles from "./ask-frame.module.css";
import { problemText } from "./problem-text.ts";

/** The sentence of the problem of a field, if it has one. */
export function useProblem(problems: AskProblem[]): (name: string) => string | null {
  const { t, language } = useWords();
  return (name) => {
    const problem = problems.find((each) => each.name === name);
    return problem ? problemText(problem, t, language) : null;
  };
}

export function AskPlace({
  frame: { number, total, childName, child, childCount },
}: {
  frame: AskFrame;
}): ReactNode {
  const { t } = useWords();
  const ofSeveral = childName !== null && childCount > 1;
  return (
    <div className={styles.place}>
      {t("families:ask.place", { number, total })}
      {ofSeveral && ` · ${t("families:ask.childPlace", { number: child + 1, total: childCount })}`}
      <svg
        className={styles.progress}
        viewBox={`0 0 ${total * 10} 4`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {Array.from({ length: total }, (_, index) => (
          <rect
            key={index}
            className={index < number ? styles.done : styles.todo}
            x={index * 10}
            width="9.4"
            height="4"
          />
        ))}
      </svg>
    </div>
  );
}

/** One question: where the family is, what is wrong, the fields, and one button to go on. */
export function AskForm({
  frame,
  problems,
  title,
  lead,
  go,
  carriesFile = false,
  children,
}: {
  frame: AskFrame;
  problems: AskProblem[];
  title: string;
  lead?: ReactNode;
  /** What the main button says; "Continue" unless told. */
  go?: string;
  carriesFile?: boolean;
  children: ReactNode;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <Page title={title} lead={lead} back={{ href: frame.backTo }} place={<AskPlace frame={frame} />}>
      <form
        id={askFormId}
        method="post"
        action={frame.action}
        encType={carriesFile ? "multipart/form-data" : undefined}
        noValidate
      >
        <button className={styles.enter} tabIndex={-1} aria-hidden="true" />
        <ErrorSummary
          errors={problems.map((each) => ({
            name: each.name,
            message: problemText(each, t, language),
          }))}
        />
        {children}
        <ButtonRow>
          <Button kind="main">{go ?? t(frame.fromReview ? "families:ask.toReview" : "ui:continue")}</Button>
        </ButtonRow>
        <p className={styles.kept}>
          <Icon name="success" /> {t("families:ask.kept")}
        </p>
      </form>
    </Page>
  );
}
