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

/** The last names of a facility's children over some days, with what tells homonyms apart, the same on each list. */
export async function readLastNames(
  { db, language }: { db: Database; language: Language },
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<(child: { childId: string; lastName: string }) => string> {
  const marks = birthMarks(await listFacilityChildren(db, facilityId, from, to));
  return ({ childId, lastName }) => {
    const mark = marks.get(childId);
    return mark ? `${lastName} (${markText(mark, language)})` : lastName;
  };
}

/** Whole names, of the same kind. */
export async function readChildNames(
  reader: { db: Database; language: Language },
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<ChildName> {
  const lastNameOf = await readLastNames(reader, facilityId, from, to);
  return (child) => `${child.firstName} ${lastNameOf(child)}`;
}
