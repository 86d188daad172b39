// Days on which a facility takes nobody: what its manager types, first to see what it would change, then to say so.
import { daysBetween } from "#app/calendar/rules/day.ts";
import { dayField } from "#app/facilities/rules/band-form.ts";
import { z } from "#app/zod.ts";
import type { Closure } from "./days-off.ts";

/** More is a facility that ends, not one that closes. */
const mostDays = 180;

export const closureForm = z
  .object({
    fromDay: dayField,
    toDay: dayField,
    label: z
      .string({ error: "attendance:closures.error.label" })
      .trim()
      .min(3, { error: "attendance:closures.error.label" })
      .max(80, { error: "attendance:closures.error.label" }),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    error: "attendance:closures.error.order",
  })
  .refine(({ fromDay, toDay }) => !(daysBetween(fromDay, toDay) >= mostDays), {
    path: ["toDay"],
    error: "attendance:closures.error.tooLong",
  });

export type ClosureReply = { values: Record<string, string>; errors: Record<string, string> };

/** What the address asks to look at: null before anything is typed. */
export function readClosure(
  search: URLSearchParams,
): { reply: ClosureReply; closure: Closure | null } | null {
  if (!search.has("fromDay")) return null;
  const values = Object.fromEntries(
    ["fromDay", "toDay", "label"].map((name) => [name, search.get(name) ?? ""]),
  );
  const read = closureForm.safeParse(values);
  if (read.success) return { reply: { values, errors: {} }, closure: read.data };
  const errors: ClosureReply["errors"] = {};
  for (const { path, message } of read.error.issues) errors[String(path[0])] ??= message;
  return { reply: { values, errors }, closure: null };
}

/** Null when the closure may be added beside those that are known. */
export function refuseClosure(
  { fromDay, toDay }: Closure,
  known: readonly Closure[],
  today: string,
): ClosureReply["errors"] | null {
  if (fromDay < today) return { fromDay: "attendance:closures.error.past" };
  const meets = known.some((other) => other.fromDay <= toDay && fromDay <= other.toDay);
  return meets ? { fromDay: "attendance:closures.error.overlap" } : null;
}

export const closureRemovalForm = z.object({ closureId: z.string().min(1) });
