// What families receive about an offer. Each letter says what happens next, and until when.
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { weekLines } from "#app/ui/week-text.ts";
import { lastAnswerDay } from "../rules/offer.ts";
import type { OfferedPlace } from "../rules/offered-place.ts";
import type { ReminderKind } from "../rules/reminders.ts";

export type Reader = { t: Translate; language: Language; firstName: string };
export type Letter = { subject: string; text: string };

function write(
  name: string,
  { t, language, firstName }: Reader,
  offer: OfferedPlace,
  more: Record<string, string> = {},
): Letter {
  const values = {
    firstName,
    child: offer.childFirstName || t("allocation:family.unborn"),
    reference: offer.reference,
    facility: offer.facilityName,
    section: offer.sectionName,
    hours: weekLines(offer.pattern, t, language)
      .map((line) => `– ${line}`)
      .join("\n"),
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
export function writeOfferSent(reader: Reader, offer: OfferedPlace, link: string): Letter {
  return write("sent", reader, offer, { link });
}

/** @param link that of the first letter, or the family's space when it is no longer kept */
export function writeReminder(reader: Reader, offer: OfferedPlace, kind: ReminderKind, link: string): Letter {
  return write(kind, reader, offer, { link });
}

/** @param space address of the family's space */
export function writeAccepted(reader: Reader, offer: OfferedPlace, space: string): Letter {
  return write("accepted", reader, offer, { space });
}

/** @param meeting day of the next allocation meeting, in full */
export function writeDeclined(reader: Reader, offer: OfferedPlace, meeting: string, space: string): Letter {
  return write("declined", reader, offer, { meeting: formatDay(meeting, reader.language), space });
}

export function writeExpired(reader: Reader, offer: OfferedPlace, meeting: string, space: string): Letter {
  return write("expired", reader, offer, { meeting: formatDay(meeting, reader.language), space });
}

/** @param page address where a new request begins */
export function writeWithdrawn(reader: Reader, offer: OfferedPlace, page: string): Letter {
  return write("withdrawn", reader, offer, { page });
}
