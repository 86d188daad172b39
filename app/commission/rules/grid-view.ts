import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Grid } from "./grid.ts";

/** One version of a grid, as the desk reads it. */
export type GridView = {
  grid: Grid;
  /** Codes of facts that the form asks for this kind of care, and documents that it knows. */
  asked: string[];
  proofs: string[];
  /** Codes of criteria whose fact nobody is asked about: they count zero. */
  notAsked: string[];
  adoptedBy: string | null;
  createdBy: string | null;
  meetings: number;
  inForce: boolean;
  until: CalendarDay | null;
  mayChange: boolean;
  today: CalendarDay;
  /** Fingerprint of what is shown, so that two people do not undo each other's changes. */
  seen: string;
};
