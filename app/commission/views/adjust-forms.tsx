import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import type { AdjustmentView, CandidateView } from "../rules/meeting-view.ts";
import styles from "./meeting.module.css";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { Seen } from "./stale-notice.tsx";
import { told } from "./told.ts";

type FormProps = { view: CandidateView; seenAt: string; reply: MeetingReply | null };

function typedIn(reply: MeetingReply | null, intention: string): (name: string) => string | undefined {
  return (name) => {
    const value = reply?.values.intention === intention ? reply.values[name] : undefined;
    return typeof value === "string" ? value : undefined;
  };
}

/** Gives or forbids a place, with a motive of the grid and the name of who answers for it. */
export function AdjustForm({ view, seenAt, reply }: FormProps): ReactNode {
  const { t, language } = useWords();
  const own = reply?.values.intention === "adjust" ? reply : undefined;
  const { errorOf } = useFieldErrors(own);
  const typed = typedIn(reply, "adjust");
  const { candidate, meeting, motives } = view;
  return (
    <form method="post" noValidate>
      <Seen version={meeting.version} at={seenAt} />
      <input type="hidden" name="candidateId" value={candidate.id} />
      <ChoiceField
        name="kind"
        label={t("commission:page.adjust.kind")}
        error={errorOf("kind")}
        defaultValue={typed("kind") ?? ""}
        options={(["pin", "forbid"] as const).map((kind) => ({
          value: kind,
          label: t(`commission:page.adjust.${kind}`),
          hint: t(`commission:page.adjust.${kind}Hint`),
        }))}
      />
      <SelectField
        name="facilityId"
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
        label={t("commission:page.adjust.motive")}
        hint={t("commission:page.adjust.motiveHint")}
        error={errorOf("motive")}
        empty={t("commission:page.adjust.choose")}
        defaultValue={typed("motive") ?? ""}
        options={motives
          .filter(({ use }) => use.includes("pin") || use.includes("forbid"))
          .map(({ code, words }) => ({ value: code, label: told(words, language) }))}
      />
      <TextField
        name="signedBy"
        label={t("commission:page.adjust.signedBy")}
        hint={t("commission:page.adjust.signedByHint")}
        error={errorOf("signedBy")}
        defaultValue={typed("signedBy")}
        autoComplete="off"
      />
      <Button kind="main" name="intention" value="adjust">
        {t("commission:page.adjust.button")}
      </Button>
    </form>
  );
}

/** Free deliberation: the level that the members give. */
export function LevelForm({ view, seenAt, reply }: FormProps): ReactNode {
  const { t, language } = useWords();
  const own = reply?.values.intention === "level" ? reply : undefined;
  const { errorOf } = useFieldErrors(own);
  const typed = typedIn(reply, "level");
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
