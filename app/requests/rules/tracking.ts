/** Where a family follows its request without an account; the token itself is in no database. */
export function trackingPath(token: string): string {
  return `/suivi/${token}`;
}

/** Where a family says, without an account, that its request still stands. */
export function renewalPath(token: string): string {
  return `/actualite/${token}`;
}

/**
 * What the secret of a tracking link is hashed from. It follows from the secret of the draft's cookie, so that the
 * page of acknowledgement can show the link again while the database keeps hashes only.
 */
export function trackingSeed(draftToken: string, careRequestId: string): string {
  return `tracking ${draftToken} ${careRequestId}`;
}
