import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import { alikeWeekdays } from "../rules/band-form.ts";
import type { DatedBand } from "../rules/capacity.ts";
import { type DatedSettings, type StaffBand, settingsOn } from "../rules/settings.ts";
import { type Version, versionsOf } from "../rules/versions.ts";
import type { ManagedFacility, ManagedSection } from "../store/managed.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** Staff of weekdays that are alike. */
export type StaffLine = Omit<StaffBand, "weekday"> & { ids: string[]; weekdays: Weekday[] };

export type ManagedView = {
  facility: Pick<ManagedFacility, "id" | "name" | "kind" | "phone" | "openings">;
  today: CalendarDay;
  inForce: Omit<DatedSettings, "validFrom">;
  /** Everything stated, the latest first. */
  history: (DatedSettings & { standing: "past" | "inForce" | "toCome" })[];
  /** With the licence of today and those to come. */
  sections: (Omit<ManagedSection, "bands"> & { versions: Version<DatedBand>[] })[];
  /** Present from today on, or later. */
  staff: StaffLine[];
};

/** What a facility has stated about itself: its rules, its licence, its staff. */
export async function readManaged(visit: SignedVisit, facilityId: string | undefined): Promise<ManagedView> {
  const { db, today } = visit;
  const { id, name, kind, phone, openings, settings, sections, staff } = await requireManaged(
    visit,
    db,
    facilityId,
  );
  const current = settings.filter(({ validFrom }) => validFrom <= today).at(-1);
  const standing = (row: DatedSettings): "past" | "inForce" | "toCome" =>
    row.validFrom > today ? "toCome" : row === current ? "inForce" : "past";
  const planned = staff.filter(({ validTo }) => validTo === null || validTo >= today);
  return {
    facility: { id, name, kind, phone, openings },
    today,
    inForce: settingsOn(settings, today),
    history: settings.map((row) => ({ ...row, standing: standing(row) })).reverse(),
    sections: sections.map(({ bands, ...section }) => ({ ...section, versions: versionsOf(bands, today) })),
    staff: alikeWeekdays(planned, ({ sectionId, staff: count, validFrom, validTo }) =>
      [sectionId, count, validFrom, validTo].join(" "),
    ).map(({ weekdays, row: { id: _id, weekday: _weekday, ...row }, rows }) => ({
      ...row,
      weekdays,
      ids: rows.map((each) => each.id),
    })),
  };
}
