// What a family has booked, waits for, or is being asked about.
import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { FamilyOccasionalStay } from "../acts/read-family-occasional.server.ts";
import styles from "./occasional-page.module.css";
import { timesText } from "./occasional-text.ts";

const meanings = {
  booked: "success",
  asked: "attention",
  waiting: "neutral",
  late: "neutral",
  cancelled: "neutral",
  declined: "neutral",
  lapsed: "neutral",
} as const;

function Stay({ stay }: { stay: FamilyOccasionalStay }): ReactNode {
  const { t, language } = useWords();
  const { id, standing, before, moves, mayCancel, answerBy } = stay;
  const named = { day: formatDay(stay.day, language), ...timesText(stay, language) };
  const words = "attendance:occasional";
  return (
    <li id={`sejour-${id}`}>
      <p className={styles.stay}>
        <strong>{named.day}</strong>
        <span>{t("calendar:hours", named)}</span>
        <Tag meaning={meanings[standing]}>{t(`${words}.standing.${standing}`)}</Tag>
      </p>
      {standing === "waiting" && (
        <p className={styles.note}>
          {!moves
            ? t(`${words}.family.stopped`)
            : before
              ? t(`${words}.family.before`, { count: before })
              : t(`${words}.family.first`)}
        </p>
      )}
      {standing === "asked" && answerBy && (
        <form method="post" className={styles.note}>
          <input type="hidden" name="acte" value="answer" />
          <input type="hidden" name="sejour" value={id} />
          <p>{t(`${words}.family.answerBy`, { moment: formatInstant(answerBy, language) })}</p>
          <ButtonRow>
            <Button kind="main" name="reponse" value="accept">
              {t(`${words}.family.yes`)}
            </Button>
            <Button name="reponse" value="decline">
              {t(`${words}.family.no`)}
            </Button>
          </ButtonRow>
        </form>
      )}
      {mayCancel && standing !== "asked" && (
        <form method="post">
          <input type="hidden" name="acte" value="cancel" />
          <input type="hidden" name="sejour" value={id} />
          <Button
            small
            kind="refusal"
            aria-label={t(`${words}.family.${standing === "booked" ? "cancelOf" : "leaveOf"}`, named)}
          >
            {t(`${words}.family.${standing === "booked" ? "cancel" : "leave"}`)}
          </Button>
        </form>
      )}
      {!mayCancel && standing === "booked" && (
        <p className={styles.note}>{t(`${words}.family.tooLateToCancel`)}</p>
      )}
    </li>
  );
}

export function OccasionalStays({ stays }: { stays: FamilyOccasionalStay[] }): ReactNode {
  return (
    <ul className={styles.stays}>
      {stays.map((stay) => (
        <Stay key={stay.id} stay={stay} />
      ))}
    </ul>
  );
}
