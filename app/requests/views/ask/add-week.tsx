import { type ReactNode, useRef } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { TypedHours } from "../../rules/ask-form-hours.ts";
import { addWeek } from "../../rules/ask-form-weeks.ts";
import styles from "./hours-page.module.css";

/** Adds a week by any of its days. */
export function AddWeek({
  setHours,
}: {
  /** Adds in the page; without it, the button posts the form. */
  setHours: ((change: (hours: TypedHours) => TypedHours) => void) | null;
}): ReactNode {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.add} ref={place}>
      <TextField
        name="newWeek"
        type="date"
        narrow
        label={t("families:ask.hours.newWeek")}
        hint={t("families:ask.hours.newWeekHint")}
      />
      <Button
        small
        name="intent"
        value="addWeek"
        onClick={(event) => {
          const input = place.current?.querySelector("input");
          if (!setHours || !input) return;
          event.preventDefault();
          const day = input.value;
          setHours((present) => addWeek(present, day));
          input.value = "";
        }}
      >
        {t("families:ask.hours.addWeek")}
      </Button>
    </div>
  );
}
