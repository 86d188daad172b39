import type { DemoSection } from "./facility.ts";

/** Children who walk; null where a section takes both, and for after-school care, where age decides. */
export function walkingIn(section: Pick<DemoSection, "minAgeMonths" | "maxAgeMonths">): boolean | null {
  if (section.minAgeMonths >= 36) return null;
  if (section.minAgeMonths >= 12) return true;
  return section.maxAgeMonths <= 18 ? false : null;
}
