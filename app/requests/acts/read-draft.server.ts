import type { Visit } from "#app/access/visit.server.ts";
import { readHousehold } from "#app/families/acts/read-household.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { draftCookie } from "#app/platform/web/cookies.server.ts";
import type { AskDraft } from "../rules/ask-form.ts";
import type { AskContext } from "../rules/ask-form-steps.ts";
import { type StoredDraft, findDraft } from "../store/drafts.server.ts";

/** The draft of a browser, and the secret of its cookie, of which only the hash is stored. */
export type OpenDraft = StoredDraft & { token: string };

/** Null when this browser has none, or when it has not been touched for too long. */
export async function readDraft({ db, now }: Visit, request: Request): Promise<OpenDraft | null> {
  const token: unknown = await draftCookie().parse(request.headers.get("Cookie"));
  if (typeof token !== "string") return null;
  const draft = await findDraft(db, hashToken(token), now);
  return draft && { ...draft, token };
}

type Household = NonNullable<Awaited<ReturnType<typeof readHousehold>>>;

/** The household that a draft was begun for, as long as one of its guardians is signed in. */
export async function readDraftHousehold(visit: Visit, draft: AskDraft): Promise<Household | null> {
  if (draft.householdId === null || !visit.actor?.householdIds.includes(draft.householdId)) return null;
  const household = await readHousehold(visit);
  return household?.id === draft.householdId ? household : null;
}

export async function readAskContext(visit: Visit, draft: AskDraft): Promise<AskContext> {
  const household = await readDraftHousehold(visit, draft);
  return { today: visit.today, knownGuardians: household?.guardians ?? [] };
}
