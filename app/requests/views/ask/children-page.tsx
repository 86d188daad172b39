import type { ReactNode } from "react";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "#app/ui/field.tsx";
import type { AskChildrenPage } from "../../acts/read-ask-children.server.ts";
import { type TypedChild, maxChildren } from "../../rules/ask-form.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { childName, unknownSchool } from "../../rules/ask-form-children.ts";
import { AskForm, useProblem } from "./ask-frame.tsx";
import styles from "./people.module.css";

function ChildFields({
  child,
  index,
  page,
  problem,
}: {
  child: TypedChild;
  index: number;
  page: AskChildrenPage;
  problem: (name: string) => string | null;
}): ReactNode {
  const { t } = useWords();
  const several = page.children.length > 1;
  const field = (name: keyof TypedChild & string) => ({
    name: childName(index, name),
    error: problem(childName(index, name)),
    defaultValue: child[name] as string,
  });
  return (
    <fieldset className={styles.person} id={`enfant-${index + 1}`}>
      <legend className={several ? styles.heading : "visually-hidden"}>
        {t("families:ask.children.legend", { number: index + 1 })}
      </legend>
      <ChoiceField
        {...field("kind")}
        label={t("families:ask.children.kind")}
        options={careKinds.map((kind) => ({
          value: kind,
          label: t(`families:ask.children.${kind}`),
          hint: t(`families:ask.children.${kind}Hint`),
        }))}
      />
      <ChoiceField
        {...field("birth")}
        label={t("families:ask.children.birth")}
        options={["born", "expected"].map((value) => ({ value, label: t(`families:ask.children.${value}`) }))}
      />
      <div className={styles.ifBorn}>
        <TextField {...field("birthDay")} type="date" narrow label={t("families:ask.children.birthDay")} />
      </div>
      <div className={styles.ifExpected}>
        <TextField
          {...field("expectedOn")}
          type="date"
          narrow
          label={t("families:ask.children.expectedOn")}
          hint={t("families:ask.children.expectedHint")}
        />
      </div>
      <TextField
        {...field("firstName")}
        autoComplete="off"
        label={t("families:ask.children.firstName")}
        hint={<span className={styles.ifExpected}>{t("families:ask.children.firstNameHint")}</span>}
      />
      <TextField {...field("lastName")} autoComplete="off" label={t("families:ask.children.lastName")} />
      <div className={styles.ifAfterSchool}>
        <SelectField
          {...field("schoolId")}
          label={t("families:ask.children.school")}
          hint={t("families:ask.children.schoolHint")}
          empty={t("families:ask.choose")}
          options={[
            ...page.schools.map(({ id, name }) => ({ value: id, label: name })),
            { value: unknownSchool, label: t("families:ask.children.schoolUnknown") },
          ]}
        />
      </div>
      {several && (
        <p className={styles.remove}>
          <Button small kind="refusal" name="intent" value={`remove:${index}`}>
            {t("families:ask.children.remove", { number: index + 1 })}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

export function ChildrenPage({
  page,
  problems,
}: {
  page: AskChildrenPage;
  problems: AskProblem[];
}): ReactNode {
  const { t } = useWords();
  const problem = useProblem(problems);
  return (
    <AskForm
      frame={page}
      problems={problems}
      title={t("families:ask.children.title")}
      lead={t("families:ask.children.lead")}
    >
      {page.children.map((child, index) => (
        <ChildFields key={index} child={child} index={index} page={page} problem={problem} />
      ))}
      {page.children.length < maxChildren && (
        <Button name="intent" value="add">
          {t("families:ask.children.add")}
        </Button>
      )}
    </AskForm>
  );
}
