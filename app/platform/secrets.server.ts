import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** 32 random bytes for a link or a session, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: it cannot be turned back into a link. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** What only the holder of a secret can write for a text: it proves that a link is ours without keeping it. */
export function signed(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

export function isSignedAs(signature: string, text: string, secret: string): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(text, secret))];
  return given.length === right.length && timingSafeEqual(given, right);
}
