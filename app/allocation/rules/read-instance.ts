// From the content of a file to an instance that the engine can trust, or one clear line saying what is wrong and where.
import type { z } from "#app/zod.ts";
import { InstanceFault, checkFrame } from "./instance-checks.ts";
import { checkRequests } from "./instance-request-checks.ts";
import { type Instance, frameSchema, requestSchema } from "./instance.ts";

export type ReadInstance = { ok: true; instance: Instance } | { ok: false; message: string };

type Issue = z.core.$ZodIssue;

/** `requests[3].options[0].parts`, as one would write it in JavaScript. */
export function jsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_]\w*$/.test(String(step)) ? `.${String(step)}` : `[${JSON.stringify(String(step))}]`;
  });
  return steps.join("").replace(/^\./, "");
}

const shown = (value: unknown): string => (value === undefined ? "" : ` (${JSON.stringify(value)})`);

function reason(issue: Issue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `champ inconnu / unknown field: ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
    case "invalid_type":
      return issue.input === undefined
        ? `manque / is missing: ${issue.expected}`
        : `attendu / expected: ${issue.expected}`;
    case "invalid_value":
      return `attendu / expected: ${issue.values.map((value) => JSON.stringify(value)).join(", ")}${shown(issue.input)}`;
    case "too_small":
      return `au moins / at least ${issue.minimum}${shown(issue.origin === "number" ? issue.input : undefined)}`;
    case "too_big":
      return `au plus / at most ${issue.maximum}${shown(issue.origin === "number" ? issue.input : undefined)}`;
    default:
      return "valeur impossible / impossible value";
  }
}

function firstFault(error: z.ZodError, prefix: PropertyKey[]): ReadInstance {
  const issue = error.issues[0]!;
  const where = jsonPath([...prefix, ...issue.path]);
  return { ok: false, message: `${where || "instance"}: ${reason(issue)}` };
}

/**
 * The instance, when the document says everything the engine needs: shape (instance.ts), then names, indexes,
 * uniqueness, open cells and current seats. Refusal: one line, `requests[3].options[0].parts[0].pattern: "p9" …`.
 * @param document what JSON.parse gave; it is kept, not copied
 */
export function readInstance(document: unknown): ReadInstance {
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return { ok: false, message: "instance: attendu / expected: object" };
  const { requests, ...rest } = document as Record<string, unknown>;
  const frame = frameSchema.safeParse(rest, { reportInput: true });
  if (!frame.success) return firstFault(frame.error, []);
  if (!Array.isArray(requests)) return { ok: false, message: "requests: attendu / expected: array" };
  for (let at = 0; at < requests.length; at += 1) {
    const request = requestSchema.safeParse(requests[at], { reportInput: true });
    if (!request.success) return firstFault(request.error, ["requests", at]);
  }
  const instance = document as Instance;
  try {
    checkFrame(instance);
    checkRequests(instance);
  } catch (fault) {
    if (fault instanceof InstanceFault) return { ok: false, message: fault.message };
    throw fault;
  }
  return { ok: true, instance };
}
