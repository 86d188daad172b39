import { checkAnswers, checkHash, checkTotals, checkTransfers } from "./check-answers.ts";
import { checkCapacity, checkMaxima } from "./check-capacity.ts";
import { checkClaims, checkWaste } from "./check-claims.ts";
import { checkRefusals } from "./check-refusals.ts";
import { checkReserves } from "./check-reserves.ts";
import type { CheckLine } from "./findings.ts";
import { readInstance } from "./instance-file.ts";
import { Unreadable } from "./reading.ts";
import { parseJson, readResult } from "./result-file.ts";
import { runOf } from "./run.ts";
import { townOf } from "./town.ts";

/** What the checker says of a run. `unreadable` names the file that stops it; there is then one line, of check `file`. */
export type Certificate = {
  ok: boolean;
  lines: CheckLine[];
  unreadable: "instance" | "result" | null;
};

/** Reads one of the two files; what it cannot read is told, not thrown. */
function attempt<T>(read: () => T): { value: T } | { line: CheckLine } {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { line, path, fr, en } = error;
    const about = { check: "file" as const, ok: false, request: null, option: null, resource: null };
    const [ligne, inEnglish] = line === null ? ["", ""] : [`ligne ${line}, `, `line ${line}, `];
    return { line: { ...about, fr: `${ligne}${path} : ${fr}`, en: `${inEnglish}${path}: ${en}` } };
  }
}

/**
 * Checks a run from its two files alone: A1, A5 to A12 and A16 of the design.
 * @param instance `instance.json`: its text, or what `JSON.parse` made of it
 * @param result the text of `result.jsonl`
 * @param inputHash sha256 of the bytes of `instance.json`, in small hexadecimal
 */
export function certify(instance: string | object, result: string, inputHash: string): Certificate {
  const town = attempt(() =>
    townOf(readInstance(typeof instance === "string" ? parseJson(instance) : instance)),
  );
  if ("line" in town) return { ok: false, lines: [town.line], unreadable: "instance" };
  const answers = attempt(() => readResult(result));
  if ("line" in answers) return { ok: false, lines: [answers.line], unreadable: "result" };

  const run = runOf(town.value, answers.value);
  const { lines: refusals, accepted } = checkRefusals(run);
  const lines = [
    ...checkHash(run, inputHash),
    ...checkAnswers(run),
    ...checkCapacity(run),
    ...checkTransfers(run),
    ...checkReserves(run, accepted),
    ...refusals,
    ...checkClaims(run, accepted),
    ...checkWaste(run, accepted),
    ...checkMaxima(run),
    ...checkTotals(run),
  ];
  return { ok: lines.every(({ ok }) => ok), lines, unreadable: null };
}
