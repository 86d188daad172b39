import { within } from "#app/access/rules/permissions.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import type {
  CandidateAnswer,
  FamilyAnswerView,
  FamilyNotExaminedView,
  NotExaminedAnswer,
} from "../rules/publication-view.ts";
import { listAnswersOf } from "../store/candidates.server.ts";
import { findSheetRequest } from "../store/sheets.server.ts";

/** What published meetings answered to a request, the latest first: to its own family, or to an agent who may read it. */
export async function readAnswers(
  { db, scope }: Pick<Visit, "db" | "scope">,
  careRequestId: string,
): Promise<(FamilyAnswerView | FamilyNotExaminedView)[]> {
  const request = await findSheetRequest(db, careRequestId);
  const subject = request && { householdId: request.householdId, organisationId: request.handlerId };
  if (!subject || !within(scope, subject)) throw notFound();
  const answers = await listAnswersOf(db, careRequestId);
  return answers.map(({ meetingId, heldOn, publishedAt, number, outcome, answer, sheet }) => {
    const meeting = { id: meetingId, heldOn, publishedAt: publishedAt.toISOString() };
    return outcome === null
      ? { meeting, number, outcome, answer: answer as NotExaminedAnswer }
      : { meeting, number, outcome, answer: answer as CandidateAnswer, sheet };
  });
}
