import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { weekLines } from "#app/ui/week-text.ts";
import type { UrgentPlaceView } from "../rules/publication-view.ts";
import { Refusals } from "./answer-list.tsx";
import styles from "./meeting.module.css";
import { told } from "./told.ts";

/** A need that cannot wait for the next meeting: what the engine gives on what is left, and a motive to offer it. */
export function UrgentPage({
  view,
  error,
}: {
  view: UrgentPlaceView;
  /** Keys of words; beside the motive, or of the place that is gone. */
  error: string | null;
}): ReactNode {
  const { t, language } = useWords();
  const { place, explanation, motives } = view;
  const beside = error === "commission:meeting.error.motive" ? error : null;
  return (
    <Page
      title={t("commission:page.urgent.title")}
      lead={t("commission:page.urgent.lead")}
      back={{ href: `/guichet/demandes/${view.careRequestId}`, label: t("commission:page.urgent.back") }}
    >
      {error !== null && beside === null && (
        <Notice meaning="refusal" live>
          <p>{t(error)}</p>
        </Notice>
      )}
      {place === null ? (
        <Notice meaning="attention">
          <p>{t(`commission:page.urgent.${view.waits ? "none" : "closed"}`)}</p>
        </Notice>
      ) : (
        <section aria-labelledby="place">
          <h2 id="place">
            {t("commission:page.sectionName", { facility: place.facility.name, section: place.section.name })}
          </h2>
          <p>
            {t("commission:page.urgent.place", {
              date: formatDay(place.startOn, language),
              points: t("commission:page.points", { count: view.points }),
            })}{" "}
            {place.partial && t("commission:page.publish.partial")}
          </p>
          <p className={styles.soft}>{weekLines(place.pattern, t, language).join(" ; ")}</p>
          <form method="post" noValidate>
            <input type="hidden" name="version" value={view.version} />
            <input type="hidden" name="sectionId" value={place.section.id} />
            <SelectField
              name="motive"
              label={t("commission:page.adjust.motive")}
              hint={t("commission:page.urgent.motiveHint")}
              error={beside === null ? null : t(beside)}
              empty={t("commission:page.adjust.choose")}
              defaultValue=""
              options={motives.map(({ code, words }) => ({ value: code, label: told(words, language) }))}
            />
            <Button kind="main" name="intention" value="offerUrgent">
              {t("commission:page.urgent.offer", { date: formatDay(view.answerBy, language) })}
            </Button>
          </form>
        </section>
      )}
      {explanation !== null && explanation.refused.length > 0 && (
        <section aria-labelledby="refus">
          <h2 id="refus">{t("commission:page.urgent.refused")}</h2>
          <Refusals explanation={explanation} table={view.names} />
        </section>
      )}
    </Page>
  );
}
