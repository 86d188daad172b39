import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type Permission, scopeOf, within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { readLookalikes } from "#app/families/acts/read-duplicates.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type PriorityFactRule, priorityFacts } from "../rules/priority-facts.ts";
import type { CareRequestFile } from "../rules/care-request-file.ts";
import { changeTargets } from "../rules/change-targets.ts";
import { ageAtStart, percentOf, rate } from "../rules/coverage.ts";
import { proofDueOn, requestDelays } from "../rules/delays.ts";
import { statusesSeen } from "../rules/duplicate-requests.ts";
import { mayTransition, offerable } from "../rules/lifecycle.ts";
import { renewalAnswersOpen } from "../rules/renewal.ts";
import { mayMoveProof } from "../rules/proof-states.ts";
import { type StoredFile, findFile } from "../store/care-request-file.server.ts";
import { listCandidates } from "../store/referrals.server.ts";
import { findAskedTogether } from "../store/siblings.server.ts";

/** The day something proposed to an agent is due; the act that asks counts it again. */
async function proposedDueOn(visit: SignedVisit): Promise<CalendarDay> {
  const delays = await readParameter(visit.db, "delays", visit.today, requestDelays);
  return proofDueOn(visit.today, { ...delays, localLaw: null });
}

function factsOf(file: StoredFile, rules: PriorityFactRule[]): CareRequestFile["facts"] {
  return file.facts.map(({ code, proofState, dueOn }) => {
    const proof = rules.find((rule) => rule.code === code)?.proof ?? "none";
    const files = file.proofs.filter(({ factCode }) => factCode === code);
    return {
      code,
      proof,
      proofState,
      dueOn,
      askable: proof !== "none" && mayMoveProof("ask", proofState),
      files: files.map(({ id, fileName, bytes, sentAt }) => ({ id, fileName, bytes, sentAt })),
    };
  });
}

function stillNeededBy(
  { status, reopenBy }: StoredFile,
  today: CalendarDay,
): CareRequestFile["may"]["stillNeeded"] {
  const open = renewalAnswersOpen({ status, reopenBy: reopenBy as CalendarDay | null }, "desk", today);
  if (open.renew) return "renew";
  if (open.reopen) return "reopen";
  return open.confirm ? "confirm" : null;
}

/** A whole file, for an agent who may read it; the reading is logged. */
export async function readCareRequest(visit: SignedVisit, id: string): Promise<CareRequestFile> {
  const file = await findFile(visit.db, id);
  if (!file || !within(visit.scope, { organisationId: file.handlerId })) throw notFound();
  const { child, household, kind, status, pattern, wishes, adviceConsent } = file;
  const rules = await readParameter(visit.db, "priority-facts", visit.today, priorityFacts);
  const candidates = await listCandidates(visit.db, { careKind: kind, wishes, schoolId: child.schoolId });
  const ageMonths = ageAtStart(child, file.startOn);
  const rated = rate(candidates, { pattern, ageMonths: ageMonths ?? 0 });
  const may = (permission: Permission): boolean => {
    const scope = scopeOf(visit.actor, permission);
    return scope !== null && within(scope, { organisationId: file.handlerId });
  };
  const transition = child.birthDay === null && child.expectedOn !== null ? "awaitBirth" : "refer";
  const canRefer = may("careRequest:refer") && mayTransition(transition, status, "desk");
  await logFileRead(visit, "careRequest", id);
  return {
    id,
    reference: file.reference,
    kind,
    status,
    version: file.version,
    pattern,
    weeklyMinutes: file.weeklyMinutes,
    atypicalMinutes: file.atypicalMinutes,
    startOn: file.startOn,
    flexibleWeeks: file.flexibleWeeks,
    submittedAt: file.submittedAt,
    nextStepBy: file.nextStepBy,
    today: visit.today,
    since: file.steps[0] ? dayOf(file.steps[0].at) : null,
    adviceConsent,
    fewerDays: { minDays: file.minDays, fewerDaysFirst: file.fewerDaysFirst },
    together: await findAskedTogether(visit.db, file),
    child: {
      firstName: child.firstName,
      lastName: child.lastName,
      birthDay: child.birthDay,
      expectedOn: child.expectedOn,
      ageMonths,
      school: child.school?.name ?? null,
    },
    childId: file.childId,
    lookalikes: scopeOf(visit.actor, "duplicate:decide")
      ? await readLookalikes(visit.db, statusesSeen, file.childId)
      : 0,
    guardians: household.guardians.map(({ firstName, lastName, email, phone }) => ({
      name: `${firstName} ${lastName}`,
      email,
      phone,
    })),
    address: [
      [household.streetNumber, household.street].filter(Boolean).join(" "),
      [household.postcode, household.city].filter(Boolean).join(" "),
    ].filter(Boolean),
    zoneCode: file.zoneCode,
    wishes: wishes.map(({ rank, facilityId, facility, coveredMinutes }) => {
      const rating = rated.find((each) => each.id === facilityId);
      return {
        rank,
        facilityId,
        name: facility.name,
        percent: rating ? rating.percent : percentOf(coveredMinutes, file.weeklyMinutes),
        takesAge: rating?.takesAge ?? true,
      };
    }),
    facts: factsOf(file, rules),
    referrals: file.referrals,
    steps: file.steps,
    targets: canRefer ? changeTargets({ kind, adviceConsent }, rated, { coordination: null, rpe: null }) : [],
    proposedDueOn: await proposedDueOn(visit),
    may: {
      refer: canRefer ? transition : null,
      askProof: may("proof:ask") && mayTransition("askProof", status, "desk"),
      decideProof: may("proof:decide"),
      proposePlace: may("offer:make") && offerable.includes(status),
      stillNeeded: may("careRequest:answer") ? stillNeededBy(file, visit.today) : null,
      answerOffer: may("careRequest:answer") && mayTransition("accept", status, "desk"),
      withdraw: may("careRequest:answer") && mayTransition("withdraw", status, "desk"),
    },
  };
}
