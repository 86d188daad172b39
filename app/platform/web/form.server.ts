import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "#app/zod.ts";

/** What a form that must come back carries: everything typed, and for each field the key of what to say. */
export type FormReply = { values: Record<string, unknown>; errors: Record<string, string> };

export type ReadForm<T> =
  | { ok: true; value: T; formData: FormData }
  | {
      ok: false;
      reply: ReturnType<typeof data<FormReply>>;
      values: FormReply["values"];
      errors: FormReply["errors"];
    };

/** Zod's own messages become one plain key; those written in a schema already are keys ("room:error.x"). */
function key(message: string | undefined): string {
  return message && /^[a-z]+:[\w.]+$/i.test(message) ? message : "ui:error.required";
}

/**
 * Reads a posted form with a schema of the room's rules.
 * Field names may be paths ("children[0].firstName"); errors come back under the same names.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<ReadForm<z.output<S>>> {
  const formData = await request.formData();
  const submission = parseWithZod(formData, { schema });
  if (submission.status === "success") return { ok: true, value: submission.value as z.output<S>, formData };
  const errors: Record<string, string> = {};
  for (const [name, messages] of Object.entries(submission.error ?? {})) errors[name] = key(messages?.[0]);
  const values = submission.payload as FormReply["values"];
  return { ok: false, reply: data({ values, errors }, { status: 422 }), values, errors };
}
