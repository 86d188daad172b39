import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { OfferView } from "../acts/read-offer.server.ts";
import { type ChoiceName, choices } from "../rules/offer-choice.ts";

type AnswerProps = {
  offer: OfferView;
  /** Where the answer is sent: the address of the page that shows the offer. */
  at: string;
  /** Refusing and withdrawing are asked about once more. */
  choice: ChoiceName | null;
};

function Hidden({ offer }: { offer: OfferView }): ReactNode {
  return (
    <>
      <input type="hidden" name="intention" value="answer" />
      <input type="hidden" name="offre" value={offer.id} />
      <input type="hidden" name="version" value={offer.version} />
    </>
  );
}

function Confirm({ offer, at, choice }: AnswerProps & { choice: ChoiceName }): ReactNode {
  const { t, language } = useWords();
  const answer = choices[choice];
  const values = {
    child: offer.childFirstName || t("allocation:family.unborn"),
    facility: offer.facilityName,
    meeting: formatDay(offer.nextMeeting, language),
  };
  return (
    <form method="post" action={at}>
      <Hidden offer={offer} />
      <Notice meaning="attention" title={t(`allocation:offer.confirm.${answer}.title`, values)}>
        <p>{t(`allocation:offer.confirm.${answer}.text`, values)}</p>
      </Notice>
      <ButtonRow>
        <Button kind="refusal" name="reponse" value={answer}>
          {t(`allocation:offer.confirm.${answer}.button`)}
        </Button>
        <ButtonLink href={at}>{t("allocation:offer.confirm.back")}</ButtonLink>
      </ButtonRow>
    </form>
  );
}

/** The buttons of an open offer. Accepting is one click; the two others say first what they change. */
export function OfferAnswer({ offer, at, choice }: AnswerProps): ReactNode {
  const { t } = useWords();
  if (choice) return <Confirm offer={offer} at={at} choice={choice} />;
  return (
    <form method="post" action={at}>
      <Hidden offer={offer} />
      <ButtonRow>
        <Button kind="main" name="reponse" value="accept">
          {t(offer.parts.length > 1 ? "allocation:bundle.accept" : "allocation:offer.accept")}
        </Button>
        <ButtonLink href={`${at}?choix=refuser`}>{t("allocation:offer.decline")}</ButtonLink>
        <ButtonLink kind="quiet" href={`${at}?choix=retirer`}>
          {t("allocation:offer.withdraw")}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
