// The rules that new hours would break. Hours that a child already has are not refused again when others change.
import type { Breach } from "#app/facilities/rules/try-week.ts";

export type PlaceBreach = Breach;

/** Whether a breach stood before, at the same hours or at more of them, and is not made worse. */
function stoodBefore(breach: Breach, before: readonly Breach[]): boolean {
  return before.some(
    (known) =>
      known.rule === breach.rule &&
      known.scope === breach.scope &&
      known.weekday === breach.weekday &&
      (known.start ?? 0) <= (breach.start ?? 0) &&
      (known.end ?? 0) >= (breach.end ?? 0) &&
      breach.wanted - breach.limit <= known.wanted - known.limit,
  );
}

/** @param before what the hours held until now already break */
export function newBreaches(breaches: readonly Breach[], before: readonly Breach[]): Breach[] {
  return breaches.filter((breach) => !stoodBefore(breach, before));
}
