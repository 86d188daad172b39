import { type DoorRule, type Thing, includes, isSignedIn } from "./door-rule.ts";
import type { Outcome } from "./knock.ts";
import type { RoleName, Secret } from "./roles.ts";
import { mayKnow } from "./roles.ts";

/** What a door must answer, by its declaration alone. `thing` null: something that does not exist. */
export function expected(
  rule: DoorRule,
  kind: "read" | "act",
  role: RoleName,
  thing: Thing | null | undefined,
): Outcome {
  const people = rule[kind];
  if (people === undefined) return "noMethod";
  if (people !== "everyone" && !isSignedIn(role)) return "signIn";
  if (!includes(people, role)) return "forbidden";
  if (thing === null || (thing && !includes(thing.of, role))) return "notFound";
  return "open";
}

export function mayShow(rule: DoorRule, role: RoleName, thing: Thing | null | undefined): Secret[] {
  const ofThing = thing && includes(thing.of, role) ? (thing.shows ?? []) : [];
  return [...mayKnow[role], ...(rule.shows ?? []), ...ofThing];
}
