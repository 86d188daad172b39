import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { FieldNotes, TextField, fieldId } from "#app/ui/field.tsx";
import fieldStyles from "#app/ui/field.module.css";
import { Notice } from "#app/ui/notice.tsx";
import type { AskAddressPage } from "../../acts/read-ask-address.server.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { unknownZone } from "../../rules/ask-form-address.ts";
import styles from "./address-page.module.css";
import { AskForm, useProblem } from "./ask-frame.tsx";

const streetList = "rues";

/** Quarters with their zones, to choose from when the street does not say. */
function ZoneChoice({ page, error }: { page: AskAddressPage; error: string | null }): ReactNode {
  const { t } = useWords();
  const id = fieldId("zoneCode");
  const quarters = [...new Set(page.choice.map(({ quarterName }) => quarterName))];
  return (
    <div className={`${fieldStyles.field} ${error ? fieldStyles.wrong : ""} ${styles.zones}`}>
      <label className={fieldStyles.label} htmlFor={id}>
        {t("families:ask.address.zone")}
      </label>
      <FieldNotes
        id={id}
        hint={t(page.streetIsLong ? "families:ask.address.zoneSeveral" : "families:ask.address.zoneHint")}
        error={error}
      />
      <select
        id={id}
        name="zoneCode"
        className={fieldStyles.input}
        defaultValue={page.address.zoneCode}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
      >
        <option value="">{t("families:ask.choose")}</option>
        {quarters.map((quarter) => (
          <optgroup key={quarter} label={quarter}>
            {page.choice
              .filter(({ quarterName }) => quarterName === quarter)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
        <option value={unknownZone}>{t("families:ask.address.zoneUnknown")}</option>
      </select>
      <input type="hidden" name="zoneOfStreet" value={page.address.zoneOfStreet} />
    </div>
  );
}

export function AddressPage({ page, problems }: { page: AskAddressPage; problems: AskProblem[] }): ReactNode {
  const { t } = useWords();
  const problem = useProblem(problems);
  const { address, quarterName, choice, streets, town } = page;
  return (
    <AskForm
      frame={page}
      problems={problems}
      title={t("families:ask.address.title")}
      lead={t("families:ask.address.lead")}
    >
      <div className={styles.line}>
        <TextField
          name="streetNumber"
          label={t("families:ask.address.number")}
          defaultValue={address.streetNumber}
          error={problem("streetNumber")}
          autoComplete="off"
        />
        <TextField
          name="street"
          list={streetList}
          label={t("families:ask.address.street")}
          defaultValue={address.street}
          error={problem("street")}
          autoComplete="address-line1"
        />
      </div>
      <datalist id={streetList}>
        {streets.map((street) => (
          <option key={street} value={street} />
        ))}
      </datalist>
      {quarterName && choice.length === 0 && (
        <Notice meaning="success">
          <p>{t("families:ask.address.quarter", { quarter: quarterName })}</p>
        </Notice>
      )}
      {choice.length > 0 && <ZoneChoice page={page} error={problem("zoneCode")} />}
      <div className={styles.line}>
        <TextField
          name="postcode"
          inputMode="numeric"
          label={t("families:ask.address.postcode")}
          defaultValue={address.postcode}
          error={problem("postcode")}
          autoComplete="postal-code"
        />
        <TextField
          name="city"
          label={t("families:ask.address.city")}
          defaultValue={address.city || town}
          error={problem("city")}
          autoComplete="address-level2"
        />
      </div>
      <p>{t("families:ask.address.why")}</p>
    </AskForm>
  );
}
