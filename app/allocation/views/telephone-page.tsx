import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";
import type { ChoiceName } from "../rules/offer-choice.ts";
import { OfferSection } from "./offer-section.tsx";

/** The place offered to a family that answers by telephone: an agent writes the answer down. */
export function TelephonePage({
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
  const { t } = useWords();
  const child = offer.childFirstName || t("allocation:family.unborn");
  return (
    <Page
      title={t("allocation:telephone.title", { child })}
      lead={t("allocation:telephone.lead", { reference: offer.reference })}
      back={{ href: `/guichet/demandes/${offer.careRequestId}`, label: t("allocation:telephone.back") }}
    >
      {error && (
        <Notice meaning="refusal" live>
          <p>{t(error)}</p>
        </Notice>
      )}
      <OfferSection offer={offer} at={at} choice={choice} />
      {offer.standing !== "open" && <p>{t("allocation:telephone.none")}</p>}
    </Page>
  );
}
