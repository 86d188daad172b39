import type { ReactNode } from "react";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type {
  BookableDay,
  FamilyOccasionalChild,
  FamilyOccasionalView,
} from "../acts/read-family-occasional.server.ts";
import { FreePicture, HoursToChoose } from "./occasional-hours.tsx";
import styles from "./occasional-page.module.css";
import { OccasionalStays } from "./occasional-stays.tsx";
import { minutesText, momentText, stretchesText } from "./occasional-text.ts";

/** A form that came back: what was chosen, and what is in the way. */
export type OccasionalReply = {
  error: string;
  typed: { contractId: string; day: string; start: number; end: number } | null;
  /** The hours are not free, and the list takes a name. */
  mayWait: boolean;
};

const words = "attendance:occasional";

function Which({ contractId, day }: { contractId: string; day: string }): ReactNode {
  return (
    <>
      <input type="hidden" name="acte" value="book" />
      <input type="hidden" name="contrat" value={contractId} />
      <input type="hidden" name="jour" value={day} />
    </>
  );
}

function DayCard({ child, day }: { child: FamilyOccasionalChild; day: BookableDay }): ReactNode {
  const { t, language } = useWords();
  const { contractId, childName } = child;
  const id = `${contractId}-${day.day}`;
  const full = day.runs.length === 0;
  return (
    <li className={styles.day} id={`jour-${id}`}>
      <h4>{formatDay(day.day, language)}</h4>
      <FreePicture {...day} />
      {!full && <p>{t(`${words}.family.free`, { hours: stretchesText(day.runs, t, language) })}</p>}
      {full && day.own.length === 0 && <p>{t(`${words}.family.full`)}</p>}
      {day.own.length > 0 && (
        <p>{t(`${words}.family.own`, { hours: stretchesText(day.own, t, language) })}</p>
      )}
      {day.oneTouch.length > 0 && (
        <div className={styles.touches}>
          {day.oneTouch.map((part) => {
            const named = {
              ...minutesText(part, language),
              child: childName,
              day: formatDay(day.day, language),
            };
            return (
              <form key={part.part} method="post">
                <Which contractId={contractId} day={day.day} />
                <input type="hidden" name="debut" value={part.start} />
                <input type="hidden" name="fin" value={part.end} />
                <Button small aria-label={t(`${words}.family.bookLabel`, named)}>
                  {t(`${words}.family.bookPart.${part.part}`, named)}
                </Button>
              </form>
            );
          })}
        </div>
      )}
      <details>
        <summary
          aria-label={`${t(`${words}.family.${full ? "waitHours" : "otherHours"}`)}, ${formatDay(day.day, language)}`}
        >
          {t(`${words}.family.${full ? "waitHours" : "otherHours"}`)}
        </summary>
        <form method="post">
          <Which contractId={contractId} day={day.day} />
          <HoursToChoose day={day} typed={null} id={id} />
          {full ? (
            <Button name="attendre" value="oui">
              {t(`${words}.family.wait`)}
            </Button>
          ) : (
            <Button>{t(`${words}.family.book`)}</Button>
          )}
        </form>
      </details>
      <p className={styles.note}>{t(`${words}.family.until`, momentText(day.closesAt, language))}</p>
    </li>
  );
}

function DayTable({ child }: { child: FamilyOccasionalChild }): ReactNode {
  const { t, language } = useWords();
  return (
    <details className={styles.twin}>
      <summary>{t(`${words}.family.table`)}</summary>
      <DataTable
        caption={t(`${words}.family.tableCaption`, { child: child.childName })}
        rows={child.days}
        rowKey={({ day }) => day}
        columns={[
          { key: "day", header: t(`${words}.field.day`), cell: ({ day }) => formatDay(day, language) },
          {
            key: "free",
            header: t(`${words}.field.free`),
            cell: ({ runs }) =>
              runs.length > 0 ? stretchesText(runs, t, language) : t(`${words}.family.full`),
          },
          {
            key: "until",
            header: t(`${words}.field.until`),
            cell: ({ closesAt }) => formatInstant(closesAt, language),
          },
        ]}
      />
    </details>
  );
}

function Child({ child }: { child: FamilyOccasionalChild }): ReactNode {
  const { t, language } = useWords();
  const { contractId, childName, facilityName, facilityPhone, stays, days, opensNext } = child;
  return (
    <section aria-labelledby={`enfant-${contractId}`}>
      <h2 id={`enfant-${contractId}`}>
        {t(`${words}.family.of`, { child: childName, facility: facilityName })}
      </h2>
      {stays.length > 0 && (
        <>
          <h3>{t(`${words}.family.yours`)}</h3>
          <OccasionalStays stays={stays} />
        </>
      )}
      <h3>{t(`${words}.family.days`)}</h3>
      {days.length === 0 && <p>{t(`${words}.family.noDay`)}</p>}
      {opensNext && <p>{t(`${words}.family.opensNext`, momentText(opensNext, language))}</p>}
      {days.length > 0 && (
        <>
          <ul className={styles.days}>
            {days.map((day) => (
              <DayCard key={day.day} child={child} day={day} />
            ))}
          </ul>
          <DayTable child={child} />
        </>
      )}
      {facilityPhone && <p>{t(`${words}.family.call`, { phone: facilityPhone })}</p>}
    </section>
  );
}

/** Full meanwhile: what was chosen is kept, and the list takes the name. */
function Refused({ reply, view }: { reply: OccasionalReply; view: FamilyOccasionalView }): ReactNode {
  const { t, language } = useWords();
  const { error, typed, mayWait } = reply;
  const child = view.children.find(({ contractId }) => contractId === typed?.contractId);
  const day = child?.days.find((each) => each.day === typed?.day);
  if (!typed || !mayWait)
    return (
      <Notice meaning="refusal" title={t(`${words}.error.titleAny`)} live>
        <p>{t(error)}</p>
      </Notice>
    );
  const named = { day: formatDay(typed.day, language), ...minutesText(typed, language) };
  return (
    <Notice meaning="attention" title={t(`${words}.family.fullTitle`)} live>
      <p>{t(`${words}.family.fullText`, named)}</p>
      <form method="post">
        <Which contractId={typed.contractId} day={typed.day} />
        {day ? (
          <HoursToChoose day={day} typed={typed} id="refused" />
        ) : (
          <>
            <input type="hidden" name="debut" value={typed.start} />
            <input type="hidden" name="fin" value={typed.end} />
          </>
        )}
        <ButtonRow>
          <Button kind="main" name="attendre" value="oui">
            {t(`${words}.family.wait`)}
          </Button>
          {day && <Button>{t(`${words}.family.book`)}</Button>}
        </ButtonRow>
      </form>
    </Notice>
  );
}

/** Hours that a family books itself, child by child. */
export function FamilyOccasionalPage({
  view,
  reply,
}: {
  view: FamilyOccasionalView;
  reply: OccasionalReply | undefined;
}): ReactNode {
  const { t } = useWords();
  return (
    <Page
      wide
      title={t(`${words}.family.title`)}
      lead={t(`${words}.family.lead`)}
      back={{ href: "/famille/calendrier", label: t(`${words}.family.calendar`) }}
    >
      {reply && <Refused reply={reply} view={view} />}
      {view.children.length === 0 && (
        <>
          <p>{t(`${words}.family.none`)}</p>
          <p>{t(`${words}.family.noneWhy`)}</p>
          <ButtonRow>
            <ButtonLink href="/aide">{t("ui:help")}</ButtonLink>
          </ButtonRow>
        </>
      )}
      {view.children.map((child) => (
        <Child key={child.contractId} child={child} />
      ))}
    </Page>
  );
}
