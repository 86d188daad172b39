import { randomUUID } from "node:crypto";
import type { Visit } from "#app/access/visit.server.ts";
import { recordHousehold } from "#app/families/acts/record-household.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { type CompleteAsk, completeAsk } from "../rules/ask-form-complete.ts";
import { factsStated } from "../rules/ask-form-priority.ts";
import type { SiblingRule } from "../rules/siblings.ts";
import { trackingSeed } from "../rules/tracking.ts";
import type { RatedFacility } from "../rules/wishes.ts";
import { closeDraft, findDraft } from "../store/drafts.server.ts";
import { insertStep } from "../store/steps.server.ts";
import { insertCareRequest } from "../store/submission.server.ts";
import { newReference } from "./new-reference.server.ts";
import { queueAcknowledgement } from "./queue-acknowledgement.server.ts";
import { type OpenDraft, readAskContext, readDraftHousehold } from "./read-draft.server.ts";
import { readDraftWishes } from "./read-draft-wishes.server.ts";
import { type SubmissionSettings, readSubmissionSettings } from "./read-submission-settings.server.ts";
import { recordReferral } from "./record-referral.server.ts";

export type SubmittedCareRequests =
  { ok: true; careRequestIds: string[] } | { ok: false; error: "families:ask.review.incomplete" };

type Household = { householdId: string; childIds: string[] };

type SiblingGroup = { siblingGroupId: string; siblingRule: SiblingRule };

/** The group of each child; none for a child who is alone to need its kind of place. */
function siblingGroups({ children, siblings }: CompleteAsk): (SiblingGroup | undefined)[] {
  const groups = siblings.map((each) => ({ ...each, siblingGroupId: randomUUID() }));
  return children.map((_, child) => {
    const group = groups.find((each) => each.children.includes(child));
    return group && { siblingGroupId: group.siblingGroupId, siblingRule: group.rule };
  });
}

async function submitOne(
  tx: Database,
  visit: Visit,
  draft: OpenDraft,
  ask: CompleteAsk,
  {
    index,
    wishes,
    household,
    settings,
    groups,
  }: {
    index: number;
    wishes: RatedFacility[];
    household: Household;
    settings: SubmissionSettings;
    groups: (SiblingGroup | undefined)[];
  },
): Promise<string> {
  const { now, today, language, actor } = visit;
  const { child, hours, adviceConsent, fewerDays } = ask.children[index]!;
  const id = randomUUID();
  const token = hashToken(trackingSeed(draft.token, id));
  const { total, atypical } = settings.hoursByBand(hours.pattern);
  await insertCareRequest(tx, {
    id,
    reference: await newReference(tx, today),
    householdId: household.householdId,
    childId: household.childIds[index]!,
    kind: child.kind,
    status: "submitted",
    language,
    pattern: hours.pattern,
    weeklyMinutes: Math.round(total),
    atypicalMinutes: Math.round(atypical),
    startOn: hours.startOn,
    flexibleWeeks: hours.flexibleWeeks,
    zoneCode: ask.address.zoneCode,
    adviceConsent,
    ...fewerDays,
    ...groups[index],
    submittedAt: now,
    nextStepBy: settings.readBefore(today),
    trackingTokenHash: hashToken(token),
    wishes: wishes.map(({ id: facilityId, coveredMinutes }, wish) => ({
      rank: wish + 1,
      facilityId,
      coveredMinutes: Math.round(coveredMinutes ?? 0),
    })),
    facts: factsStated(ask.facts, settings.facts, child.kind),
  });
  await insertStep(tx, {
    careRequestId: id,
    at: now,
    transition: "submit",
    fromStatus: null,
    toStatus: "submitted",
    by: "family",
    accountId: actor?.accountId ?? null,
  });
  await recordReferral(tx, { careRequestId: id, at: now, today });
  await queueAcknowledgement(tx, { careRequestId: id, token, visit });
  return id;
}

/**
 * Sends a draft: the household, one request for each child, their history, where they go and the acknowledgements,
 * all or nothing. A second click answers what the first one did.
 */
export async function submitCareRequest(visit: Visit, draft: OpenDraft): Promise<SubmittedCareRequests> {
  return inTransaction(visit.db, async (tx) => {
    const inside: Visit = { ...visit, db: tx };
    const stored = await findDraft(tx, draft.id, visit.now);
    if (stored && stored.sentAs.length > 0) return { ok: true, careRequestIds: stored.sentAs };
    const refused = { ok: false, error: "families:ask.review.incomplete" } as const;
    if (!stored) return refused;
    const context = await readAskContext(inside, stored.data);
    const ask = completeAsk(stored.data, context);
    const wishes = await readDraftWishes(tx, stored.data);
    if (!ask || wishes.some(({ problems }) => problems.length > 0)) return refused;

    const settings = await readSubmissionSettings(inside);
    const known = await readDraftHousehold(inside, stored.data);
    const household = await recordHousehold(tx, {
      householdId: known?.id ?? null,
      address: ask.address,
      guardians: ask.guardians,
      children: ask.children.map(({ child: { kind: _, ...child } }) => child),
      at: visit.now,
    });
    const groups = siblingGroups(ask);
    const careRequestIds: string[] = [];
    for (const index of ask.children.keys()) {
      const one = { index, wishes: wishes[index]!.wishes, household, settings, groups };
      careRequestIds.push(await submitOne(tx, visit, draft, ask, one));
    }
    await closeDraft(tx, draft.id, careRequestIds);
    return { ok: true, careRequestIds };
  });
}
