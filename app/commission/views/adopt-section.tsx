import type { ReactNode } from "react";
import { addDays } from "#app/calendar/rules/day.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import type { GridView } from "../rules/grid-view.ts";
import type { GridReply } from "./grid-page.tsx";

/** The council has voted: the draft becomes the rule, under a name, and never changes again. */
export function AdoptSection({ view, reply }: { view: GridView; reply?: GridReply }): ReactNode {
  const { t } = useWords();
  const { errorOf } = useFieldErrors(reply);
  const typed = (name: string, usual = ""): string => (reply ? String(reply.values[name] ?? "") : usual);
  const { today } = view;
  return (
    <section aria-labelledby="adopt">
      <h2 id="adopt">{t("commission:grid.adopt.title")}</h2>
      <p>{t("commission:grid.adopt.lead")}</p>
      <form method="post" noValidate>
        <TextField
          narrow
          type="date"
          name="decidedOn"
          max={today}
          label={t("commission:grid.adopt.decidedOn")}
          error={errorOf("decidedOn")}
          defaultValue={typed("decidedOn")}
        />
        <TextField
          name="adoptionSource"
          label={t("commission:grid.adopt.source")}
          hint={t("commission:grid.adopt.sourceHint")}
          error={errorOf("adoptionSource")}
          defaultValue={typed("adoptionSource")}
        />
        <TextField
          narrow
          type="date"
          name="validFrom"
          min={today}
          label={t("commission:grid.adopt.validFrom")}
          hint={t("commission:grid.adopt.validFromHint")}
          error={errorOf("validFrom")}
          defaultValue={typed("validFrom", addDays(today, 1))}
        />
        <CheckboxField
          name="agree"
          label={t("commission:grid.adopt.agree")}
          error={errorOf("agree")}
          defaultChecked={typed("agree") !== ""}
        />
        <Button name="intent" value="adopt">
          {t("commission:grid.adopt.button")}
        </Button>
      </form>
    </section>
  );
}
