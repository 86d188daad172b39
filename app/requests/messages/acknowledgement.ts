import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDate, formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { TownSettings } from "#app/territory/rules/town.ts";
import { silenceRefusesOn } from "../rules/silence.ts";
import type { MessageText } from "./message.ts";

export type Acknowledged = {
  reference: string;
  /** Empty for a child who has no first name yet. */
  childName: string;
  receivedOn: CalendarDay;
  readBefore: CalendarDay;
  trackingLink: string;
  signInLink: string;
};

/** The acknowledgement owed for a request (CRPA L112-11, R112-5), with what happens next and by when. */
export function acknowledgement(
  t: Translate,
  language: Language,
  firstName: string,
  request: Acknowledged,
  { service, court }: Pick<TownSettings, "service" | "court">,
): MessageText {
  const { reference, receivedOn, trackingLink, signInLink } = request;
  const child = request.childName || t("families:ask.unnamedChild");
  const values = { firstName, reference, child, court, trackingLink, signInLink };
  return {
    subject: t("families:ask.mail.subject", values),
    text: [
      t("families:ask.mail.greeting", values),
      t("families:ask.mail.received", { ...values, date: formatDay(receivedOn, language) }),
      t("families:ask.mail.next", { ...values, date: formatDay(request.readBefore, language) }),
      t("families:ask.mail.track", values),
      t("families:ask.mail.signIn", values),
      t("families:ask.mail.legal", {
        ...values,
        date: formatDate(silenceRefusesOn(receivedOn), language),
      }),
      t("families:ask.mail.service", { ...values, ...service }),
    ].join("\n\n"),
  };
}
