import { createHash } from "node:crypto";
import { type AllocationResult, allocate } from "#app/allocation/rules/engine.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";
import { type Certificate, certify } from "#app/audit/rules/certify.ts";
import { type BuiltInstance, buildInstance } from "../rules/meeting-instance.ts";
import type { MeetingTown, TownAdjustment } from "../rules/meeting-town.ts";
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

/** Whether the engine can read a town. */
const isReadable = (town: MeetingTown): boolean => readInstance(buildInstance(town).instance).ok;

/** @throws when it is not a pin that keeps the engine from reading a town: a fault of ours */
function blamePins(town: MeetingTown, message: string): void {
  if (town.adjustments.some(({ kind }) => kind === "pin") && isReadable({ ...town, adjustments: [] })) return;
  throw new Error(`The instance of a meeting cannot be read: ${message}`);
}

/** Whether a new pin fits beside those that stand; by itself, when one of them no longer does. */
export function pinFits(town: MeetingTown, pin: TownAdjustment): "fits" | "noOption" | "pinDoesNotFit" {
  const built = buildInstance({ ...town, adjustments: [...town.adjustments, pin] });
  if (built.impossiblePins.includes(pin.candidateId)) return "noOption";
  const read = readInstance(built.instance);
  if (read.ok) return "fits";
  blamePins({ ...town, adjustments: [pin] }, read.message);
  const alone = { ...town, adjustments: [pin] };
  return !isReadable(town) && isReadable(alone) ? "fits" : "pinDoesNotFit";
}

/**
 * Builds, allocates, certifies. Milliseconds are measured here, where they are spent.
 * @returns a problem when a pin does not fit
 */
export function computeRun(town: MeetingTown): ComputedRun | { problem: "pin" } {
  const start = performance.now();
  const { built, instance } = instanceText(town);
  if (built.impossiblePins.length > 0) return { problem: "pin" };
  const read = readInstance(built.instance);
  if (!read.ok) {
    blamePins(town, read.message);
    return { problem: "pin" };
  }
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
