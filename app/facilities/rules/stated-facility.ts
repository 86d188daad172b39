// What a file states of facilities and of those who run them; null is unknown, never zero.
import type { Weekday } from "#app/calendar/rules/day.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import type { FacilityKind, OrganisationKind } from "./kinds.ts";

/** Hours of one weekday; an end past 1440 falls the next day. */
export type OpenHours = { weekday: Weekday; start: number; end: number };

export type FacilityFacts = {
  name: string;
  kind: FacilityKind;
  operatorName: string | null;
  quarterName: string | null;
  zoneCode: string | null;
  address: string | null;
  places: number | null;
  homeBasedPlaces: number | null;
  minAgeMonths: number | null;
  maxAgeMonths: number | null;
  statedIn: string | null;
  source: string;
  hours: OpenHours[] | null;
};

export type OperatorFacts = { name: string; kind: OrganisationKind | null };

/** Spellings of files, without accents and case, with one space between words. */
export const facilityKindSpellings: Record<string, FacilityKind> = {
  "multi accueil": "multiAccueil",
  creche: "multiAccueil",
  "halte garderie": "dropIn",
  "micro creche": "microNursery",
  "creche familiale": "familyNursery",
  "accueil familial": "familyNursery",
  "assistante maternelle": "childminder",
  "assistant maternel": "childminder",
  childminder: "childminder",
  periscolaire: "afterSchool",
  "accueil periscolaire": "afterSchool",
};

/** A row that names who runs facilities, and no facility. */
export const operatorOnlySpellings = ["association", "gestionnaire", "operator"];

export const organisationKindSpellings: Record<string, OrganisationKind> = {
  ville: "ville",
  commune: "ville",
  ccas: "ccas",
  association: "association",
  entreprise: "company",
  societe: "company",
  company: "company",
  caf: "caf",
  rpe: "rpe",
};

/**
 * The same hours on several days. A facility open at night may close the next morning.
 * @returns null when closing is not after opening
 */
export function dailyHours(
  weekdays: Weekday[],
  { opens, closes, night }: { opens: number; closes: number; night: boolean },
): OpenHours[] | null {
  const end = closes <= opens && night ? closes + minutesOfDay : closes;
  if (end <= opens) return null;
  return weekdays.map((weekday) => ({ weekday, start: opens, end }));
}
