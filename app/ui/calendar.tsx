import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { PrintButton } from "./print-button.tsx";
import styles from "./calendar.module.css";

/**
 * Colours and borders that events share; each event says in words what its colour means. "mark": good to know that
 * day; "due": something is awaited.
 */
export type CalendarTone = "one" | "two" | "three" | "four" | "away" | "closed" | "mark" | "due";

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
  /** Where a day is told in full. */
  dayHref: (day: string) => string;
};

/**
 * A calendar and its list twin, which is what the server sends and what stays without JavaScript, or when the grid
 * cannot be fetched: the grid is drawn in the browser only, once loaded. No Suspense here: React 18 may drop the
 * whole document when a part of it suspends while the page comes alive.
 */
export function CalendarOrList({
  calendar,
  shown,
  switchTo,
  print,
  children,
}: {
  calendar: CalendarProps;
  shown: "list" | "calendar";
  /** Leads to the same page in the other form. */
  switchTo: { href: string; label: string };
  /** The word of the button that prints. */
  print: string;
  children: ReactNode;
}): ReactNode {
  const wanted = shown === "calendar";
  const [Grid, setGrid] = useState<ComponentType<CalendarProps> | null>(null);
  useEffect(() => {
    if (!wanted) return;
    import("./calendar-grid.tsx").then(
      (grid) => setGrid(() => grid.default),
      () => undefined,
    );
  }, [wanted]);
  return (
    <>
      <p className={styles.switch}>
        <a href={switchTo.href}>{switchTo.label}</a>
        <PrintButton label={print} />
      </p>
      {wanted && Grid ? <Grid {...calendar} /> : children}
    </>
  );
}
