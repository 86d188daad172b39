import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";
import type { ChoiceName } from "../rules/offer-choice.ts";
import { isAtChildminder } from "../rules/offered-place.ts";
import { OfferAnswer } from "./offer-answer.tsx";
import { OfferedPlaceFacts } from "./offered-place.tsx";

const meanings = {
  accepted: "success",
  declined: "information",
  withdrawn: "information",
  expired: "attention",
  late: "attention",
} as const;

/** Once accepted, a childminder does not call as a facility does. */
function closedWords({ parts }: OfferView, standing: keyof typeof meanings): string {
  return standing === "accepted" && parts.some(isAtChildminder) ? "acceptedAtChildminder" : standing;
}

/** What has become of an offer that is no longer open: never the last word. */
function Closed({ offer, standing }: { offer: OfferView; standing: keyof typeof meanings }): ReactNode {
  const { t, language } = useWords();
  const values = {
    child: offer.childFirstName || t("allocation:family.unborn"),
    facility: offer.facilityName,
    start: formatDay(offer.startOn, language),
    answerBy: formatDay(offer.answerBy, language),
    meeting: formatDay(offer.nextMeeting, language),
  };
  const again = standing === "withdrawn";
  return (
    <>
      <Notice meaning={meanings[standing]} live>
        <p>{t(`allocation:offer.closed.${closedWords(offer, standing)}.text`, values)}</p>
      </Notice>
      {standing === "accepted" && <OfferedPlaceFacts offer={offer} heading="h2" />}
      <ButtonRow>
        <ButtonLink
          kind="main"
          href={again ? "/demandes/nouvelle" : `/famille/demandes/${offer.careRequestId}`}
        >
          {t(again ? "allocation:offer.askAgain" : "allocation:offer.follow")}
        </ButtonLink>
        <ButtonLink href="/aide">{t("ui:help")}</ButtonLink>
      </ButtonRow>
    </>
  );
}

/** The page behind the link of the letter: one offer, and its answer. */
export function OfferPage({
  offer,
  at,
  choice,
  error,
}: {
  offer: OfferView;
  at: string;
  choice: ChoiceName | null;
  error: string | null;
}): ReactNode {
  const { t, language } = useWords();
  const { standing } = offer;
  const problem = error && (
    <Notice meaning="refusal" live>
      <p>{t(error)}</p>
    </Notice>
  );
  if (standing !== "open") {
    return (
      <Page
        title={t(`allocation:offer.closed.${standing}.title`, {
          child: offer.childFirstName || t("allocation:family.unborn"),
        })}
      >
        {problem}
        <Closed offer={offer} standing={standing} />
      </Page>
    );
  }
  return (
    <Page
      title={t(offer.parts.length > 1 ? "allocation:bundle.title" : "allocation:offer.title", {
        child: offer.childFirstName || t("allocation:family.unborn"),
      })}
      lead={t("allocation:offer.lead", { date: formatDay(offer.answerBy, language) })}
    >
      {problem}
      {choice ? (
        <OfferAnswer offer={offer} at={at} choice={choice} />
      ) : (
        <>
          <OfferedPlaceFacts offer={offer} heading="h2" />
          <OfferAnswer offer={offer} at={at} choice={null} />
          <p>{t("allocation:offer.otherwise")}</p>
        </>
      )}
    </Page>
  );
}
