import type { SignedVisit } from "#app/access/visit.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { type TaskCode, byDueDay, taskOf } from "../rules/family-task.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import { type NextStep, nextStepOf } from "../rules/next-step.ts";
import { readNextDays } from "./read-next-days.server.ts";
import { type FamilyChild, listRequestsOf } from "../store/family-space.server.ts";

export type HomeRequest = {
  id: string;
  reference: string;
  kind: CareKind;
  status: CareRequestStatus;
  next: NextStep;
};
export type HomeTask = {
  code: TaskCode;
  careRequestId: string;
  childFirstName: string;
  dueOn: CalendarDay | null;
};
export type FamilyHome = {
  /** What the family has to do, the most urgent first. */
  tasks: HomeTask[];
  children: (FamilyChild & { requests: HomeRequest[] })[];
};

/** Everything a guardian follows, child by child. */
export async function readFamilyHome(visit: SignedVisit): Promise<FamilyHome> {
  const lines = await listRequestsOf(visit.db, visit.scope.householdIds);
  const nextDays = await readNextDays(visit, lines);
  const children = new Map<string, FamilyHome["children"][number]>();
  const tasks: HomeTask[] = [];
  for (const line of lines) {
    const { id, reference, kind, status, nextStepBy, lastStepAt, child } = line;
    const known = children.get(child.id) ?? { ...child, requests: [] };
    const day = nextStepBy ?? nextDays.get(id) ?? null;
    const next = nextStepOf(status, day, lastStepAt && dayOf(lastStepAt), visit.today);
    known.requests.push({ id, reference, kind, status, next });
    children.set(child.id, known);
    const code = taskOf(line, visit.today);
    if (code) tasks.push({ code, careRequestId: id, childFirstName: child.firstName, dueOn: nextStepBy });
  }
  return { tasks: byDueDay(tasks), children: [...children.values()] };
}
