import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary, SelectField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type {
  DeskDay,
  DeskStay,
  DeskWindow,
  OccasionalDeskView,
} from "../acts/read-occasional-desk.server.ts";
import { FreePicture, HoursToChoose } from "./occasional-hours.tsx";
import styles from "./occasional-page.module.css";
import { minutesText, momentText, stretchesText, timesText } from "./occasional-text.ts";
import { OpenWindowsForm } from "./open-windows-form.tsx";

/** A form that came back: fields to mend, or one sentence on what is in the way. */
export type DeskReply = {
  values: Record<string, unknown>;
  errors: Record<string, string>;
  error: string | null;
  /** The hours are not free: the list takes the name. */
  mayWait: boolean;
};

const words = "attendance:occasional";
type Section = OccasionalDeskView["sections"][number];

const meanings = { coming: "neutral", open: "success", over: "information", closed: "attention" } as const;

function WindowLine({ window, day }: { window: DeskWindow; day: string }): ReactNode {
  const { t, language } = useWords();
  const moment = window.state === "coming" ? window.opensAt : window.closesAt;
  return (
    <div className={styles.windows}>
      <p>
        <Tag meaning={meanings[window.state]}>{t(`${words}.desk.state.${window.state}`)}</Tag>{" "}
        {window.state !== "closed" && (
          <small>{t(`${words}.desk.until.${window.state}`, momentText(moment, language))}</small>
        )}
      </p>
      {window.state !== "closed" && (
        <form method="post">
          <input type="hidden" name="acte" value="close" />
          <input type="hidden" name="fenetre" value={window.id} />
          <Button small aria-label={t(`${words}.desk.closeOf`, { day: formatDay(day, language) })}>
            {t(`${words}.desk.close`)}
          </Button>
        </form>
      )}
    </div>
  );
}

function People({ stays, day }: { stays: DeskStay[]; day: string }): ReactNode {
  const { t, language } = useWords();
  return (
    <ul className={styles.people}>
      {stays.map((stay) => (
        <li key={stay.id}>
          <span>
            {t(`${words}.desk.stay`, { child: stay.childName, ...timesText(stay, language) })}
            {stay.standing !== "booked" && (
              <small>
                {stay.standing === "waiting" || !stay.answerBy
                  ? t(`${words}.desk.inLine`)
                  : t(`${words}.desk.askedUntil`, { moment: formatInstant(stay.answerBy, language) })}
              </small>
            )}
          </span>
          {stay.mayCancel && (
            <form method="post">
              <input type="hidden" name="acte" value="cancel" />
              <input type="hidden" name="sejour" value={stay.id} />
              <Button
                small
                kind="refusal"
                aria-label={t(`${words}.desk.cancelOf`, {
                  child: stay.childName,
                  day: formatDay(day, language),
                })}
              >
                {t(`${words}.desk.cancel`)}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function BookFor({ section, day, reply }: { section: Section; day: DeskDay; reply?: DeskReply }): ReactNode {
  const { t } = useWords();
  const id = `${section.id}-${day.day}`;
  const own =
    reply?.values.jour === day.day && section.contracts.some((each) => each.id === reply.values.contrat)
      ? reply
      : undefined;
  const typed = own ? { start: Number(own.values.debut), end: Number(own.values.fin) } : null;
  return (
    <details open={own !== undefined}>
      <summary>{t(`${words}.desk.bookFor`)}</summary>
      <form method="post">
        <input type="hidden" name="acte" value="book" />
        <input type="hidden" name="jour" value={day.day} />
        <SelectField
          id={`contrat-${id}`}
          name="contrat"
          label={t(`${words}.field.family`)}
          empty={t(`${words}.desk.choose`)}
          options={section.contracts.map((contract) => ({ value: contract.id, label: contract.name }))}
          defaultValue={typeof own?.values.contrat === "string" ? own.values.contrat : ""}
        />
        <HoursToChoose day={day} typed={typed} id={id} />
        <ButtonRow>
          <Button>{t(`${words}.desk.book`)}</Button>
          {own?.mayWait && (
            <Button name="attendre" value="oui">
              {t(`${words}.desk.wait`)}
            </Button>
          )}
        </ButtonRow>
      </form>
    </details>
  );
}

function DayCard({ section, day, reply }: { section: Section; day: DeskDay; reply?: DeskReply }): ReactNode {
  const { t, language } = useWords();
  return (
    <li className={styles.day}>
      <h3>{formatDay(day.day, language)}</h3>
      {day.windows.map((window) => (
        <WindowLine key={window.id} window={window} day={day.day} />
      ))}
      <FreePicture {...day} />
      <p>
        {day.runs.length === 0
          ? t(`${words}.family.full`)
          : t(`${words}.family.free`, { hours: stretchesText(day.runs, t, language) })}
      </p>
      <h4>{t(`${words}.desk.booked`)}</h4>
      {day.booked.length === 0 ? (
        <p>{t(`${words}.desk.nobody`)}</p>
      ) : (
        <People stays={day.booked} day={day.day} />
      )}
      {day.waiting.length > 0 && (
        <>
          <h4>{t(`${words}.desk.waiting`)}</h4>
          <People stays={day.waiting} day={day.day} />
        </>
      )}
      {section.contracts.length > 0 && day.halfHours.length > 1 && (
        <BookFor section={section} day={day} reply={reply} />
      )}
    </li>
  );
}

function DayTable({ section }: { section: Section }): ReactNode {
  const { t, language } = useWords();
  return (
    <details className={styles.twin}>
      <summary>{t(`${words}.desk.table`)}</summary>
      <DataTable
        caption={t(`${words}.desk.tableCaption`, { section: section.name })}
        rows={section.days}
        rowKey={({ day }) => day}
        columns={[
          { key: "day", header: t(`${words}.field.day`), cell: ({ day }) => formatDay(day, language) },
          {
            key: "free",
            header: t(`${words}.field.free`),
            cell: ({ free }) =>
              free.length === 0
                ? t(`${words}.desk.noFree`)
                : free
                    .map((each) =>
                      t(`${words}.desk.stretch`, { ...minutesText(each, language), count: each.places }),
                    )
                    .join(", "),
          },
          {
            key: "booked",
            header: t(`${words}.desk.booked`),
            number: true,
            cell: ({ booked }) => booked.length,
          },
          {
            key: "waiting",
            header: t(`${words}.desk.inLine`),
            number: true,
            cell: ({ waiting }) => waiting.length,
          },
        ]}
      />
    </details>
  );
}

/** The free hours of a facility that families book themselves: opened, closed, taken, waited for. */
export function OccasionalDeskPage({
  view,
  reply,
}: {
  view: OccasionalDeskView;
  reply: DeskReply | undefined;
}): ReactNode {
  const { t } = useWords();
  const { facility, sections } = view;
  const { errors, errorOf } = useFieldErrors(reply);
  const none = sections.every(({ days }) => days.length === 0);
  return (
    <Page
      wide
      title={t(`${words}.desk.title`)}
      lead={t(`${words}.desk.lead`, { facility: facility.name })}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      <ErrorSummary errors={errors} />
      {reply?.error && (
        <Notice meaning="refusal" title={t(`${words}.error.titleAny`)} live>
          <p>{t(reply.error)}</p>
        </Notice>
      )}
      <details className={styles.open} open={none || reply?.values.acte === "open"}>
        <summary>{t(`${words}.desk.open`)}</summary>
        <OpenWindowsForm view={view} values={reply?.values ?? {}} errorOf={errorOf} />
      </details>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 id={`section-${section.id}`}>{section.name}</h2>
          <p>
            {section.contracts.length === 0
              ? t(`${words}.desk.noContract`)
              : t(`${words}.desk.contracts`, { count: section.contracts.length })}
          </p>
          {section.days.length === 0 ? (
            section.contracts.length > 0 && <p>{t(`${words}.desk.noDay`)}</p>
          ) : (
            <>
              <ul className={styles.days}>
                {section.days.map((day) => (
                  <DayCard key={day.day} section={section} day={day} reply={reply} />
                ))}
              </ul>
              <DayTable section={section} />
            </>
          )}
        </section>
      ))}
    </Page>
  );
}
