import { type ReactNode, Suspense, lazy, useSyncExternalStore } from "react";
import styles from "./calendar.module.css";

/** Colours that events share; each event says in words what its colour means. */
export type CalendarTone = "one" | "two" | "three" | "four" | "away" | "closed";

export type CalendarEvent = {
  key: string;
  title: string;
  /** The whole of it, day and hours included: what a screen reader says. */
  label: string;
  start: Date;
  end: Date;
  allDay?: boolean;
  /** Where it is told in full; an event without it is only read. */
  href?: string;
  tone: CalendarTone;
};

export type CalendarProps = {
  /** What the picture shows: "Stays of November 2026". */
  label: string;
  events: CalendarEvent[];
  unit: "month" | "week";
  /** Any instant of the period. */
  at: Date;
  now: Date;
  zone: string;
  /** Writes the hours in each box of a week; leave it out where boxes are narrow. */
  hours: boolean;
  /** Words of the grid, already in the reader's language. */
  allDay: string;
  more: (count: number) => string;
  /** Where a day is told in full. */
  dayHref: (day: string) => string;
};

const Grid = lazy(() => import("./calendar-grid.tsx"));

const never = (): (() => void) => () => undefined;
const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * A calendar and its list twin, which is what the server sends and what stays without JavaScript: the grid is drawn
 * in the browser only, once loaded.
 */
export function CalendarOrList({
  calendar,
  shown,
  switchTo,
  children,
}: {
  calendar: CalendarProps;
  shown: "list" | "calendar";
  /** Leads to the same page in the other form. */
  switchTo: { href: string; label: string };
  children: ReactNode;
}): ReactNode {
  const inBrowser = useInBrowser();
  return (
    <>
      <p className={styles.switch}>
        <a href={switchTo.href}>{switchTo.label}</a>
      </p>
      {inBrowser && shown === "calendar" ? (
        <Suspense fallback={children}>
          <Grid {...calendar} />
        </Suspense>
      ) : (
        children
      )}
    </>
  );
}
