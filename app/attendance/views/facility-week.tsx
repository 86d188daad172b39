import type { ReactNode } from "react";
import { formatDay, formatDate, formatShortDay, formatTime } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { dayOffText } from "#app/ui/day-off-text.ts";
import type {
  CalendarOfDay,
  ExpectedStay,
  FacilityCalendarView,
} from "../acts/read-facility-calendar.server.ts";
import { dayNotes, partId } from "./facility-calendar-events.ts";
import styles from "./facility-calendar-page.module.css";

type WeekProps = { calendar: FacilityCalendarView };

const expectedOn = ({ sections }: CalendarOfDay): number =>
  sections.reduce((sum, { expected }) => sum + expected, 0);

/** What a day says besides its sections. */
export function DayNotes({ day }: { day: CalendarOfDay }): ReactNode {
  const { t, language } = useWords();
  const notes = dayNotes(day, t, language);
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map(({ part, text, tone }) => (
        <li key={part} id={partId(part, day.day)} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** "8 h 00 – 18 h 00 · Absence" */
function useStayText(): (stay: ExpectedStay) => string {
  const { t, language } = useWords();
  return ({ plannedStart, plannedEnd, standing, occasional }) => {
    const hours = t("calendar:hours", {
      start: formatTime(plannedStart, language),
      end: formatTime(plannedEnd, language),
    });
    return [
      hours,
      occasional && t("attendance:calendar.occasional"),
      standing === "absent" && t("attendance:standing.absent"),
    ]
      .filter(Boolean)
      .join(" · ");
  };
}

/** A week: the names, day by day and section by section. */
export function WeekList({ calendar: { facility, today, days } }: WeekProps): ReactNode {
  const { t, language } = useWords();
  const stayText = useStayText();
  return (
    <div className={styles.week}>
      {days.map((each) => (
        <details key={each.day} className={styles.day} open={each.day === today}>
          <summary>
            <h2>{formatDay(each.day, language)}</h2>
            <span>
              {each.off
                ? dayOffText(each.off, t)
                : t("attendance:facilityCalendar.expected", { count: expectedOn(each) })}
            </span>
          </summary>
          <DayNotes day={each} />
          <p>
            <a href={`/structure/${facility.id}/presences?jour=${each.day}`}>
              {t("attendance:facilityCalendar.openDay")}
            </a>
          </p>
          {each.sections.map(({ id, name, expected, absent, stays }) => (
            <section key={id} id={partId(`section-${id}`, each.day)}>
              <h3>
                {name}{" "}
                <small>
                  {t("attendance:facilityCalendar.expected", { count: expected })}
                  {absent > 0 && `, ${t("attendance:facilityCalendar.absent", { count: absent })}`}
                </small>
              </h3>
              <ul className={styles.stays}>
                {stays.map((stay) => (
                  <li key={stay.key}>
                    {stay.childName} <span>{stayText(stay)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      ))}
    </div>
  );
}

/** The week by section, for the wall: on paper only, whichever form the screen shows. */
export function WallWeek({ calendar: { facility, days, period } }: WeekProps): ReactNode {
  const { t, language } = useWords();
  const stayText = useStayText();
  const sections = [
    ...new Map(days.flatMap((day) => day.sections.map(({ id, name }) => [id, name] as const))),
  ];
  const shown = days.filter((day) => day.off || day.staff || day.sections.length > 0);
  const staysOf = (day: CalendarOfDay, sectionId: string): ExpectedStay[] =>
    day.sections.find(({ id }) => id === sectionId)?.stays ?? [];
  return (
    <div className={`${styles.wall} lies-on-paper`}>
      <dl>
        {shown.map((day) => {
          const notes = dayNotes(day, t, language);
          return (
            notes.length > 0 && (
              <div key={day.day}>
                <dt>{formatShortDay(day.day, language)}</dt>
                {notes.map(({ part, text }) => (
                  <dd key={part}>{text}</dd>
                ))}
              </div>
            )
          );
        })}
      </dl>
      {sections.map(([sectionId, name]) => {
        const all = shown.flatMap((day) => staysOf(day, sectionId));
        const children = [...new Map(all.map(({ childKey, childName }) => [childKey, childName]))].sort(
          ([, one], [, other]) => one.localeCompare(other, language),
        );
        return (
          <table key={sectionId}>
            <caption>
              {facility.name} ·{" "}
              {t("attendance:calendar.wall", { section: name, day: formatDate(period.from, language) })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t("attendance:calendar.child")}</th>
                {shown.map(({ day }) => (
                  <th key={day} scope="col">
                    {formatShortDay(day, language)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {children.map(([childKey, childName]) => (
                <tr key={childKey}>
                  <th scope="row">{childName}</th>
                  {shown.map((day) => (
                    <td key={day.day}>
                      {staysOf(day, sectionId)
                        .filter((stay) => stay.childKey === childKey)
                        .map((stay) => (
                          <span key={stay.key}>{stayText(stay)}</span>
                        ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("attendance:calendar.expectedTotal")}</th>
                {shown.map((day) => (
                  <td key={day.day}>{day.sections.find(({ id }) => id === sectionId)?.expected ?? 0}</td>
                ))}
              </tr>
            </tfoot>
          </table>
        );
      })}
    </div>
  );
}
