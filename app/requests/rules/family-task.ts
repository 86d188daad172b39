// The one thing a family has to do now for a request, if any. Words: `allocation:family.task.<code>`.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { mayTellBirth } from "./birth.ts";
import { type CareRequestStatus, type TransitionName, mayTransition } from "./lifecycle.ts";

export const taskCodes = ["answer", "sendProof", "renew", "reopen", "declareBirth"] as const;
export type TaskCode = (typeof taskCodes)[number];

const opensWith: Record<Exclude<TaskCode, "declareBirth">, TransitionName> = {
  answer: "accept",
  sendProof: "sendProof",
  renew: "renew",
  reopen: "reopen",
};

type TaskRequest = {
  status: CareRequestStatus;
  nextStepBy: CalendarDay | null;
  child: { birthDay: CalendarDay | null; expectedOn: CalendarDay | null };
};

function isOpen(code: TaskCode, request: TaskRequest, today: CalendarDay): boolean {
  const { status, child, nextStepBy } = request;
  // A birth is only asked about once it was expected.
  if (code === "declareBirth")
    return mayTellBirth(request) && child.expectedOn !== null && child.expectedOn <= today;
  if (!mayTransition(opensWith[code], status, "family")) return false;
  return code !== "reopen" || (nextStepBy !== null && nextStepBy >= today);
}

export function taskOf(request: TaskRequest, today: CalendarDay): TaskCode | null {
  return taskCodes.find((code) => isOpen(code, request, today)) ?? null;
}

/** What is due first comes first; what has no date comes last. */
export function byDueDay<T extends { dueOn: CalendarDay | null }>(tasks: T[]): T[] {
  return [...tasks].sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
}
