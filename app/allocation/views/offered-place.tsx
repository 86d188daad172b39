import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";

/** What is offered: where, when, and for which hours. */
export function OfferedPlaceFacts({ offer }: { offer: OfferView }): ReactNode {
  const { t, language } = useWords();
  const term = (name: string): string => t(`allocation:offer.term.${name}`);
  return (
    <>
      <Facts
        facts={[
          { term: term("facility"), value: offer.facilityName },
          ...(offer.facilityAddress ? [{ term: term("address"), value: offer.facilityAddress }] : []),
          { term: term("section"), value: offer.sectionName },
          { term: term("start"), value: formatDay(offer.startOn, language) },
          ...(offer.endOn ? [{ term: term("end"), value: formatDay(offer.endOn, language) }] : []),
          { term: term("hours"), value: <WeekHours pattern={offer.pattern} /> },
        ]}
      />
      <WeekStrip pattern={offer.pattern} />
    </>
  );
}
