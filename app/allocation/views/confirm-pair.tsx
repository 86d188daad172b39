import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ChosenPair, PlacesPage } from "../acts/read-places.server.ts";
import { placeSearch } from "../rules/offer-form.ts";
import { PairParts } from "./search-answer.tsx";

function PairForm({ page, pair }: { page: PlacesPage; pair: ChosenPair }): ReactNode {
  const { t, language } = useWords();
  const { request, choice, answerBy } = page;
  const end = choice.endOn === null ? t("allocation:make.withoutEnd") : formatDay(choice.endOn, language);
  return (
    <>
      <p>{t("allocation:bundle.noteMake")}</p>
      <PairParts parts={pair.parts} />
      <Facts
        facts={[
          { term: t("allocation:make.startOn"), value: formatDay(choice.startOn, language) },
          { term: t("allocation:make.endOn"), value: end },
          { term: t("allocation:make.answerBy"), value: formatDay(answerBy, language) },
        ]}
      />
      {pair.parts.some(({ place }) => place.kind === "childminder") && (
        <Notice meaning="attention">
          <p>{t("allocation:bundle.childminderNote")}</p>
        </Notice>
      )}
      <form method="post">
        <input type="hidden" name="version" value={request.version} />
        <input type="hidden" name="premiere" value={pair.sections[0]} />
        <input type="hidden" name="seconde" value={pair.sections[1]} />
        <input type="hidden" name="debut" value={choice.startOn} />
        <input type="hidden" name="fin" value={choice.endOn ?? ""} />
        <input type="hidden" name="parts" value={pair.hours} />
        <p>{t("allocation:make.confirmNote")}</p>
        <ButtonRow>
          <Button kind="main" name="intention" value="pair">
            {t("allocation:bundle.confirm")}
          </Button>
          <ButtonLink href={placeSearch({ ...choice, sectionId: null })}>
            {t("allocation:make.others")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

/** The last look at two places that go together, before the family is written to. */
export function ConfirmPair({ page, pair }: { page: PlacesPage; pair: ChosenPair | "gone" }): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{t("allocation:bundle.confirmTitle")}</h2>
      {pair === "gone" ? (
        <>
          <Notice meaning="refusal">
            <p>{t("allocation:bundle.gone")}</p>
          </Notice>
          <ButtonRow>
            <ButtonLink kind="main" href={placeSearch({ ...page.choice, sectionId: null })}>
              {t("allocation:make.others")}
            </ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <PairForm page={page} pair={pair} />
      )}
    </section>
  );
}
