import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes for a link or a session, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: it cannot be turned back into a link. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
