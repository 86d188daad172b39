// A request as a line of a file states it.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { type FewerDays, heldFewerDays } from "./fewer-days.ts";
import { type CareRequestStatus, statusMeaning } from "./lifecycle.ts";

/** The part that a later file may correct, as long as nobody has acted on the request; null says nothing. */
export type StatedNeed = {
  startOn: CalendarDay;
  flexibleWeeks: number | null;
  pattern: WeeklyPattern;
  /** Ids of facilities, the first wish first. */
  wishes: string[] | null;
  adviceConsent: boolean | null;
  /** The fewest days a week that would do. */
  minDays: number | null;
  fewerDaysFirst: boolean | null;
};

export type ImportedRequest = StatedNeed & {
  kind: CareKind;
  child: {
    firstName: string;
    lastName: string;
    birthDay: CalendarDay | null;
    expectedOn: CalendarDay | null;
    schoolId: string | null;
  };
  guardian: { firstName: string; lastName: string; email: string | null; phone: string | null };
  address: {
    streetNumber: string | null;
    street: string | null;
    postcode: string | null;
    city: string | null;
    zoneCode: string | null;
  };
  /** The day the family first asked; null: today. */
  receivedOn: CalendarDay | null;
};

/** A request that the guichet has, under one of its guardians. */
export type KnownRequest = StatedNeed &
  Pick<ImportedRequest, "kind" | "child" | "guardian"> & {
    id: string;
    reference: string;
    status: CareRequestStatus;
    version: number;
  };

export function needOf(stated: StatedNeed): StatedNeed {
  const { startOn, flexibleWeeks, pattern, wishes, adviceConsent, minDays, fewerDaysFirst } = stated;
  return { startOn, flexibleWeeks, pattern, wishes, adviceConsent, minDays, fewerDaysFirst };
}

/** What is held of fewer days, for the hours stated. */
export function fewerDaysOf({ minDays, fewerDaysFirst, pattern }: StatedNeed): FewerDays {
  return heldFewerDays({ minDays, fewerDaysFirst: fewerDaysFirst ?? false }, pattern);
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** One child, one kind of place, one guardian: a file read twice asks once. */
export function requestKey({
  kind,
  child,
  guardian,
}: Pick<ImportedRequest, "kind" | "child" | "guardian">): string {
  const names = [child.lastName, child.firstName, guardian.lastName, guardian.firstName].map(plain);
  return [kind, child.birthDay ?? child.expectedOn, ...names].join("/");
}

/** Whether a file may still correct a request: nobody has acted on it. */
export function mayCorrect({ status }: Pick<KnownRequest, "status">): boolean {
  return status === "submitted";
}

export function isClosed({ status }: Pick<KnownRequest, "status">): boolean {
  return statusMeaning[status].outcome === "closed";
}

/** Spellings of files, without accents and case. */
export const careKindSpellings: Record<string, CareKind> = {
  creche: "nursery",
  nursery: "nursery",
  periscolaire: "afterSchool",
  "accueil periscolaire": "afterSchool",
  afterschool: "afterSchool",
};
