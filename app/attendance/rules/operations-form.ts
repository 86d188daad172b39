// What the tablet posts. Each operation is read by itself: one that cannot be read never holds up the others.
import { z } from "#app/zod.ts";
import { type Operation, mostOperations, mostStaff, noteCodes } from "./operation.ts";
import { absenceCodes, marks } from "./presence.ts";

const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(60);
const made = { id: z.uuid(), at: z.number().int().positive() };

const operation = z.discriminatedUnion("kind", [
  z.object({
    ...made,
    kind: z.literal("mark"),
    presenceId: id,
    mark: z.enum(marks).exclude(["correct"]),
    code: z.enum(absenceCodes).nullable(),
    seen: z.number().int().nonnegative(),
  }),
  z.object({
    ...made,
    kind: z.literal("unplanned"),
    sectionId: id,
    child: z.union([z.object({ contractId: id }), z.object({ firstName: name, lastName: name })]),
  }),
  z.object({ ...made, kind: z.literal("note"), presenceId: id, code: z.enum(noteCodes) }),
  z.object({
    ...made,
    kind: z.literal("staffCount"),
    sectionId: id,
    staff: z.number().int().min(0).max(mostStaff),
  }),
]);

const batch = z.object({ operations: z.array(z.unknown()).max(mostOperations) });

export type PostedOperation = { ok: true; operation: Operation } | { ok: false; id: string };

/** Null when it is no batch at all. */
export function readBatch(posted: unknown): PostedOperation[] | null {
  const read = batch.safeParse(posted);
  if (!read.success) return null;
  return read.data.operations.map((each): PostedOperation => {
    const parsed = operation.safeParse(each);
    if (parsed.success) return { ok: true, operation: parsed.data };
    const named = z.object({ id: z.string().max(64) }).safeParse(each);
    return { ok: false, id: named.success ? named.data.id : "" };
  });
}

export const settlementForm = z.object({ operationId: id, settlement: z.enum(["kept", "applied"]) });
