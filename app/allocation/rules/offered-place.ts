import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { OfferStatus } from "./offer.ts";

/** An offer as a family reads it, on a page or in a letter. */
export type OfferedPlace = {
  status: OfferStatus;
  reference: string;
  childFirstName: string;
  facilityName: string;
  facilityAddress: string | null;
  sectionName: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  /** The deadline: an instant, the end of a day. */
  answerBy: Date;
};
