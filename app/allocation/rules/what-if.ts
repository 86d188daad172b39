// "What would this child's week do?": a request of the list, or hours typed, in a section, from a day on.
import { type CalendarDay, addDays, isDay } from "#app/calendar/rules/day.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type ChildDays, ageFits } from "./child-age.ts";

export type WhatIfRequest = {
  id: string;
  reference: string;
  startOn: CalendarDay;
  pattern: WeeklyPattern;
  child: ChildDays & { firstName: string };
};

type Section = { id: string; minAgeMonths: number; maxAgeMonths: number };

export type WhatIfAsked = {
  requestId: string | null;
  childFirstName: string | null;
  sectionId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
};

export type WhatIfReply = {
  values: { demande: string; heures: string; section: string; debut: string };
  errors: Record<string, string>;
  asked: WhatIfAsked | null;
};

const error = (name: string): string => `facilities:capacity.whatIf.error.${name}`;

/** Null before anything is asked. */
export function readWhatIf(
  search: URLSearchParams,
  { sections, requests, today }: { sections: Section[]; requests: WhatIfRequest[]; today: CalendarDay },
): WhatIfReply | null {
  const text = (name: string): string => (search.get(name) ?? "").trim();
  if (!search.has("essai")) return null;
  const values = {
    demande: text("demande"),
    heures: text("heures"),
    section: text("section"),
    debut: text("debut"),
  };
  const request = requests.find(({ id }) => id === values.demande) ?? null;
  const errors: WhatIfReply["errors"] = {};
  const typed = values.heures === "" ? null : parseHours(values.heures);
  if (values.demande !== "" && !request) errors.demande = error("gone");
  else if (!request && !typed) errors.heures = error("noHours");
  if (typed && !typed.ok) errors.heures = error("hours");
  if (values.debut !== "" && !isDay(values.debut)) errors.debut = error("day");
  else if (values.debut !== "" && values.debut < today) errors.debut = error("past");
  if (Object.keys(errors).length > 0) return { values, errors, asked: null };
  const soonest = request && request.startOn > today ? request.startOn : addDays(today, 1);
  const startOn = isDay(values.debut) ? values.debut : soonest;
  const section =
    sections.find(({ id }) => id === values.section) ??
    sections.find((each) => request && ageFits(each, request.child, startOn)) ??
    sections[0];
  if (!section) return { values, errors: { section: error("noSection") }, asked: null };
  return {
    values: { ...values, section: section.id, debut: startOn },
    errors,
    asked: {
      requestId: request?.id ?? null,
      childFirstName: request?.child.firstName ?? null,
      sectionId: section.id,
      // What is typed is looked at rather than the request's own hours: that is how a smaller week is tried.
      pattern: typed?.ok ? typed.pattern : request!.pattern,
      startOn,
    },
  };
}
