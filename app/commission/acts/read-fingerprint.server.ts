import { createHash } from "node:crypto";
import type { Grid } from "../rules/grid.ts";

/** What a draft holds, in a few letters: a form that was shown something else is refused. */
export function fingerprintOf({ name, method, ...grid }: Grid): string {
  const { criteria, gates, seniority, reserves, maxShares, tieBreak, motives } = grid;
  const held = { name, method, criteria, gates, seniority, reserves, maxShares, tieBreak, motives };
  return createHash("sha256").update(JSON.stringify(held)).digest("hex").slice(0, 16);
}
