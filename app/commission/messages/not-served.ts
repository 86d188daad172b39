import { formatDay, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { waitingText } from "#app/ui/commission-answer-text.ts";
import { explanationText } from "#app/ui/explanation-text.ts";
import type { Words } from "../rules/grid.ts";
import type { CandidateAnswer } from "../rules/publication-view.ts";
import { answerNames } from "./answer-names.ts";

export type NotServed = {
  firstName: string;
  childFirstName: string;
  reference: string;
  /** Whether the child keeps the place that it has. */
  kept: boolean;
  answer: CandidateAnswer;
  /** Address of the family's space. */
  space: string;
};

const list = (texts: string[], language: Language): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(texts);

/** The words of a grid, in the reader's language; the French when it has no other. */
export const gridWords = ({ fr, en }: Words, language: Language): string =>
  language === "en" && en !== "" ? en : fr;

/** One sentence a wish: the first option refused at each facility, or set of facilities; then those ruled out. */
function reasons(
  { explanation, forbidden, names }: CandidateAnswer,
  t: Translate,
  language: Language,
): string[] {
  const known = answerNames(names, t, language);
  const seen = new Set<string>();
  const refusals = explanation.refused
    .filter(({ optionKind, facilities }) => {
      const key = facilities.join();
      const first = optionKind === "wish" && !seen.has(key);
      seen.add(key);
      return first;
    })
    .map((refused) => explanationText(refused, known, t, language));
  const ruledOut = forbidden.map(({ facilityId, motive }) =>
    t("commission:meeting.letter.forbidden", {
      facility: names.facilities[facilityId] ?? facilityId,
      motive: gridWords(motive, language),
    }),
  );
  return [...refusals, ...ruledOut];
}

function whatElse({ alternatives, names }: CandidateAnswer, t: Translate, language: Language): string[] {
  const { freeHours, otherFacilities } = alternatives;
  const facility = (id: string): string => names.facilities[id] ?? id;
  return [
    ...freeHours.map(({ facilityId, weekdays, together }) =>
      t(together ? "commission:meeting.letter.freeDays" : "commission:meeting.letter.freeDaysApart", {
        facility: facility(facilityId),
        days: list(
          weekdays.map((day) => formatWeekday(day, language)),
          language,
        ),
      }),
    ),
    ...(otherFacilities.length > 0
      ? [
          t("commission:meeting.letter.others", {
            facilities: list(otherFacilities.slice(0, 5).map(facility), language),
          }),
        ]
      : []),
    t("commission:meeting.letter.help"),
  ];
}

/** No place this time: why, from the certificate; what stays open; how to appeal; the legal mention. */
export function writeNotServed(
  t: Translate,
  language: Language,
  { firstName, childFirstName, reference, kept, answer, space }: NotServed,
): { subject: string; text: string } {
  const values = {
    firstName,
    reference,
    child: childFirstName || t("allocation:family.unborn"),
    heldOn: formatDay(answer.heldOn, language),
    next: formatDay(answer.nextMeeting, language),
    grid: answer.grid.name,
    space,
  };
  const known = answerNames(answer.names, t, language);
  const blocks = [
    t("commission:meeting.letter.greeting", values),
    t(kept ? "commission:meeting.letter.kept" : "commission:meeting.letter.refused", values),
    [t("commission:meeting.letter.why"), ...reasons(answer, t, language)].join("\n"),
    ...(answer.ranks.length > 0 ? [answer.ranks.map((rank) => waitingText(rank, known, t)).join("\n")] : []),
    [t("commission:meeting.letter.whatElse"), ...whatElse(answer, t, language)].join("\n"),
    t("commission:meeting.letter.next", values),
    t("commission:meeting.letter.sheet", values),
    t("commission:meeting.letter.appeal"),
    t("commission:meeting.letter.mention"),
    t("commission:meeting.letter.signature"),
  ];
  return { subject: t("commission:meeting.letter.subject", values), text: blocks.join("\n\n") };
}
