import type { ReactNode } from "react";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";
import { type OfferedPart, isAtChildminder } from "../rules/offered-place.ts";

function Part({ offer }: { offer: OfferedPart }): ReactNode {
  const { t, language } = useWords();
  const term = (name: string): string => t(`allocation:offer.term.${name}`);
  const atHome = isAtChildminder(offer);
  // Occasional care holds no hours: there is no week to draw.
  const occasional = isEmptyPattern(offer.pattern);
  return (
    <>
      <Facts
        facts={[
          { term: atHome ? t("allocation:bundle.childminder") : term("facility"), value: offer.facilityName },
          ...(offer.facilityAddress ? [{ term: term("address"), value: offer.facilityAddress }] : []),
          ...(atHome ? [] : [{ term: term("section"), value: offer.sectionName }]),
          { term: term("start"), value: formatDay(offer.startOn, language) },
          ...(offer.endOn ? [{ term: term("end"), value: formatDay(offer.endOn, language) }] : []),
          {
            term: term("hours"),
            value: occasional ? t("allocation:offer.occasional") : <WeekHours pattern={offer.pattern} />,
          },
        ]}
      />
      {!occasional && <WeekStrip pattern={offer.pattern} />}
      {atHome && <p>{t("allocation:bundle.contract")}</p>}
    </>
  );
}

/** What is offered: where, when, and for which hours; place by place when there are two. */
export function OfferedPlaceFacts({
  offer: { parts, standing },
  heading: Heading,
}: {
  offer: OfferView;
  /** That follows the last heading of the page. */
  heading: "h2" | "h3";
}): ReactNode {
  const { t } = useWords();
  const [first] = parts;
  if (parts.length < 2) return first && <Part offer={first} />;
  return (
    <>
      {standing === "open" && <p>{t("allocation:bundle.together")}</p>}
      {parts.map((part, index) => (
        <section key={index}>
          <Heading>{t("allocation:bundle.part", { number: index + 1, total: parts.length })}</Heading>
          <Part offer={part} />
        </section>
      ))}
    </>
  );
}
