import type { ReactNode } from "react";
import { formatAge, formatDate, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { candidatesHref, resultSlug, stateSlug } from "../rules/candidate-filters.ts";
import { candidateStates } from "../rules/meeting.ts";
import type { CandidateLine, CandidatesView } from "../rules/meeting-view.ts";
import { heldText, reasonText, stateMeanings } from "./candidate-words.ts";
import { hoursText } from "./meeting-name.ts";
import styles from "./meeting.module.css";

function Filters({ view, path }: { view: CandidatesView; path: string }): ReactNode {
  const { t } = useWords();
  const { filters, facilities, run } = view;
  const narrowed = filters.state || filters.facilityId || filters.result || filters.number;
  return (
    <form method="get" action={`${path}#dossiers`} className={styles.filters} role="search">
      {run && <input type="hidden" name="calcul" value={run.id} />}
      <TextField
        name="numero"
        type="search"
        inputMode="numeric"
        label={t("commission:page.filter.number")}
        defaultValue={filters.number}
      />
      <SelectField
        name="etat"
        label={t("commission:page.filter.state")}
        empty={t("commission:page.filter.any")}
        defaultValue={filters.state ? stateSlug(filters.state) : ""}
        options={candidateStates.map((state) => ({
          value: stateSlug(state),
          label: t(`commission:page.state.${state}`),
        }))}
      />
      {run && (
        <SelectField
          name="resultat"
          label={t("commission:page.filter.result")}
          empty={t("commission:page.filter.any")}
          defaultValue={filters.result ? resultSlug(filters.result) : ""}
          options={(["served", "refused"] as const).map((result) => ({
            value: resultSlug(result),
            label: t(`commission:page.filter.${result}`),
          }))}
        />
      )}
      <SelectField
        name="structure"
        label={t("commission:page.filter.facility")}
        empty={t("commission:page.filter.anyFacility")}
        defaultValue={filters.facilityId ?? ""}
        options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button small>{t("commission:page.filter.apply")}</Button>
        {narrowed && (
          <ButtonLink small kind="quiet" href={candidatesHref(path, { runId: run?.id ?? null })}>
            {t("commission:page.filter.clear")}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

/** The candidates, under their numbers: a page of them, with what the run looked at gives to each. */
export function CandidatesSection({ view, path }: { view: CandidatesView; path: string }): ReactNode {
  const { t, language } = useWords();
  const { meeting, run, candidates, page, pages, total, filters } = view;
  const address = (number: number): string =>
    candidatesHref(path, { ...filters, runId: run?.id ?? null, page: number });
  const wish = ({ wishes }: CandidateLine): string =>
    wishes.find(({ rank }) => rank === 1)?.facility.name ?? wishes[0]?.facility.name ?? "–";
  return (
    <section aria-labelledby="dossiers">
      <h2 id="dossiers">{t("commission:page.candidates.title")}</h2>
      <p>{t("commission:page.candidates.lead")}</p>
      <Filters view={view} path={path} />
      {candidates.length === 0 ? (
        <p>{t("commission:page.candidates.none")}</p>
      ) : (
        <DataTable
          caption={t(run ? "commission:page.candidates.captionRun" : "commission:page.candidates.caption", {
            count: total,
            number: run?.number,
          })}
          rows={candidates}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "number",
              header: t("commission:page.candidates.number"),
              cell: ({ id, number }) => (
                <a
                  href={`/guichet/commissions/${meeting.id}/dossiers/${id}${run ? `?calcul=${run.id}` : ""}`}
                >
                  {number}
                </a>
              ),
            },
            {
              key: "points",
              header: t("commission:page.candidates.points"),
              number: true,
              cell: ({ points }) => formatNumber(points, language),
            },
            {
              key: "age",
              header: t("commission:page.candidates.age"),
              cell: ({ ageMonths }) =>
                ageMonths === null ? t("commission:page.candidates.unborn") : formatAge(ageMonths, language),
            },
            {
              key: "hours",
              header: t("commission:page.candidates.hours"),
              number: true,
              cell: ({ weeklyHalfHours }) => hoursText(weeklyHalfHours, language),
            },
            {
              key: "start",
              header: t("commission:page.candidates.startOn"),
              cell: ({ startOn }) => formatDate(startOn, language),
            },
            { key: "wish", header: t("commission:page.candidates.wish"), cell: wish },
            {
              key: "result",
              header: t(run ? "commission:page.candidates.result" : "commission:page.candidates.state"),
              cell: (line) => (
                <>
                  {line.state !== "included" ? (
                    <Tag meaning={stateMeanings[line.state]}>{reasonText(line, t)}</Tag>
                  ) : run ? (
                    <Tag meaning={line.held ? "success" : "neutral"}>{heldText(line, t, language)}</Tag>
                  ) : (
                    <Tag meaning="information">{t("commission:page.stateOne.included")}</Tag>
                  )}
                  {line.adjustments.length > 0 && (
                    <small className={styles.soft}>
                      {" "}
                      {t("commission:page.candidates.adjusted", { count: line.adjustments.length })}
                    </small>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination page={page} pages={pages} href={address} />
    </section>
  );
}
