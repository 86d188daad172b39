import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Page } from "#app/ui/page.tsx";
import type { PlaceSearchPage } from "../acts/read-place-search.server.ts";
import { usualWeekNames } from "../rules/place-search-form.ts";
import { SearchAnswerView } from "./search-answer.tsx";
import styles from "./search-page.module.css";

function SearchForm({ page: { read, quarterNames, request } }: { page: PlaceSearchPage }): ReactNode {
  const { t } = useWords();
  const { typed } = read;
  const errors = read.asked ? read.errors : {};
  const { errorOf } = useFieldErrors({ errors: errors as Record<string, string> });
  return (
    <form method="get" action="/places#reponse" className={`${styles.form} no-print`} noValidate>
      {request && <input type="hidden" name="demande" value={request.id} />}
      <div className={styles.hours}>
        <SelectField
          name="semaine"
          label={t("allocation:search.usualWeek")}
          empty={t("allocation:search.usualNone")}
          defaultValue={typed.heures === "" ? typed.semaine : ""}
          options={usualWeekNames.map((name) => ({
            value: name,
            label: t(`allocation:search.usual.${name}`),
          }))}
        />
        <TextField
          name="heures"
          label={t("allocation:search.hours")}
          hint={t("allocation:search.hoursHint")}
          error={errorOf("heures")}
          defaultValue={typed.heures}
          autoComplete="off"
        />
      </div>
      <div className={styles.days}>
        {!request && (
          <TextField
            name="naissance"
            type="date"
            label={t("allocation:search.birth")}
            error={errorOf("naissance")}
            defaultValue={typed.naissance}
          />
        )}
        <TextField
          name="debut"
          type="date"
          label={t("allocation:search.from")}
          error={errorOf("debut")}
          defaultValue={typed.debut}
        />
        <TextField
          name="fin"
          type="date"
          label={t("allocation:search.until")}
          error={errorOf("fin")}
          defaultValue={typed.fin}
        />
        <SelectField
          name="quartier"
          label={t("allocation:search.quarter")}
          empty={t("allocation:search.everyQuarter")}
          defaultValue={typed.quartier}
          options={quarterNames.map((name) => ({ value: name, label: name }))}
        />
      </div>
      <Button kind="main">{t("allocation:search.search")}</Button>
    </form>
  );
}

/** "These hours, this child, from this date: who can?" */
export function SearchPage({ page }: { page: PlaceSearchPage }): ReactNode {
  const { t } = useWords();
  const { read, request, answer } = page;
  const { errors } = useFieldErrors(
    read.asked ? { errors: read.errors as Record<string, string> } : undefined,
  );
  return (
    <Page
      wide
      title={t("allocation:search.title")}
      lead={
        request
          ? t("allocation:search.leadOf", {
              child: request.childFirstName || t("allocation:family.unborn"),
              reference: request.reference,
            })
          : t("allocation:search.lead")
      }
      back={request ? { href: request.back } : undefined}
    >
      <ErrorSummary errors={errors} />
      <SearchForm page={page} />
      {answer && read.asked && read.need && <SearchAnswerView answer={answer} need={read.need} />}
      {answer && (
        <ButtonRow>
          {request?.mayOffer ? (
            <ButtonLink kind="main" href={`/guichet/demandes/${request.id}/proposer`}>
              {t("allocation:search.offer")}
            </ButtonLink>
          ) : (
            !request && (
              <ButtonLink kind="main" href="/demandes/nouvelle">
                {t("allocation:search.ask")}
              </ButtonLink>
            )
          )}
        </ButtonRow>
      )}
    </Page>
  );
}
