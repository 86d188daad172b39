import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { NotExaminedAnswer } from "../rules/publication-view.ts";
import { gridWords } from "./not-served.ts";

export type NotExamined = {
  firstName: string;
  childFirstName: string;
  reference: string;
  answer: NotExaminedAnswer;
  /** Address of the family's space. */
  space: string;
};

/** The commission could not examine the request: why, what happens next, how to appeal. */
export function writeNotExamined(
  t: Translate,
  language: Language,
  { firstName, childFirstName, reference, answer, space }: NotExamined,
): { subject: string; text: string } {
  const { gate, stateReason, heldOn, nextMeeting } = answer;
  const values = {
    firstName,
    reference,
    child: childFirstName || t("allocation:family.unborn"),
    heldOn: formatDay(heldOn, language),
    next: formatDay(nextMeeting, language),
    space,
  };
  const reason = gate
    ? t("commission:meeting.letter.gate", { gate: gridWords(gate, language) })
    : t(`commission:meeting.reason.${stateReason ?? "noPlaceForWish"}`);
  const blocks = [
    t("commission:meeting.letter.greeting", values),
    t("commission:meeting.letter.notExamined", values),
    `${t("commission:meeting.letter.why")}\n${reason}`,
    t("commission:meeting.letter.change", values),
    t("commission:meeting.letter.next", values),
    t("commission:meeting.letter.appeal"),
    t("commission:meeting.letter.mention"),
    t("commission:meeting.letter.signature"),
  ];
  return { subject: t("commission:meeting.letter.subject", values), text: blocks.join("\n\n") };
}
