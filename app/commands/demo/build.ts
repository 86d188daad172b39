// What every part of the generator shares while the town grows.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import type { StaffRatio } from "#app/facilities/rules/limit-parameters.ts";
import type { RequestDelays } from "#app/requests/rules/delays.ts";
import type { ReferralRule } from "#app/requests/rules/referral.ts";
import type { RenewalSettings } from "#app/requests/rules/renewal.ts";
import { type Agenda, agendaAround } from "./agenda.ts";
import { type HoldPlace, placeHolder } from "./capacity.ts";
import type { DemoRequest } from "./care-request.ts";
import { type Families, noFamilies } from "./families.ts";
import { type Rows, noRows } from "./rows.ts";

/** The dated parameters that the town is told with. */
export type TownParameters = {
  bands: TimeBands;
  referralRules: ReferralRule[];
  delays: RequestDelays & { offerAnswerDays: number };
  staffRatio: StaffRatio;
  renewal: RenewalSettings;
};

export type Build = {
  seed: number;
  today: CalendarDay;
  agenda: Agenda;
  parameters: TownParameters;
  rows: Rows;
  families: Families;
  hold: HoldPlace;
  references: Set<string>;
  /** Requests on the list, the latest of each family for each kind of care. */
  listed: Map<string, DemoRequest>;
};

export type TownOptions = Pick<Build, "seed" | "today" | "parameters">;

export function newBuild(options: TownOptions): Build {
  const { seed, today, parameters } = options;
  return {
    ...options,
    agenda: agendaAround(today, parameters.delays.localLaw),
    rows: noRows(),
    families: noFamilies(seed, today),
    hold: placeHolder(),
    references: new Set(),
    listed: new Map(),
  };
}
