// What families receive about an offer. Each letter says what happens next, and until when.
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { weekLines } from "#app/ui/week-text.ts";
import { lastAnswerDay } from "../rules/offer.ts";
import { type OfferedPlace, isAtChildminder, placesOfParts } from "../rules/offered-place.ts";
import type { ReminderKind } from "../rules/reminders.ts";

export type Reader = { t: Translate; language: Language; firstName: string };
export type Letter = { subject: string; text: string };

/** One place or several, the first of them first. */
type Offered = readonly OfferedPlace[];

const hoursOf = ({ pattern }: OfferedPlace, { t, language }: Reader): string =>
  isEmptyPattern(pattern)
    ? t("allocation:offer.occasional")
    : weekLines(pattern, t, language)
        .map((line) => `– ${line}`)
        .join("\n");

/** Where, from when and at which hours, place by place; what is signed with a childminder is said. */
function partsText(parts: Offered, reader: Reader): string {
  const { t, language } = reader;
  const texts = parts.map((part) =>
    t(isAtChildminder(part) ? "allocation:bundle.letter.childminder" : "allocation:bundle.letter.facility", {
      facility: part.facilityName,
      section: part.sectionName,
      start: formatDay(part.startOn, language),
      hours: hoursOf(part, reader),
    }),
  );
  const waiting = parts.length > 1 && parts[0]!.status === "open";
  return [...texts, ...(waiting ? [t("allocation:bundle.together")] : [])].join("\n\n");
}

/** Letters that tell of each place: their words differ when there are two, or one at a childminder's. */
function nameFor(name: "sent" | "accepted", parts: Offered): string {
  return parts.length > 1 || parts.some(isAtChildminder) ? `parts.${name}` : name;
}

function write(name: string, reader: Reader, parts: Offered, more: Record<string, string> = {}): Letter {
  const { t, language, firstName } = reader;
  const offer = parts[0]!;
  const values = {
    firstName,
    child: offer.childFirstName || t("allocation:family.unborn"),
    reference: offer.reference,
    facility: placesOfParts(parts, language),
    section: offer.sectionName,
    hours: hoursOf(offer, reader),
    parts: partsText(parts, reader),
    start: formatDay(offer.startOn, language),
    answerBy: formatDay(lastAnswerDay(offer.answerBy), language),
    ...more,
  };
  return {
    subject: t(`allocation:letter.${name}.subject`, values),
    text: t(`allocation:letter.${name}.text`, values),
  };
}

/** @param link the only copy of the token: the database keeps its hash */
export function writeOfferSent(reader: Reader, offer: Offered, link: string): Letter {
  return write(nameFor("sent", offer), reader, offer, { link });
}

/** @param link that of the first letter, or the family's space when it is no longer kept */
export function writeReminder(reader: Reader, offer: Offered, kind: ReminderKind, link: string): Letter {
  return write(kind, reader, offer, { link });
}

/** @param space address of the family's space */
export function writeAccepted(reader: Reader, offer: Offered, space: string): Letter {
  return write(nameFor("accepted", offer), reader, offer, { space });
}

/** @param meeting day of the next allocation meeting, in full */
export function writeDeclined(reader: Reader, offer: Offered, meeting: string, space: string): Letter {
  return write("declined", reader, offer, { meeting: formatDay(meeting, reader.language), space });
}

export function writeExpired(reader: Reader, offer: Offered, meeting: string, space: string): Letter {
  return write("expired", reader, offer, { meeting: formatDay(meeting, reader.language), space });
}

/** @param page address where a new request begins */
export function writeWithdrawn(reader: Reader, offer: Offered, page: string): Letter {
  return write("withdrawn", reader, offer, { page });
}
