// The places of each role, in the order of its day.
import type { Actor } from "./actor.ts";
import { type Permission, scopeOf } from "./permissions.ts";

/** `label` is a key of the words. */
export type NavigationEntry = { href: string; label: string };

const places: { permission: Permission; href: string; label: string }[] = [
  { permission: "family:read", href: "/famille", label: "access:navigation.family" },
  { permission: "family:read", href: "/famille/calendrier", label: "access:navigation.calendar" },
  { permission: "careRequest:list", href: "/guichet/a-traiter", label: "access:navigation.desk" },
  { permission: "presence:read", href: "/structure", label: "access:navigation.facility" },
  { permission: "advice:read", href: "/relais", label: "access:navigation.advice" },
  { permission: "cafReferral:make", href: "/caf", label: "access:navigation.caf" },
  { permission: "observatory:read", href: "/observatoire", label: "access:navigation.observatory" },
  {
    permission: "administration:accounts",
    href: "/administration",
    label: "access:navigation.administration",
  },
];

const everyone: NavigationEntry[] = [
  { href: "/demandes/nouvelle", label: "access:navigation.ask" },
  { href: "/structures", label: "access:navigation.directory" },
];

export function navigationFor(actor: Actor | null): NavigationEntry[] {
  if (!actor) return everyone;
  const own = places.filter(({ permission }) => scopeOf(actor, permission) !== null);
  const isFamily = actor.grants.some(({ role }) => role === "family");
  return [...own.map(({ href, label }) => ({ href, label })), ...(isFamily ? everyone : everyone.slice(1))];
}

/** Where somebody lands after signing in. */
export function homeOf(actor: Actor): string {
  return navigationFor(actor)[0]?.href ?? "/";
}
