// Whether a meeting may be published.
import { z } from "#app/zod.ts";
import type { QuorumView } from "./meeting-view.ts";

/** The parameter "publication". */
export const publicationSettings = z.object({ smallestCount: z.number().int().positive() });

/** The quorum counts the members who vote and are there. */
export function quorumOf(
  needed: number,
  attendees: readonly { voting: boolean; present: boolean }[],
): QuorumView {
  const presentVoting = attendees.filter(({ voting, present }) => voting && present).length;
  return { needed, presentVoting, met: presentVoting >= needed };
}
