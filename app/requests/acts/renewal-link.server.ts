import { env } from "#app/platform/env.server.ts";
import { isSignedAs, signed } from "#app/platform/secrets.server.ts";
import { renewalPath } from "../rules/tracking.ts";

/** What a link is signed for: one request, asked once. The next question makes the link of the last one void. */
const purpose = (id: string, askedAt: Date): string => `renewal ${id} ${askedAt.toISOString()}`;

/** The secret of the link of a question: nothing of it is kept. */
export function renewalToken(careRequestId: string, askedAt: Date): string {
  return `${careRequestId}.${signed(purpose(careRequestId, askedAt), env().sessionSecret)}`;
}

/** The whole address, for a message. */
export function renewalLink(careRequestId: string, askedAt: Date): string {
  return `${env().publicUrl}${renewalPath(renewalToken(careRequestId, askedAt))}`;
}

/** The request that a link names, before anything proves it. */
export function namedByToken(token: string): string {
  return token.slice(0, Math.max(0, token.lastIndexOf(".")));
}

/** Whether we wrote this link, for the question that the request was asked last. */
export function isRenewalToken(token: string, request: { id: string; renewalAskedAt: Date | null }): boolean {
  if (request.renewalAskedAt === null) return false;
  const signature = token.slice(token.lastIndexOf(".") + 1);
  return isSignedAs(signature, purpose(request.id, request.renewalAskedAt), env().sessionSecret);
}
