import type { ReactNode } from "react";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { weekLines } from "#app/ui/week-text.ts";
import type { FreedPlacesView, NextFamilyView } from "../rules/publication-view.ts";
import styles from "./meeting.module.css";

/** Whom the engine would serve on a freed place, with the button that confirms it. */
function NextFamily({ view }: { view: NextFamilyView }): ReactNode {
  const { t, language } = useWords();
  const { next, after, freed } = view;
  if (!next) return <p>{t("commission:page.freed.nobody")}</p>;
  return (
    <>
      <p>
        {t("commission:page.freed.next", {
          number: next.candidate.number,
          points: t("commission:page.points", { count: next.points }),
          facility: next.facility.name,
          section: next.section.name,
          date: formatDay(next.startOn, language),
        })}{" "}
        {next.partial && t("commission:page.publish.partial")}
      </p>
      <p className={styles.soft}>{weekLines(next.pattern, t, language).join(" ; ")}</p>
      {after.length > 0 && (
        <p className={styles.soft}>
          {t("commission:page.freed.after", {
            list: after
              .map(({ number, facility }) => t("commission:page.freed.one", { number, facility }))
              .join(", "),
          })}
        </p>
      )}
      <form method="post">
        <input type="hidden" name="offerId" value={freed.offerId} />
        <input type="hidden" name="candidateId" value={next.candidate.id} />
        <input type="hidden" name="version" value={next.candidate.version} />
        <Button kind="main" name="intention" value="offerNext">
          {t("commission:page.freed.confirm", {
            number: next.candidate.number,
            date: formatDay(view.answerBy, language),
          })}
        </Button>
      </form>
    </>
  );
}

/** Places that families did not take after the meeting: each goes to the next one, once a person confirms. */
export function FreedPlaces({
  view,
  next,
}: {
  view: FreedPlacesView;
  /** For the place asked about in the address. */
  next: NextFamilyView | null;
}): ReactNode {
  const { t, language } = useWords();
  const { freed, meeting } = view;
  const open = freed.filter(({ replacedBy }) => replacedBy === null);
  return (
    <section aria-labelledby="liberees">
      <h2 id="liberees">{t("commission:page.freed.title")}</h2>
      <p>
        {t("commission:page.freed.lead", { count: open.length, number: formatNumber(open.length, language) })}
      </p>
      <ul className={styles.answers}>
        {freed.map((place) => (
          <li key={place.offerId} id={`place-${place.offerId}`}>
            <h3>
              {t("commission:page.sectionName", {
                facility: place.facility.name,
                section: place.section.name,
              })}
            </h3>
            <p>
              {t(`commission:page.freed.reason.${place.reason}`, { number: place.number ?? "–" })}{" "}
              {t("commission:page.freed.from", { date: formatDay(place.startOn, language) })}
            </p>
            {place.replacedBy ? (
              <Tag meaning="success">
                {t("commission:page.freed.replaced", { number: place.replacedBy.number ?? "–" })}
              </Tag>
            ) : next?.freed.offerId === place.offerId ? (
              <NextFamily view={next} />
            ) : (
              <ButtonLink
                small
                href={`/guichet/commissions/${meeting.id}?liberee=${place.offerId}#place-${place.offerId}`}
              >
                {t("commission:page.freed.look")}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
