// From when to when families book the hours of a day.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";

/** The kinds of last moments, as a form names them. */
export const bookingEnds = ["eve", "start", "moment"] as const;

export type BookingUntil =
  /** At a minute of the day before. */
  | { kind: "eve"; minute: number }
  /** Until the hours begin. */
  | { kind: "start" }
  | { kind: "moment"; at: Date };

/** The last moment to book hours of a day. */
export function bookingEnd(day: CalendarDay, until: BookingUntil): Date {
  if (until.kind === "moment") return until.at;
  return until.kind === "eve" ? instantAt(addDays(day, -1), until.minute) : instantAt(day, 1440);
}

type TypedMoments = {
  ouvreLe?: CalendarDay | undefined;
  ouvreA?: number | undefined;
  jusque: (typeof bookingEnds)[number];
  heureVeille?: number | undefined;
  fermeLe?: CalendarDay | undefined;
  fermeA?: number | undefined;
};

/** What a manager chose, as moments: a day without an hour opens with it, and closes at its end. */
export function momentsOf(typed: TypedMoments): { opensAt: Date | null; until: BookingUntil } {
  const { ouvreLe, ouvreA = 0, jusque, heureVeille = 0, fermeLe, fermeA = 1440 } = typed;
  return {
    opensAt: ouvreLe ? instantAt(ouvreLe, ouvreA) : null,
    until:
      jusque === "moment" && fermeLe
        ? { kind: "moment", at: instantAt(fermeLe, fermeA) }
        : jusque === "start"
          ? { kind: "start" }
          : { kind: "eve", minute: heureVeille },
  };
}
