import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";
import type { ChoiceName } from "../rules/offer-choice.ts";
import { OfferAnswer } from "./offer-answer.tsx";
import { OfferedPlaceFacts } from "./offered-place.tsx";

/** An open offer within the family's page of its request. */
export function OfferSection({
  offer,
  at,
  choice,
}: {
  offer: OfferView;
  at: string;
  choice: ChoiceName | null;
}): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="offer">
      <h2 id="offer">{t("allocation:family.offerTitle")}</h2>
      {!choice && <OfferedPlaceFacts offer={offer} />}
      <OfferAnswer offer={offer} at={at} choice={choice} />
    </section>
  );
}
