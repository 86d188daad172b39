import { readCapacity } from "#app/attendance/acts/read-capacity.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import { tryWeek } from "#app/facilities/rules/try-week.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PlaceFound, PlaceRefusal } from "../rules/place.ts";
import type { Place } from "../store/places.server.ts";

/** Whether its rules allow over-capacity on a day: most full places are refused without counting anything more. */
function exceedsOn({ overCapacity }: Place["facility"], day: CalendarDay): boolean {
  return overCapacity.findLast(({ validFrom }) => validFrom <= day)?.overCapacity ?? false;
}

/**
 * What the law and the facility's own rules make of a place that was looked at: full, but open beyond its licence
 * where the facility chose so; or free, but for the staff, the whole facility or the hours of the week.
 * @param transferOf an agreement that ends for this place
 */
export async function judgePlace(
  db: Database,
  { section, facility }: Pick<Place, "section" | "facility">,
  asked: Holding & { transferOf?: string | null },
  look: PlaceFound | PlaceRefusal,
): Promise<PlaceFound | PlaceRefusal> {
  if (look.ok && look.occasional) return look;
  if (!look.ok && !(look.error === "allocation:make.refusal.full" && exceedsOn(facility, asked.startOn)))
    return look;
  const { limits } = await readCapacity(db, {
    facilityId: facility.id,
    from: asked.startOn,
    to: asked,
    except: asked.transferOf,
  });
  const verdict = tryWeek(limits, { ...asked, sectionId: section.id, policy: "overCapacity" });
  if (!verdict.ok) return { ok: false, error: "allocation:make.refusal.limits", breaches: verdict.breaches };
  if (look.ok) return look;
  return { ok: true, left: 1 + (verdict.tightest?.left ?? 0), beyondLicence: true };
}
