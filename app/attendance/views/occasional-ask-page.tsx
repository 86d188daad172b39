import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { OccasionalAskView } from "../acts/read-occasional-ask.server.ts";
import styles from "./occasional-page.module.css";
import { timesText } from "./occasional-text.ts";

const words = "attendance:occasional";

const closedAs = {
  booked: "booked",
  declined: "declined",
  lapsed: "lapsed",
  late: "lapsed",
  cancelled: "cancelled",
  waiting: "cancelled",
} as const;

/** The page behind the link of the letter: hours that have become free, yes or no. */
export function OccasionalAskPage({
  ask,
  error,
}: {
  ask: OccasionalAskView;
  error: string | null;
}): ReactNode {
  const { t, language } = useWords();
  const values = {
    child: ask.childName,
    facility: ask.facilityName,
    day: formatDay(ask.day, language),
    ...timesText(ask, language),
  };
  const problem = error && (
    <Notice meaning="refusal" live>
      <p>{t(error)}</p>
    </Notice>
  );
  if (ask.standing !== "asked" || !ask.answerBy) {
    const state = ask.standing === "asked" ? "cancelled" : closedAs[ask.standing];
    return (
      <Page title={t(`${words}.ask.closed.${state}.title`, values)}>
        {problem}
        <Notice meaning={state === "booked" ? "success" : "information"} live>
          <p>{t(`${words}.ask.closed.${state}.text`, values)}</p>
        </Notice>
        <ButtonRow>
          <ButtonLink kind="main" href={state === "booked" ? "/famille/calendrier" : "/famille/occasionnel"}>
            {t(state === "booked" ? `${words}.family.calendar` : `${words}.ask.see`)}
          </ButtonLink>
          <ButtonLink href="/aide">{t("ui:help")}</ButtonLink>
        </ButtonRow>
      </Page>
    );
  }
  return (
    <Page
      title={t(`${words}.ask.title`, values)}
      lead={t(`${words}.ask.lead`, { ...values, answerBy: formatInstant(ask.answerBy, language) })}
    >
      {problem}
      <form method="post">
        <ButtonRow>
          <Button kind="main" name="reponse" value="accept">
            {t(`${words}.family.yes`)}
          </Button>
          <Button name="reponse" value="decline">
            {t(`${words}.family.no`)}
          </Button>
        </ButtonRow>
      </form>
      <p className={styles.after}>{t(`${words}.ask.otherwise`)}</p>
    </Page>
  );
}
