import { redirect } from "@remix-run/node";
import type { Visit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { env } from "#app/platform/env.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { type TownSettings, townSettings } from "#app/territory/rules/town.ts";
import { askStart } from "../rules/ask-form-steps.ts";
import { silenceRefusesOn } from "../rules/silence.ts";
import type { FewerDays } from "../rules/fewer-days.ts";
import type { AskedTogether } from "../rules/siblings.ts";
import { trackingPath, trackingSeed } from "../rules/tracking.ts";
import { type SentRequest, findSentRequests } from "../store/submission.server.ts";
import { readDraft } from "./read-draft.server.ts";

export type AskReceiptPage = {
  title: string;
  requests: (Pick<SentRequest, "reference" | "childFirstName" | "handlerName"> &
    FewerDays & {
      /** Shown in full, since it is printed. */
      trackingLink: string;
      trackingPath: string;
      together: AskedTogether;
    })[];
  emails: string[];
  receivedOn: CalendarDay;
  readBefore: CalendarDay | null;
  refusedOn: CalendarDay;
  town: TownSettings;
};

/** What this browser has just sent; without it, the beginning of a request. */
export async function readAskReceipt(visit: Visit, request: Request): Promise<AskReceiptPage> {
  const draft = await readDraft(visit, request);
  const sent = draft ? await findSentRequests(visit.db, draft.sentAs) : [];
  if (!draft || sent.length === 0) throw redirect(askStart);
  const receivedOn = dayOf(sent[0]!.submittedAt);
  return {
    title: visit.t("families:ask.receipt.title", { count: sent.length }),
    requests: sent.map(({ id, reference, childFirstName, handlerName, ...asked }) => {
      const path = trackingPath(hashToken(trackingSeed(draft.token, id)));
      return {
        reference,
        childFirstName,
        handlerName,
        minDays: asked.minDays,
        fewerDaysFirst: asked.fewerDaysFirst,
        together: {
          rule: asked.siblingRule,
          siblings: sent
            .filter((each) => each.id !== id && each.siblingGroupId !== null)
            .filter((each) => each.siblingGroupId === asked.siblingGroupId)
            .map((each) => ({ id: each.id, reference: each.reference, firstName: each.childFirstName })),
        },
        trackingPath: path,
        trackingLink: `${env().publicUrl}${path}`,
      };
    }),
    emails: [...new Set(sent.flatMap(({ emails }) => emails))],
    receivedOn,
    readBefore: sent[0]!.nextStepBy,
    refusedOn: silenceRefusesOn(receivedOn),
    town: await readParameter(visit.db, "town", visit.today, townSettings),
  };
}
