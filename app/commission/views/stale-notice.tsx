import type { ReactNode } from "react";
import { formatTime } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { MeetingEvent } from "../rules/meeting-events.ts";

/** What came back from a form of a meeting. `changed`: another person has acted since the page was shown. */
export type MeetingReply = {
  values: Record<string, unknown>;
  errors: Record<string, string>;
  /** What refused the act as a whole, as a key of the words. */
  refusal: string | null;
  changed: MeetingEvent[] | null;
};

/** Why an act was not done; when another person was faster, what they did. What was typed is kept in the form. */
export function RefusalNotice({ reply }: { reply: MeetingReply | null | undefined }): ReactNode {
  const { t, language } = useWords();
  if (!reply?.refusal) return null;
  if (!reply.changed)
    return (
      <Notice meaning="refusal" live>
        <p>{t(reply.refusal)}</p>
      </Notice>
    );
  return (
    <Notice meaning="attention" live title={t("commission:page.changed.title")}>
      <p>{t("commission:page.changed.text")}</p>
      {reply.changed.length > 0 && (
        <ul>
          {reply.changed.map(({ kind, at, by, number, facility }) => (
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
