import type { MouseEvent, ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { type TypedHours, countedWeeks, mondayOfWeek } from "../../rules/ask-form-hours.ts";
import {
  clearDays,
  copyFirstWeek,
  copyMonday,
  copyPreviousWeek,
  removeWeek,
} from "../../rules/ask-form-weeks.ts";
import styles from "./hours-page.module.css";
import type { WeekNames } from "./week-names.ts";

export type SetHours = (change: (hours: TypedHours) => TypedHours) => void;

/** What a press does: changes the hours in the page, or posts the form where there is nothing to change them with. */
export const pressing =
  (setHours: SetHours | null, change: (hours: TypedHours) => TypedHours) =>
  (event: MouseEvent): void => {
    if (!setHours) return;
    event.preventDefault();
    setHours(change);
  };

/** What may be done to a week, or to all of them. */
export function WeekTools({
  hours,
  week,
  names,
  setHours,
}: {
  hours: TypedHours;
  week: number;
  names: WeekNames;
  /** Changes the hours in the page; without it, the buttons post the form. */
  setHours: SetHours | null;
}): ReactNode {
  const { t } = useWords();
  const weeks = countedWeeks(hours);
  const monday = mondayOfWeek(hours, week);
  const first = week === weeks[0];
  const tool = (verb: string, value: string, change: (hours: TypedHours) => TypedHours): ReactNode => (
    <Button small name="intent" value={verb + value} onClick={pressing(setHours, change)}>
      {t(`families:ask.hours.${verb}`, { week: names(week).name })}
    </Button>
  );
  return (
    <div className={styles.tools}>
      {setHours && tool("copyMonday", "", (present) => copyMonday(present, week))}
      {first && weeks.length > 1 && tool("copyWeek", "", copyFirstWeek)}
      {!first && tool("copyPrevious", `:${week}`, (present) => copyPreviousWeek(present, week))}
      {monday && tool("removeWeek", `:${monday}`, (present) => removeWeek(present, monday))}
      {tool("clear", "", clearDays)}
    </div>
  );
}
