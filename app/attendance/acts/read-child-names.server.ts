import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDate, formatMonth } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/translator.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type BirthMark, birthMarks } from "../rules/birth-marks.ts";
import { listFacilityChildren } from "../store/facility-children.server.ts";

/** Writes the name of a child of a facility: "Lina Martin", or "Lina Martin (2024)" where there are two of them. */
export type ChildName = (child: { childId: string; firstName: string; lastName: string }) => string;

function markText(mark: BirthMark, language: Language): string {
  if (mark.length === 4) return mark;
  return mark.length === 7 ? formatMonth(mark, language) : formatDate(mark, language);
}

/** Names as a facility writes them over some days, the same on each of its lists. */
export async function readChildNames(
  { db, language }: { db: Database; language: Language },
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<ChildName> {
  const marks = birthMarks(await listFacilityChildren(db, facilityId, from, to));
  return ({ childId, firstName, lastName }) => {
    const mark = marks.get(childId);
    const name = `${firstName} ${lastName}`;
    return mark ? `${name} (${markText(mark, language)})` : name;
  };
}
