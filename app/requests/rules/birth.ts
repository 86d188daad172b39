import { type CareRequestStatus, mayTransition, statusMeaning } from "./lifecycle.ts";

/**
 * Whether a family may tell the birth of the child of a request: it moves one that waits for it, and completes one
 * that has moved on without it (a place offered, then declined, or accepted before the birth).
 */
export function mayTellBirth(request: {
  status: CareRequestStatus;
  child: { birthDay: string | null; expectedOn: string | null };
}): boolean {
  const { status, child } = request;
  if (mayTransition("declareBirth", status, "family")) return true;
  return child.birthDay === null && child.expectedOn !== null && statusMeaning[status].outcome !== "closed";
}
