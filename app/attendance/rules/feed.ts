// The private address of a calendar: how far it looks, how many somebody may have, and what its buttons post.
import { z } from "#app/zod.ts";

export const feedKinds = ["family", "facility"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** What a feed holds around today. */
export const feedDays = { before: 30, ahead: 180 } as const;
export const mostFeeds = 10;

export const feedForm = z.discriminatedUnion("feed", [
  z.object({ feed: z.literal("create") }),
  z.object({ feed: z.literal("revoke"), id: z.string().min(1) }),
]);

/** "/calendrier/<token>.ics": null for any other file. */
export function tokenOfFile(file: string | undefined): string | null {
  return /^([\w-]{43})\.ics$/.exec(file ?? "")?.[1] ?? null;
}
