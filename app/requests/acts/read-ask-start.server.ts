import type { Visit } from "#app/access/visit.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { gapsOf, stopAddress } from "../rules/ask-form-steps.ts";
import { findSentRequests } from "../store/submission.server.ts";
import { readAskContext, readDraft } from "./read-draft.server.ts";

export type AskStartPage = {
  title: string;
  /** What this browser began and has not sent. */
  begun: { resumeAt: string; remaining: number; keptUntil: CalendarDay; childNames: string[] } | null;
  /** References of what it has sent. */
  sent: string[];
  /** A question was asked for without its draft. */
  lost: boolean;
};

export async function readAskStart(visit: Visit, request: Request): Promise<AskStartPage> {
  const page: AskStartPage = {
    title: visit.t("families:ask.start.title"),
    begun: null,
    sent: [],
    lost: new URL(request.url).searchParams.get("brouillon") === "absent",
  };
  const open = await readDraft(visit, request);
  if (!open) return page;
  if (open.sentAs.length > 0) {
    const sent = await findSentRequests(visit.db, open.sentAs);
    return { ...page, lost: false, sent: sent.map(({ reference }) => reference) };
  }
  const gaps = gapsOf(open.data, await readAskContext(visit, open.data));
  return {
    ...page,
    lost: false,
    begun: {
      resumeAt: stopAddress(gaps[0] ?? { step: "review", child: 0 }),
      remaining: gaps.length,
      keptUntil: dayOf(open.expiresAt),
      childNames: open.data.children.map(({ firstName }) => firstName.trim()).filter(Boolean),
    },
  };
}
