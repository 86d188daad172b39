// The places of each role, in the order of its day.
import type { Actor } from "./actor.ts";
import { type Permission, scopeOf } from "./permissions.ts";

/** `label` is a key of the words. */
export type NavigationEntry = { href: string; label: string };

const places: { permission: Permission; href: string; label: string }[] = [
  { permission: "family:read", href: "/famille", label: "ui:navigation.family" },
  { permission: "family:read", href: "/famille/calendrier", label: "ui:navigation.calendar" },
  { permission: "careRequest:list", href: "/guichet/a-traiter", label: "ui:navigation.desk" },
  { permission: "commission:read", href: "/guichet/commissions", label: "ui:navigation.commissions" },
  { permission: "presence:read", href: "/structure", label: "ui:navigation.facility" },
  { permission: "advice:read", href: "/relais", label: "ui:navigation.advice" },
  { permission: "cafReferral:make", href: "/caf", label: "ui:navigation.caf" },
  { permission: "observatory:read", href: "/observatoire", label: "ui:navigation.observatory" },
  {
    permission: "administration:accounts",
    href: "/administration",
    label: "ui:navigation.administration",
  },
  { permission: "grid:read", href: "/guichet/grilles", label: "ui:navigation.grids" },
];

const everyone: NavigationEntry[] = [
  { href: "/demandes/nouvelle", label: "ui:navigation.ask" },
  { href: "/structures", label: "ui:navigation.directory" },
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
