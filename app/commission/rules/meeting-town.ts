// What an instance is built from: the requests as frozen, the places as they are, the hands laid on it.
import type { ChildDays } from "#app/allocation/rules/child-age.ts";
import type { Opening } from "#app/allocation/rules/opening-hours.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { HeldPeriod } from "#app/calendar/rules/held-overlap.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { LimitParameters } from "#app/facilities/rules/limit-parameters.ts";
import type { FacilitySettings, StaffBand } from "#app/facilities/rules/settings.ts";
import type { Grid } from "./grid.ts";
import type { AdjustmentKind } from "./meeting.ts";

/** Hours of a seat from a day to a day (included; null: without end), in a section. */
export type SeatRow = {
  sectionId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
};

/** A place that is held: by an agreement, or by an offer that waits for an answer. */
export type Seat = {
  /** "agreement:<id>" or "offer:<id>". */
  id: string;
  childId: string;
  rows: SeatRow[];
  /** Classes of the request that it comes from: a reserve counts the places that they already hold. */
  classes: string[];
};

export type TownSection = {
  id: string;
  name: string;
  minAgeMonths: number;
  maxAgeMonths: number;
  walking: boolean | null;
  bands: DatedBand[];
  /** Whether the meeting allocates it; the others of its facility are only counted. */
  allocated: boolean;
};

export type TownFacility = {
  id: string;
  name: string;
  kind: FacilityKind;
  organisationId: string | null;
  openings: Opening[];
  settings: FacilitySettings;
  staffBands: StaffBand[];
  sections: TownSection[];
  seats: Seat[];
};

export type TownCandidate = {
  id: string;
  number: string;
  careRequestId: string;
  childId: string;
  child: ChildDays;
  /** Shared by brothers and sisters who are placed by one request of the engine. */
  engineId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  minDays: number | null;
  fewerDaysFirst: boolean;
  siblingRule: "apart" | "together" | "preferTogether";
  wishes: { rank: number; facilityId: string }[];
  /** Agreements of the child for this kind of care, wherever they are: an offer ends the one whose hours it takes. */
  inCare: { agreementId: string; facilityId: string; endOn: CalendarDay | null; rows: HeldPeriod[] }[];
  points: number;
  lottery: number;
  localPoints: { facilityId: string; points: number }[];
  classes: string[];
};

export type TownAdjustment = { candidateId: string; kind: AdjustmentKind; facilityId: string };

export type MeetingTown = {
  startFrom: CalendarDay;
  startTo: CalendarDay;
  surnombreMax: 0 | 1 | 2;
  grid: Pick<Grid, "code" | "version" | "reserves" | "maxShares">;
  parameters: LimitParameters;
  facilities: TownFacility[];
  candidates: TownCandidate[];
  adjustments: TownAdjustment[];
};
