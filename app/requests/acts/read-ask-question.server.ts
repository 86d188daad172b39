import { redirect } from "@remix-run/node";
import type { Visit } from "#app/access/visit.server.ts";
import type { AskDraft } from "../rules/ask-form.ts";
import type { AskProblem } from "../rules/ask-form-answers.ts";
import {
  type AskContext,
  type AskStep,
  type AskStop,
  askSent,
  askStart,
  askSteps,
  gapBefore,
  previousStop,
  problemsAt,
  stopAddress,
  stopIn,
} from "../rules/ask-form-steps.ts";
import { readAskContext, readDraft } from "./read-draft.server.ts";

/** What every question of the form shows around its own fields. */
export type AskFrame = {
  title: string;
  step: AskStep;
  child: number;
  /** "Question 3 of 7". */
  number: number;
  total: number;
  /** Empty for a child without a first name yet; null when the question is not asked of each child. */
  childName: string | null;
  childCount: number;
  backTo: string;
  /** Where the form posts to. */
  action: string;
  /** The review waits for this answer. */
  fromReview: boolean;
  problems: AskProblem[];
};

export type AskQuestion = { frame: AskFrame; draft: AskDraft; context: AskContext; draftId: string };

/** The address of the question before, or of the review that sent the family here. */
function backFrom(draft: AskDraft, stop: AskStop & { back: boolean }): string {
  if (stop.back) return stopAddress({ step: "review", child: 0 });
  const previous = previousStop(draft, stop);
  return previous ? stopAddress(previous) : askStart;
}

/** Opens a question on this browser's draft; without a draft, or once it is sent, leads where the family should be. */
export async function readAskQuestion(visit: Visit, request: Request, step: AskStep): Promise<AskQuestion> {
  const open = await readDraft(visit, request);
  if (!open) throw redirect(`${askStart}?brouillon=absent`);
  if (open.sentAs.length > 0) throw redirect(askSent);
  const stop = stopIn(new URL(request.url).searchParams, step);
  const draft = open.data;
  const child = draft.children[stop.child];
  if (!child) throw redirect(stopAddress({ step, child: 0 }));
  const context = await readAskContext(visit, draft);
  const gap = gapBefore(draft, stop, context);
  if (gap) throw redirect(stopAddress(gap, { check: true }));
  const ofEachChild = step === "hours" || step === "wishes";
  const frame: AskFrame = {
    title: visit.t(`families:ask.${step}.short`),
    step,
    child: stop.child,
    number: askSteps.indexOf(step) + 1,
    total: askSteps.length,
    childName: ofEachChild ? child.firstName.trim() : null,
    childCount: draft.children.length,
    backTo: backFrom(draft, stop),
    action: stopAddress(stop, { back: stop.back }),
    fromReview: stop.back,
    problems: stop.check ? problemsAt(draft, stop, context) : [],
  };
  return { frame, draft, context, draftId: open.id };
}
