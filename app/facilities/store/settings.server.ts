import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { DatedSettings } from "../rules/settings.ts";

/** Takes the place of settings of the same day, which have not begun. */
export async function putSettings(tx: Database, facilityId: string, settings: DatedSettings): Promise<void> {
  const { validFrom } = settings;
  await tx.facilitySettings.upsert({
    where: { facilityId_validFrom: { facilityId, validFrom } },
    create: { facilityId, ...settings },
    update: settings,
  });
}

/** @returns whether there was something to forget */
export async function deleteSettings(
  tx: Database,
  facilityId: string,
  validFrom: CalendarDay,
): Promise<boolean> {
  const { count } = await tx.facilitySettings.deleteMany({ where: { facilityId, validFrom } });
  return count > 0;
}
