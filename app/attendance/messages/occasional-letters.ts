// What families receive about hours booked one day at a time.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDay, formatInstant, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";

type Reader = { t: Translate; language: Language; firstName: string };
type Stay = { firstName: string; facilityName: string; day: CalendarDay; start: Date; end: Date };

function write(
  name: string,
  { t, language, firstName }: Reader,
  stay: Stay,
  more: Record<string, string>,
): { subject: string; text: string } {
  const values = {
    firstName,
    child: stay.firstName,
    facility: stay.facilityName,
    day: formatDay(stay.day, language),
    start: formatTime(stay.start, language),
    end: formatTime(stay.end, language),
    ...more,
  };
  return {
    subject: t(`attendance:occasional.letter.${name}.subject`, values),
    text: t(`attendance:occasional.letter.${name}.text`, values),
  };
}

/** @param link the only copy of the token: the database keeps its hash */
export function writeAsked(
  reader: Reader,
  stay: Stay & { answerBy: Date },
  link: string,
): { subject: string; text: string } {
  return write("asked", reader, stay, { link, answerBy: formatInstant(stay.answerBy, reader.language) });
}

/** The facility takes back hours that were booked. */
export function writeTakenBack(reader: Reader, stay: Stay, page: string): { subject: string; text: string } {
  return write("takenBack", reader, stay, { page });
}
