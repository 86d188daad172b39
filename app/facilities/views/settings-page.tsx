import type { ReactNode } from "react";
import { formatAge, formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { ErrorSummary, SelectField, TextField, fieldId } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ManagedView } from "../acts/read-managed.server.ts";
import { alikeWeekdays } from "../rules/band-form.ts";
import { choicesOf, bandText, settingsFacts } from "./settings-text.ts";
import styles from "./settings.module.css";

type Reply = { values: Record<string, unknown>; errors: Record<string, string> };

function History({ view }: { view: ManagedView }): ReactNode {
  const { t, language } = useWords();
  const { history, facility } = view;
  if (history.length === 0) return <p>{t("facilities:settings.neverStated")}</p>;
  return (
    <ol className={styles.history}>
      {history.map(({ validFrom, standing, ...settings }) => (
        <li key={validFrom}>
          <p className={styles.when}>
            <strong>{t("facilities:settings.fromDay", { day: formatDate(validFrom, language) })}</strong>
            <Tag
              meaning={standing === "inForce" ? "success" : standing === "toCome" ? "information" : "neutral"}
            >
              {t(`facilities:settings.standing.${standing}`)}
            </Tag>
          </p>
          <details open={standing === "toCome"}>
            <summary>{t("facilities:settings.seeRules")}</summary>
            <Facts facts={settingsFacts(settings, facility.kind, t, language)} />
          </details>
          {standing === "toCome" && (
            <form method="post">
              <input type="hidden" name="validFrom" value={validFrom} />
              <Button kind="refusal" small name="intent" value="forget">
                {t("facilities:settings.forget", { day: formatDate(validFrom, language) })}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}

function Sections({ view: { facility, sections } }: { view: ManagedView }): ReactNode {
  const { t, language } = useWords();
  const base = `/structure/${facility.id}/reglages`;
  if (sections.length === 0) return <p>{t("facilities:settings.noSection")}</p>;
  return sections.map(({ id, name, minAgeMonths, maxAgeMonths, walking, versions }) => (
    <section key={id} className={styles.section} id={id}>
      <h3>
        {t("facilities:settings.sectionOf", {
          name,
          from: formatAge(minAgeMonths, language),
          to: formatAge(maxAgeMonths, language),
        })}
      </h3>
      {versions.length === 0 && <p>{t("facilities:settings.noLicence")}</p>}
      {versions.map(({ from, to, rows }) => (
        <DataTable
          key={from}
          caption={t(to ? "facilities:settings.licenceFromTo" : "facilities:settings.licenceFrom", {
            section: name,
            from: formatDate(from, language),
            to: to ? formatDate(to, language) : "",
          })}
          rows={alikeWeekdays(rows, ({ places }) => String(places))}
          rowKey={({ row, weekdays }) => `${weekdays.join()} ${row.startMinute}`}
          columns={[
            {
              key: "hours",
              header: t("facilities:settings.hours"),
              cell: ({ weekdays, row }) => bandText(weekdays, row, t, language),
            },
            {
              key: "places",
              header: t("facilities:settings.places"),
              number: true,
              cell: ({ row }) => row.places,
            },
          ]}
        />
      ))}
      <ButtonLink small href={`${base}/places?section=${encodeURIComponent(id)}`}>
        {t("facilities:settings.changeLicence", { section: name })}
      </ButtonLink>
      {choicesOf(facility.kind).ratio && (
        <form method="post" className={styles.line}>
          <input type="hidden" name="sectionId" value={id} />
          <SelectField
            name="walking"
            id={`walking-${id}`}
            label={t("facilities:settings.walking.label", { section: name })}
            defaultValue={walking === null ? "unknown" : walking ? "yes" : "no"}
            options={["unknown", "yes", "no"].map((value) => ({
              value,
              label: t(`facilities:settings.walking.${value}`),
            }))}
          />
          <Button small name="intent" value="walking">
            {t("facilities:settings.walking.save")}
          </Button>
        </form>
      )}
    </section>
  ));
}

/** What a facility has stated, and where each part is changed. */
export function SettingsPage({ view, reply }: { view: ManagedView; reply?: Reply }): ReactNode {
  const { t, language } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  const { facility, inForce, staff, sections, history } = view;
  const base = `/structure/${facility.id}/reglages`;
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  return (
    <Page
      wide
      title={t("facilities:settings.title", { facility: facility.name })}
      lead={t("facilities:settings.lead")}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      <ErrorSummary errors={errors} />
      <ButtonRow>
        <ButtonLink href={`/structure/${facility.id}/capacite`}>
          {t("facilities:settings.seePlaces")}
        </ButtonLink>
        <ButtonLink href={`${base}/fermetures`}>{t("facilities:settings.seeClosures")}</ButtonLink>
      </ButtonRow>
      <div className={styles.columns}>
        <section>
          <h2>{t("facilities:settings.rules")}</h2>
          <Facts facts={settingsFacts(inForce, facility.kind, t, language)} />
          <ButtonLink href={`${base}/regles`}>{t("facilities:settings.changeRules")}</ButtonLink>
          {history.length === 0 && (
            <Notice meaning="information">
              <p>{t("facilities:settings.neverStated")}</p>
            </Notice>
          )}
        </section>
        {history.length > 0 && (
          <section>
            <h2 id={fieldId("history")}>{t("facilities:settings.history")}</h2>
            <History view={view} />
          </section>
        )}
      </div>
      <section>
        <h2>{t("facilities:settings.staff")}</h2>
        {staff.length === 0 ? (
          <p>{t("facilities:settings.noStaff")}</p>
        ) : (
          <DataTable
            caption={t("facilities:settings.staff")}
            hiddenCaption
            rows={staff}
            rowKey={({ ids }) => ids[0]!}
            columns={[
              {
                key: "section",
                header: t("facilities:settings.section"),
                cell: ({ sectionId }) =>
                  (sectionId && names.get(sectionId)) || t("facilities:settings.anySection"),
              },
              {
                key: "hours",
                header: t("facilities:settings.hours"),
                cell: ({ weekdays, ...row }) => bandText(weekdays, row, t, language),
              },
              {
                key: "staff",
                header: t("facilities:settings.adults"),
                number: true,
                cell: (row) => row.staff,
              },
            ]}
          />
        )}
        <ButtonLink href={`${base}/equipe`}>{t("facilities:settings.changeStaff")}</ButtonLink>
      </section>
      <section>
        <h2>{t("facilities:settings.licence")}</h2>
        <Sections view={view} />
      </section>
      <div className={styles.columns}>
        <section>
          <h2>{t("facilities:settings.openings")}</h2>
          {facility.openings.length === 0 ? (
            <p>{t("ui:unknown")}</p>
          ) : (
            <ul>
              {alikeWeekdays(facility.openings, () => "").map(({ weekdays, row }) => (
                <li key={`${weekdays.join()} ${row.startMinute}`}>{bandText(weekdays, row, t, language)}</li>
              ))}
            </ul>
          )}
          <p className={styles.note}>{t("facilities:settings.openingsNote")}</p>
        </section>
        <section>
          <h2>{t("facilities:settings.phoneTitle")}</h2>
          <form method="post">
            <TextField
              narrow
              type="tel"
              name="phone"
              autoComplete="off"
              label={t("facilities:settings.phone")}
              hint={t("facilities:settings.phoneHint")}
              error={errorOf("phone")}
              defaultValue={String(reply?.values.phone ?? facility.phone ?? "")}
            />
            <Button name="intent" value="phone">
              {t("facilities:settings.savePhone")}
            </Button>
          </form>
        </section>
      </div>
    </Page>
  );
}
