import type { Visit } from "#app/access/visit.server.ts";
import { addMonths } from "#app/calendar/rules/day.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import { type HoursByBand, type TimeBands, hoursByBand } from "#app/calendar/rules/time-bands.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import type { TypedAddress, TypedChild, TypedGuardian } from "../rules/ask-form.ts";
import { unknownSchool } from "../rules/ask-form-children.ts";
import { readSlots } from "../rules/ask-form-hours.ts";
import { type AskedSiblings, siblingsOf } from "../rules/ask-form-siblings.ts";
import { type AskStop, gapsOf } from "../rules/ask-form-steps.ts";
import { readFewerDays } from "../rules/ask-form-wishes.ts";
import { type FewerDays, careDays } from "../rules/fewer-days.ts";
import { priorityFacts } from "../rules/priority-facts.ts";
import { findZone, listSchools } from "../store/ask-town.server.ts";
import { readDraftHousehold } from "./read-draft.server.ts";
import type { ClockChange } from "../rules/clock-change-nights.ts";
import { clockChanges, clockMonths } from "../rules/clock-changes.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";
import { readDraftWishes } from "./read-draft-wishes.server.ts";

export type ReviewedChild = Omit<TypedChild, "hours" | "wishes" | "minDays" | "fewerDaysFirst"> & {
  schoolName: string | null;
  pattern: WeeklyPattern;
  hours: HoursByBand;
  startOn: string;
  flexibleWeeks: string;
  /** Null when the week is of one day: it is not asked. */
  fewerDays: FewerDays | null;
  wishes: { id: string; name: string; coveredMinutes: number | null; coversAll: boolean }[];
};

export type AskReviewPage = AskFrame & {
  children: ReviewedChild[];
  guardians: Pick<TypedGuardian, "firstName" | "lastName" | "email" | "phone">[];
  address: TypedAddress;
  quarterName: string | null;
  facts: { code: string; proof: string }[];
  siblings: AskedSiblings[];
  /** Questions that still want an answer. */
  gaps: AskStop[];
  bands: TimeBands;
  clockChanges: ClockChange[];
};

export async function readAskReview(visit: Visit, request: Request): Promise<AskReviewPage> {
  const { frame, draft, context } = await readAskQuestion(visit, request, "review");
  const bands = await readParameter(visit.db, "time-bands", visit.today, timeBands);
  const facts = await readParameter(visit.db, "priority-facts", visit.today, priorityFacts);
  const schools = await listSchools(visit.db);
  const wishes = await readDraftWishes(visit.db, draft);
  const household = await readDraftHousehold(visit, draft);
  const zone = await findZone(visit.db, draft.address.zoneCode);
  const gaps = gapsOf(draft, context);
  const open = wishes.flatMap(({ problems }, child) =>
    problems.length > 0 ? [{ step: "wishes" as const, child }] : [],
  );
  return {
    ...frame,
    bands,
    clockChanges: clockChanges(visit.today, addMonths(visit.today, clockMonths)),
    children: draft.children.map(({ hours, wishes: _typed, minDays, fewerDaysFirst, ...child }, index) => {
      const { pattern } = readSlots(hours);
      return {
        ...child,
        schoolName:
          child.schoolId === unknownSchool
            ? null
            : (schools.find(({ id }) => id === child.schoolId)?.name ?? null),
        pattern,
        hours: hoursByBand(pattern, bands),
        startOn: hours.startOn,
        flexibleWeeks: hours.flexibleWeeks,
        fewerDays: careDays(pattern) > 1 ? readFewerDays({ minDays, fewerDaysFirst }, pattern) : null,
        wishes: wishes[index]!.wishes.map(({ id, name, coveredMinutes, coversAll }) => ({
          id,
          name,
          coveredMinutes,
          coversAll,
        })),
      };
    }),
    guardians: [
      ...(household?.guardians ?? []).map(({ firstName, lastName, email, phone }) => ({
        firstName,
        lastName,
        email: email ?? "",
        phone: phone ?? "",
      })),
      ...draft.guardians,
    ],
    address: draft.address,
    quarterName: zone?.quarterName ?? null,
    facts: facts
      .filter(({ code }) => draft.facts?.includes(code))
      .map(({ code, proof }) => ({ code, proof })),
    siblings: siblingsOf(draft),
    gaps: [
      ...gaps,
      ...open.filter(({ child }) => !gaps.some((gap) => gap.step === "wishes" && gap.child === child)),
    ],
  };
}
