// The hours of a day for whoever books some: a picture, and two lists to choose an arrival and a departure.
import type { ReactNode } from "react";
import { formatDay, formatMinute } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { DayTrack, HourAxis } from "#app/ui/week-strip.tsx";
import type { OccasionalDay } from "../rules/occasional-day.ts";
import styles from "./occasional-page.module.css";
import { stretchesText } from "./occasional-text.ts";

/** Twenty-four hours with the free ones filled in; said in words beside it. */
export function FreePicture({ day, runs }: Pick<OccasionalDay, "day" | "runs">): ReactNode {
  const { t, language } = useWords();
  const values = { day: formatDay(day, language), hours: stretchesText(runs, t, language) };
  const label = t(`attendance:occasional.family.${runs.length > 0 ? "picture" : "pictureFull"}`, values);
  return (
    <div className={styles.picture} role="img" aria-label={label}>
      <DayTrack pieces={runs} />
      <HourAxis />
    </div>
  );
}

/** The first free hours, a half-day long at most: a list that opens there needs few touches. */
function likely({ runs, halfHours }: Pick<OccasionalDay, "runs" | "halfHours">): {
  start: number;
  end: number;
} {
  const [first] = runs;
  if (first) return { start: first.start, end: Math.min(first.end, first.start + 240) };
  return { start: halfHours[0]!, end: halfHours.at(-1)! };
}

export function HoursToChoose({
  day,
  typed,
  id,
}: {
  day: Pick<OccasionalDay, "runs" | "halfHours">;
  /** What was chosen before, when the form comes back. */
  typed: { start: number; end: number } | null;
  /** Sets the fields of one form apart from those of the others. */
  id: string;
}): ReactNode {
  const { t, language } = useWords();
  const { start, end } = typed ?? likely(day);
  const options = (minutes: number[]) =>
    minutes.map((minute) => ({ value: String(minute), label: formatMinute(minute, language) }));
  return (
    <div className={styles.hours}>
      <SelectField
        id={`debut-${id}`}
        name="debut"
        label={t("attendance:occasional.field.start")}
        options={options(day.halfHours.slice(0, -1))}
        defaultValue={String(start)}
      />
      <SelectField
        id={`fin-${id}`}
        name="fin"
        label={t("attendance:occasional.field.end")}
        options={options(day.halfHours.slice(1))}
        defaultValue={String(end)}
      />
    </div>
  );
}
