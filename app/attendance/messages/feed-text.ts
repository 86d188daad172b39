import type { CalendarDay } from "#app/calendar/rules/day.ts";

/** A calendar that leaves the building, before it is written as a file. */
export type FeedText = {
  name: string;
  events: {
    uid: string;
    start: Date;
    end: Date;
    title: string;
    status?: "CONFIRMED" | "CANCELLED";
    lastModified: Date;
    location?: string;
  }[];
  /** Whole days, the last one included. */
  days: { uid: string; day: CalendarDay; endDay: CalendarDay; title: string }[];
};
