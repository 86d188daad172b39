// The school calendar of zone B and public holidays of local law, as facts.
import { type CalendarDay } from "#app/calendar/rules/day.ts";
import type { SchoolPeriod, SchoolPeriodKind } from "#app/calendar/rules/school-year.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import { idOf } from "./rows.ts";

const ministry = "Calendrier scolaire, zone B (ministère de l'Éducation nationale)";
const localLaw = "Code du travail, L3134-13 (droit local d'Alsace-Moselle)";

type Line = [
  kind: SchoolPeriodKind,
  fromDay: string,
  toDay: string | null,
  label: string,
  confidence: string,
];

const lines: Line[] = [
  ["term", "2025-09-01", null, "Rentrée 2025", "sourced"],
  ["holiday", "2025-10-18", "2025-11-03", "Toussaint", "sourced"],
  ["holiday", "2025-12-20", "2026-01-05", "Noël", "sourced"],
  ["holiday", "2026-02-14", "2026-03-02", "Hiver", "sourced"],
  ["holiday", "2026-04-11", "2026-04-27", "Printemps", "sourced"],
  ["bridge", "2026-05-15", "2026-05-16", "Pont de l'Ascension", "sourced"],
  ["holiday", "2026-07-04", "2026-09-01", "Été", "sourced"],
  ["term", "2026-09-01", null, "Rentrée 2026", "to confirm"],
  ["holiday", "2026-10-17", "2026-11-02", "Toussaint", "to confirm"],
  ["holiday", "2026-12-19", "2027-01-04", "Noël", "to confirm"],
  ["holiday", "2027-02-20", "2027-03-08", "Hiver", "to confirm"],
  ["holiday", "2027-04-17", "2027-05-03", "Printemps", "to confirm"],
  ["holiday", "2027-07-03", null, "Été", "to confirm"],
  ["public-holiday", "2027-03-26", "2027-03-26", "Vendredi saint (droit local Moselle)", "sourced"],
  ["public-holiday", "2026-12-26", "2026-12-26", "Saint-Étienne (droit local Moselle)", "sourced"],
];

export const schoolPeriods: SchoolPeriod[] = lines.map(([kind, fromDay, toDay, label]) => ({
  kind,
  fromDay: fromDay as CalendarDay,
  toDay: toDay as CalendarDay | null,
  label,
}));

export function schoolPeriodRows(): Prisma.SchoolPeriodCreateManyInput[] {
  return lines.map(([kind, fromDay, toDay, label, confidence], index) => ({
    id: idOf("school-period", index + 1),
    kind,
    fromDay,
    toDay,
    label,
    confidence,
    source: kind === "public-holiday" ? localLaw : ministry,
  }));
}
