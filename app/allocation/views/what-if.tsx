// "And if this child came?": the question, and its answer before anything is promised.
import type { ReactNode } from "react";
import type { CellChange, Run } from "#app/facilities/rules/capacity-picture.ts";
import { formatDate, formatLength, formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { breachText } from "#app/ui/breach-text.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WeekHours } from "#app/ui/week-strip.tsx";
import { hoursText } from "#app/ui/week-text.ts";
import type { CapacityPage, WhatIfAnswer as Answer } from "../acts/read-capacity-page.server.ts";
import { periodParam } from "../rules/capacity-period.ts";
import { limitText } from "./capacity-text.ts";
import { useWhenColumns } from "./capacity-twin.tsx";
import styles from "./capacity.module.css";

/** Lines read at once; the others are one touch away, or counted. */
const mostOpen = 12;

export function WhatIfForm({ page }: { page: CapacityPage }): ReactNode {
  const { t } = useWords();
  const { sections, requests, typed, period } = page;
  const { errors, errorOf } = useFieldErrors(typed ?? undefined);
  const values = typed?.values;
  return (
    <section className={styles.whatIf} aria-labelledby="et-si">
      <h2 id="et-si">{t("facilities:capacity.whatIf.title")}</h2>
      <p>{t("facilities:capacity.whatIf.lead")}</p>
      <ErrorSummary errors={errors} />
      <form method="get" action="#et-si-reponse" noValidate>
        <input type="hidden" name="periode" value={periodParam(period.choice)} />
        {requests && requests.length > 0 && (
          <SelectField
            name="demande"
            label={t("facilities:capacity.whatIf.request")}
            hint={t("facilities:capacity.whatIf.requestHint")}
            error={errorOf("demande")}
            empty={t("facilities:capacity.whatIf.noRequest")}
            defaultValue={values?.demande}
            options={requests.map(({ id, reference, childFirstName }) => ({
              value: id,
              label: t("facilities:capacity.whatIf.requestOf", {
                child: childFirstName || t("ui:unbornChild"),
                reference,
              }),
            }))}
          />
        )}
        <TextField
          name="heures"
          label={t(
            requests && requests.length > 0
              ? "facilities:capacity.whatIf.otherHours"
              : "facilities:capacity.whatIf.hours",
          )}
          hint={t("facilities:capacity.whatIf.hoursHint")}
          error={errorOf("heures")}
          defaultValue={values?.heures}
          autoComplete="off"
        />
        <div className={styles.period}>
          <SelectField
            name="section"
            label={t("facilities:capacity.whatIf.section")}
            error={errorOf("section")}
            empty={t("facilities:capacity.whatIf.byAge")}
            defaultValue={values?.section}
            options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            narrow
            type="date"
            name="debut"
            label={t("facilities:capacity.whatIf.start")}
            error={errorOf("debut")}
            defaultValue={values?.debut}
          />
        </div>
        <Button kind="main" name="essai" value="1">
          {t("facilities:capacity.whatIf.look")}
        </Button>
      </form>
    </section>
  );
}

function Room({ verdict }: { verdict: Extract<Answer["verdict"], { ok: true }> }): ReactNode {
  const { t, language } = useWords();
  const { tightest, weekly, staffKnown } = verdict;
  return (
    <>
      <ul>
        {tightest && (
          <li>
            {t("facilities:capacity.whatIf.tightest", {
              count: tightest.left,
              day: formatWeekday(tightest.weekday, language),
              hours: hoursText(tightest, t, language),
              cause: t(`facilities:capacity.rule.${tightest.rule}`),
            })}
          </li>
        )}
        {weekly && (
          <li>
            {t("facilities:capacity.whatIf.weekly", {
              left: formatLength(weekly.leftMinutes, language),
              date: formatDate(weekly.monday, language),
            })}
          </li>
        )}
      </ul>
      {!staffKnown && <p>{t("facilities:capacity.whatIf.staffUnknown")}</p>}
    </>
  );
}

function Changes({ name, runs }: { name: string; runs: Run<CellChange>[] }): ReactNode {
  const { t } = useWords();
  const when = useWhenColumns<CellChange>();
  return (
    <DataTable
      caption={t("facilities:capacity.whatIf.changes", { section: name })}
      rows={runs}
      rowKey={({ weekday, start }) => `${weekday} ${start}`}
      columns={[
        ...when,
        {
          key: "before",
          header: t("facilities:capacity.whatIf.before"),
          number: true,
          cell: ({ cell }) => cell.before.left,
        },
        {
          key: "after",
          header: t("facilities:capacity.whatIf.after"),
          number: true,
          cell: ({ cell }) => cell.after.left,
        },
        {
          key: "tone",
          header: t("facilities:capacity.limit"),
          cell: ({ cell }) => limitText(cell.after, t),
        },
      ]}
    />
  );
}

export function WhatIfAnswer({ answer, names }: { answer: Answer; names: Map<string, string> }): ReactNode {
  const { t, language } = useWords();
  const { verdict, childFirstName, startOn, until, pattern, sectionId, changes } = answer;
  const values = {
    child: childFirstName || t("facilities:capacity.whatIf.aChild"),
    section: names.get(sectionId) ?? "",
    start: formatDate(startOn, language),
    end: formatDate(until, language),
  };
  const key = verdict.ok ? "fits" : "breaks";
  return (
    <section id="et-si-reponse" className={styles.answer}>
      <Notice
        live
        meaning={verdict.ok ? "success" : "refusal"}
        title={t(`facilities:capacity.whatIf.${key}`, values)}
      >
        <p>{t("facilities:capacity.whatIf.looked", values)}</p>
        <WeekHours pattern={pattern} />
        {verdict.ok ? (
          <Room verdict={verdict} />
        ) : (
          <ul>
            {verdict.breaches.slice(0, mostOpen).map((breach, index) => (
              <li key={index}>{breachText(breach, t, language)}</li>
            ))}
            {verdict.breaches.length > mostOpen && (
              <li>
                {t("facilities:capacity.whatIf.otherTimes", { count: verdict.breaches.length - mostOpen })}
              </li>
            )}
          </ul>
        )}
      </Notice>
      {changes.length > 0 && (
        <details open={changes.flatMap(({ runs }) => runs).length <= mostOpen}>
          <summary>{t("facilities:capacity.whatIf.seeChanges")}</summary>
          {changes.map(({ id, runs }) => (
            <Changes key={id} name={names.get(id) ?? ""} runs={runs} />
          ))}
        </details>
      )}
    </section>
  );
}
