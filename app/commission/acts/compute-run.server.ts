import { createHash } from "node:crypto";
import { type AllocationResult, allocate } from "#app/allocation/rules/engine.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";
import { type Certificate, certify } from "#app/audit/rules/certify.ts";
import { type BuiltInstance, buildInstance } from "../rules/meeting-instance.ts";
import type { MeetingTown } from "../rules/meeting-town.ts";
import type { RunSummary } from "../rules/meeting-view.ts";
import { summaryOf } from "../rules/run-summary.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export type ComputedRun = {
  built: BuiltInstance;
  result: AllocationResult;
  instance: string;
  resultText: string;
  certificate: Certificate;
  summary: RunSummary;
};

/** The bytes that a town gives: what tells whether a run is of the town as it is. */
export function instanceText(town: MeetingTown): { built: BuiltInstance; instance: string } {
  const built = buildInstance(town);
  return { built, instance: JSON.stringify(built.instance) };
}

/**
 * Builds, allocates, certifies. Milliseconds are measured here, where they are spent.
 * @returns the reason, one line, when the instance cannot be: a pin that does not fit
 */
export function computeRun(town: MeetingTown): ComputedRun | { problem: string } {
  const start = performance.now();
  const { built, instance } = instanceText(town);
  if (built.impossiblePins.length > 0) return { problem: "pin" };
  const read = readInstance(built.instance);
  if (!read.ok) return { problem: read.message };
  const begun = performance.now();
  const result = allocate(read.instance);
  const engineMs = Math.round(performance.now() - begun);
  const hash = sha256(instance);
  const resultText = [...resultLines(result, hash)].join("");
  const certificate = certify(instance, resultText, hash);
  const totalMs = Math.round(performance.now() - start);
  return {
    built,
    result,
    instance,
    resultText,
    certificate,
    summary: summaryOf(town, built, result, { engineMs, totalMs }),
  };
}
