import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";
import type { ChoiceName } from "../rules/offer-choice.ts";
import { OfferAnswer } from "./offer-answer.tsx";
import { OfferedPlaceFacts } from "./offered-place.tsx";

/** An offer that waits for its answer, within the family's page of its request. */
export function OfferSection({
  offer,
  at,
  choice,
}: {
  offer: OfferView;
  at: string;
  choice: ChoiceName | null;
}): ReactNode {
  const { t, language } = useWords();
  const { standing, answerBy, nextMeeting } = offer;
  if (standing === "late") {
    const values = { answerBy: formatDay(answerBy, language), meeting: formatDay(nextMeeting, language) };
    return (
      <Notice meaning="attention">
        <p>{t("allocation:offer.closed.late.text", values)}</p>
      </Notice>
    );
  }
  if (standing !== "open") return null;
  return (
    <section aria-labelledby="offer">
      <h2 id="offer">{t("allocation:family.offerTitle")}</h2>
      {!choice && <OfferedPlaceFacts offer={offer} heading="h3" />}
      <OfferAnswer offer={offer} at={at} choice={choice} />
    </section>
  );
}
