import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "#app/ui/field.tsx";
import type { OccasionalDeskView } from "../acts/read-occasional-desk.server.ts";
import { bookingEnds } from "../rules/booking-window.ts";
import styles from "./occasional-page.module.css";

const words = "attendance:occasional";

/** "20:00" for a field of hours. */
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Days of a section opened to families: from when, and until when they book. A usual answer is there already. */
export function OpenWindowsForm({
  view,
  values,
  errorOf,
}: {
  view: OccasionalDeskView;
  values: Record<string, unknown>;
  errorOf: (name: string) => string | null;
}): ReactNode {
  const { t } = useWords();
  const { sections, proposed, today } = view;
  const asked = values.acte === "open" ? values : {};
  const text = (name: string, usual: string): string =>
    typeof asked[name] === "string" ? asked[name] : values.acte === "open" ? "" : usual;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="acte" value="open" />
      <p>{t(`${words}.desk.openHint`)}</p>
      <SelectField
        name="section"
        label={t(`${words}.field.section`)}
        options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={text("section", proposed.sectionId)}
        error={errorOf("section")}
      />
      <div className={styles.pair}>
        <TextField
          narrow
          type="date"
          name="du"
          min={today}
          label={t(`${words}.field.from`)}
          defaultValue={text("du", proposed.fromDay)}
          error={errorOf("du")}
        />
        <TextField
          narrow
          type="date"
          name="au"
          min={today}
          label={t(`${words}.field.to`)}
          defaultValue={text("au", proposed.toDay)}
          error={errorOf("au")}
        />
      </div>
      <ChoiceField
        name="jusque"
        label={t(`${words}.field.until2`)}
        options={bookingEnds.map((value) => ({ value, label: t(`${words}.until.${value}`) }))}
        defaultValue={text("jusque", "eve")}
        error={errorOf("jusque")}
      />
      <TextField
        narrow
        type="time"
        name="heureVeille"
        label={t(`${words}.field.eveAt`)}
        defaultValue={text("heureVeille", clock(proposed.bookUntil))}
        error={errorOf("heureVeille")}
      />
      <details open={asked.jusque === "moment" || Boolean(asked.ouvreLe)}>
        <summary>{t(`${words}.field.opens`)}</summary>
        <p>{t(`${words}.field.opensHint`)}</p>
        <div className={styles.pair}>
          <TextField
            narrow
            type="date"
            name="ouvreLe"
            label={t(`${words}.field.opensOn`)}
            defaultValue={text("ouvreLe", "")}
            error={errorOf("ouvreLe")}
          />
          <TextField
            narrow
            type="time"
            name="ouvreA"
            label={t(`${words}.field.opensAt`)}
            defaultValue={text("ouvreA", "")}
            error={errorOf("ouvreA")}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            narrow
            type="date"
            name="fermeLe"
            label={t(`${words}.field.moment`)}
            defaultValue={text("fermeLe", "")}
            error={errorOf("fermeLe")}
          />
          <TextField
            narrow
            type="time"
            name="fermeA"
            label={t(`${words}.field.momentAt`)}
            defaultValue={text("fermeA", "")}
            error={errorOf("fermeA")}
          />
        </div>
      </details>
      <Button kind="main">{t(`${words}.desk.openButton`)}</Button>
    </form>
  );
}
