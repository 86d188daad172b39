import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { CheckboxField, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { AttendeeView, MeetingView } from "../rules/meeting-view.ts";
import { meetingName } from "./meeting-name.ts";
import styles from "./meeting.module.css";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { RefusalNotice, Seen } from "./stale-notice.tsx";

type Line = Pick<AttendeeView, "name" | "quality" | "voting" | "present">;
const empty: Line = { name: "", quality: "", voting: true, present: false };
/** Lines left open for those who were not expected. */
const spare = 4;
/** Who sits in most commissions: the coordinator writes the names beside them. */
const usual = ["elected", "coordination", "direction", "rpe", "pmi"] as const;

/** What was typed, when the form came back. */
function typedLines(reply: MeetingReply | null): Line[] | null {
  const members = reply?.values.members;
  if (!Array.isArray(members)) return null;
  return (members as Record<string, unknown>[]).map((each) => ({
    name: typeof each?.name === "string" ? each.name : "",
    quality: typeof each?.quality === "string" ? each.quality : "",
    voting: each?.voting === "on",
    present: each?.present === "on",
  }));
}

/** Who sits at the meeting, in what quality, and who is there: the quorum follows. */
export function AttendancePage({
  view,
  seenAt,
  reply,
}: {
  view: MeetingView;
  seenAt: string;
  reply: MeetingReply | null;
}): ReactNode {
  const { t, language } = useWords();
  const { meeting, quorum, attendees } = view;
  const known: Line[] =
    attendees.length > 0
      ? attendees
      : usual.map((quality) => ({ ...empty, quality: t(`commission:page.attend.usual.${quality}`) }));
  const lines = typedLines(reply) ?? [...known, ...Array.from({ length: spare }, () => empty)];
  return (
    <Page
      title={t("commission:page.attend.title")}
      lead={t("commission:page.attend.lead", { count: quorum.needed })}
      back={{ href: `/guichet/commissions/${meeting.id}`, label: meetingName(meeting, t, language) }}
    >
      <RefusalNotice reply={reply} past={view} />
      <Notice meaning={quorum.met ? "success" : "attention"}>
        <p>
          {t(quorum.met ? "commission:page.step.attend.met" : "commission:page.step.attend.text", {
            present: quorum.presentVoting,
            needed: quorum.needed,
          })}
        </p>
      </Notice>
      <form method="post" noValidate>
        <Seen version={meeting.version} at={seenAt} />
        <div className={styles.members}>
          {lines.map((line, index) => {
            const name = (field: string): string => `members[${index}].${field}`;
            return (
              <fieldset key={index} className={styles.member}>
                <legend>{t("commission:page.attend.person", { number: index + 1 })}</legend>
                <TextField
                  name={name("name")}
                  label={t("commission:page.attend.name")}
                  defaultValue={line.name}
                  autoComplete="off"
                />
                <TextField
                  name={name("quality")}
                  label={t("commission:page.attend.quality")}
                  defaultValue={line.quality}
                  autoComplete="off"
                />
                <CheckboxField
                  name={name("present")}
                  label={t("commission:page.attend.present")}
                  defaultChecked={line.present}
                />
                <CheckboxField
                  name={name("voting")}
                  label={t("commission:page.attend.voting")}
                  defaultChecked={line.voting}
                />
              </fieldset>
            );
          })}
        </div>
        <p>{t("commission:page.attend.privacy")}</p>
        <ButtonRow>
          <Button kind="main">{t("commission:page.attend.button")}</Button>
          <ButtonLink kind="quiet" href={`/guichet/commissions/${meeting.id}`}>
            {t("commission:page.form.leave")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
