import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField, fieldId } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import type { AdjustmentKind } from "../rules/meeting.ts";
import type { AdjustmentView, CandidateView } from "../rules/meeting-view.ts";
import styles from "./meeting.module.css";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { Seen } from "./stale-notice.tsx";
import { told } from "./told.ts";

type FormProps = { view: CandidateView; seenAt: string; reply: MeetingReply | null };

/** Whether what came back is of this form. */
function isOf(reply: MeetingReply | null, intention: string, kind?: string): boolean {
  return reply?.values.intention === intention && (kind === undefined || reply.values.kind === kind);
}

/** Gives a place or rules one out, with a motive of the grid for it and the name of who answers for it. */
export function AdjustForm({ view, seenAt, reply, kind }: FormProps & { kind: AdjustmentKind }): ReactNode {
  const { t, language } = useWords();
  const own = isOf(reply, "adjust", kind) ? reply! : undefined;
  const { errorOf } = useFieldErrors(own);
  const typed = (name: string): string | undefined => {
    const value = own?.values[name];
    return typeof value === "string" ? value : undefined;
  };
  const { candidate, meeting, motives } = view;
  // What came back with a mistake is the one that the summary leads to.
  const id = (name: string): string => (own ? fieldId(name) : `${kind}-${name}`);
  return (
    <details open={own !== undefined}>
      <summary>{t(`commission:page.adjust.${kind}`)}</summary>
      <p>{t(`commission:page.adjust.${kind}Hint`)}</p>
      <form method="post" noValidate>
        <Seen version={meeting.version} at={seenAt} />
        <input type="hidden" name="candidateId" value={candidate.id} />
        <input type="hidden" name="kind" value={kind} />
        <SelectField
          name="facilityId"
          id={id("facilityId")}
          label={t("commission:page.adjust.facility")}
          error={errorOf("facilityId")}
          empty={t("commission:page.adjust.choose")}
          defaultValue={typed("facilityId") ?? ""}
          options={candidate.wishes.map(({ rank, facility }) => ({
            value: facility.id,
            label: t("commission:page.adjust.wish", { rank, facility: facility.name }),
          }))}
        />
        <SelectField
          name="motive"
          id={id("motive")}
          label={t("commission:page.adjust.motive")}
          hint={t("commission:page.adjust.motiveHint")}
          error={errorOf("motive")}
          empty={t("commission:page.adjust.choose")}
          defaultValue={typed("motive") ?? ""}
          options={motives
            .filter(({ use }) => use.includes(kind))
            .map(({ code, words }) => ({ value: code, label: told(words, language) }))}
        />
        <TextField
          name="signedBy"
          id={id("signedBy")}
          label={t("commission:page.adjust.signedBy")}
          hint={t("commission:page.adjust.signedByHint")}
          error={errorOf("signedBy")}
          defaultValue={typed("signedBy")}
          autoComplete="off"
        />
        <Button kind="main" name="intention" value="adjust">
          {t(`commission:page.adjust.button.${kind}`)}
        </Button>
      </form>
    </details>
  );
}

/** Free deliberation: the level that the members give. */
export function LevelForm({ view, seenAt, reply }: FormProps): ReactNode {
  const { t, language } = useWords();
  const own = isOf(reply, "level") ? reply! : undefined;
  const { errorOf } = useFieldErrors(own);
  const typed = (name: string): string | undefined => {
    const value = own?.values[name];
    return typeof value === "string" ? value : undefined;
  };
  const { candidate, meeting, motives } = view;
  return (
    <form method="post" noValidate>
      <Seen version={meeting.version} at={seenAt} />
      <input type="hidden" name="candidateId" value={candidate.id} />
      <TextField
        name="level"
        id="f-level"
        type="number"
        min={0}
        label={t("commission:page.level.label")}
        hint={t("commission:page.level.hint")}
        error={errorOf("level")}
        defaultValue={typed("level") ?? (candidate.level === null ? "" : String(candidate.level))}
        narrow
      />
      <SelectField
        name="motive"
        id="level-motive"
        label={t("commission:page.adjust.motive")}
        error={errorOf("motive")}
        empty={t("commission:page.adjust.choose")}
        defaultValue={typed("motive") ?? candidate.levelMotive ?? ""}
        options={motives
          .filter(({ use }) => use.includes("level"))
          .map(({ code, words }) => ({ value: code, label: told(words, language) }))}
      />
      <TextField
        name="signedBy"
        id="level-name"
        label={t("commission:page.adjust.signedBy")}
        error={errorOf("signedBy")}
        defaultValue={typed("signedBy") ?? candidate.levelBy ?? ""}
        autoComplete="off"
      />
      <Button kind="main" name="intention" value="level">
        {t("commission:page.level.button")}
      </Button>
    </form>
  );
}

/** The hands laid on this candidate: what stands can be taken away, what was taken away stays written. */
export function Adjustments({
  adjustments,
  view,
  seenAt,
}: {
  adjustments: AdjustmentView[];
  view: CandidateView;
  seenAt: string;
}): ReactNode {
  const { t, language } = useWords();
  if (adjustments.length === 0) return null;
  return (
    <ul className={styles.answers}>
      {adjustments.map((each) => (
        <li key={each.id}>
          <p>
            <strong>{t(`commission:page.adjust.said.${each.kind}`, { facility: each.facility.name })}</strong>{" "}
            {told(each.motive.words, language)}
          </p>
          <p className={styles.soft}>
            {t("commission:page.adjust.by", {
              who: each.signedBy,
              made: each.madeBy,
              date: formatInstant(each.madeAt, language),
            })}
            {each.removedAt && (
              <>
                {" "}
                {t("commission:page.adjust.removedBy", {
                  who: each.removedBy ?? "",
                  date: formatInstant(each.removedAt, language),
                })}
              </>
            )}
          </p>
          {!each.removedAt && view.meeting.may.includes("adjust") && (
            <form method="post">
              <Seen version={view.meeting.version} at={seenAt} />
              <input type="hidden" name="adjustmentId" value={each.id} />
              <Button kind="refusal" small name="intention" value="remove">
                {t("commission:page.adjust.remove")}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
