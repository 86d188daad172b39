// Whether a section has a place for a child from a day on; if not, why.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type WeeklyPattern, isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { DatedBand, DaysOff, Holding } from "#app/facilities/rules/capacity.ts";
import {
  type CareKind,
  type FacilityKind,
  careKindOf,
  establishmentKinds,
} from "#app/facilities/rules/kinds.ts";
import type { Breach } from "#app/facilities/rules/try-week.ts";
import { type ChildDays, ageFits, ageInMonths } from "./child-age.ts";
import { type Conflict, placeFor } from "./places.ts";

/** `left`: the fewest places left at any time of the week asked; at least one. */
export type PlaceFound = {
  ok: true;
  left: number;
  /** At some time only over-capacity leaves room, as the facility's rules allow. */
  beyondLicence?: boolean;
  /** Occasional care: no hours are held, so that no place can lack. */
  occasional?: boolean;
};

export type PlaceRefusal = {
  ok: false;
  error: `allocation:make.refusal.${"kind" | "past" | "order" | "age" | "noHours" | "full" | "alreadyHeld" | "pair" | "limits"}`;
  /** For `age`: completed months on the start day, null when unknown. */
  months?: number | null;
  /** For `full`: where places lack, in the order of the week; never empty. */
  conflicts?: Conflict[];
  /** For `limits`: the rules that would be broken, with their articles; never empty. */
  breaches?: Breach[];
};

export type PlaceAsked = {
  kind: CareKind;
  child: ChildDays;
  /** What would be offered: the whole week asked, or less. */
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  /** Without fixed hours: `pattern` is empty. */
  occasional?: boolean;
};

export type PlaceLookedAt = {
  kind: FacilityKind;
  section: { minAgeMonths: number; maxAgeMonths: number };
  bands: DatedBand[];
  /** Contracts and open offers. */
  holdings: Holding[];
  /** Closures and holidays: nobody is expected then. */
  off?: DaysOff;
};

export function lookForPlace(
  asked: PlaceAsked,
  place: PlaceLookedAt,
  today: CalendarDay,
): PlaceFound | PlaceRefusal {
  const { startOn, endOn, pattern, child } = asked;
  const refuse = (
    reason: "kind" | "past" | "order" | "age" | "noHours" | "full",
    more?: Partial<PlaceRefusal>,
  ): PlaceRefusal => ({ ok: false, error: `allocation:make.refusal.${reason}`, ...more });
  if (careKindOf(place.kind) !== asked.kind) return refuse("kind");
  if (startOn < today) return refuse("past");
  if (endOn !== null && endOn < startOn) return refuse("order");
  if (!ageFits(place.section, child, startOn)) return refuse("age", { months: ageInMonths(child, startOn) });
  if (asked.occasional)
    return establishmentKinds.includes(place.kind) ? { ok: true, left: 0, occasional: true } : refuse("kind");
  if (isEmptyPattern(pattern)) return refuse("noHours");
  const { conflicts, left } = placeFor({ pattern, startOn, endOn }, place);
  if (conflicts.length > 0) return refuse("full", { conflicts });
  return left === null ? refuse("noHours") : { ok: true, left };
}
