import { monthsBetween, type CalendarDay } from "#app/calendar/rules/day.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { caseStatuses, type CaseStatus } from "../rules/advice.ts";
import { listCases } from "../store.server.ts";

const pageLength = 40;

export type AdviceDeskView = {
  status: CaseStatus;
  page: number;
  pages: number;
  total: number;
  cases: {
    id: string;
    reference: string;
    childFirstName: string;
    /** Months of age on the day care should start; null for a child not born yet. */
    ageMonths: number | null;
    weeklyMinutes: number;
    atypicalMinutes: number;
    startOn: string;
    reasonCode: string;
    openedAt: Date;
  }[];
};

/** The cases of the RPE, oldest first, open ones unless asked otherwise. */
export async function readAdviceDesk(visit: SignedVisit, search: URLSearchParams): Promise<AdviceDeskView> {
  const status = caseStatuses.find((each) => each === search.get("etat")) ?? "open";
  const page = Math.max(1, Number(search.get("page")) || 1);
  const { rows, total } = await listCases(visit.db, status, {
    skip: (page - 1) * pageLength,
    take: pageLength,
  });
  return {
    status,
    page,
    pages: Math.max(1, Math.ceil(total / pageLength)),
    total,
    cases: rows.map(({ id, reasonCode, openedAt, careRequest }) => ({
      id,
      reasonCode,
      openedAt,
      reference: careRequest.reference,
      childFirstName: careRequest.child.firstName,
      ageMonths: careRequest.child.birthDay
        ? Math.max(
            0,
            monthsBetween(careRequest.child.birthDay as CalendarDay, careRequest.startOn as CalendarDay),
          )
        : null,
      weeklyMinutes: careRequest.weeklyMinutes,
      atypicalMinutes: careRequest.atypicalMinutes,
      startOn: careRequest.startOn,
    })),
  };
}
