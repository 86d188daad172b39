import type { ReactNode } from "react";
import { formatTime } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type MeetingPast, eventsSince } from "../rules/meeting-events.ts";
import type { MeetingReply } from "../rules/meeting-reply.ts";

/** Why an act was not done; when another person was faster, what they did. What was typed is kept in the form. */
export function RefusalNotice({
  reply,
  past,
}: {
  reply: MeetingReply | null;
  /** The meeting as it stands now; null where its history is not read. */
  past: MeetingPast | null;
}): ReactNode {
  const { t, language } = useWords();
  if (!reply?.refusal) return null;
  if (!reply.changed)
    return (
      <Notice meaning="refusal" live>
        <p>{t(reply.refusal)}</p>
      </Notice>
    );
  const seen = typeof reply.values.seen === "string" ? reply.values.seen : "";
  const events = past && seen !== "" ? eventsSince(past, seen) : [];
  return (
    <Notice meaning="attention" live title={t("commission:page.changed.title")}>
      <p>{t("commission:page.changed.text")}</p>
      {events.length > 0 && (
        <ul>
          {events.map(({ kind, at, by, number, facility }) => (
            <li key={`${kind}-${at}-${number}`}>
              {t(`commission:page.changed.${by === null ? `${kind}Unknown` : kind}`, {
                who: by ?? "",
                time: formatTime(at, language),
                number,
                facility,
              })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** The version that the page shows, and when it was shown. */
export function Seen({ version, at }: { version: number; at: string }): ReactNode {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={at} />
    </>
  );
}
