// The one thing a family has to do now for a request, if any. Words: `allocation:family.task.<code>`.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type CareRequestStatus, type TransitionName, mayTransition } from "./lifecycle.ts";

export const taskCodes = ["answer", "sendProof", "declareBirth"] as const;
export type TaskCode = (typeof taskCodes)[number];

const opensWith: Record<TaskCode, TransitionName> = {
  answer: "accept",
  sendProof: "sendProof",
  declareBirth: "declareBirth",
};

/** A birth is only asked about once it was expected. */
export function taskOf(
  request: { status: CareRequestStatus; child: { expectedOn: CalendarDay | null } },
  today: CalendarDay,
): TaskCode | null {
  const code = taskCodes.find((each) => mayTransition(opensWith[each], request.status, "family"));
  if (code !== "declareBirth") return code ?? null;
  return request.child.expectedOn !== null && request.child.expectedOn <= today ? code : null;
}

/** What is due first comes first; what has no date comes last. */
export function byDueDay<T extends { dueOn: CalendarDay | null }>(tasks: T[]): T[] {
  return [...tasks].sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
}
