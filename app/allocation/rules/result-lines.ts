// A result as the lines of its file.
import type { AllocationResult } from "./engine.ts";
import type { ResultLine } from "./result.ts";

/** Name and version of this engine, as results say it. */
export const engineName = "guichet@1.0.0";

/** @param inputHash sha256 of the bytes of the instance, in hexadecimal */
export function* resultObjects(
  { placed, refusedOptions, claims, surnombre, lines }: AllocationResult,
  inputHash: string,
): Generator<ResultLine> {
  yield {
    format: "guichet-allocation-result/1",
    inputHash,
    engine: engineName,
    placed,
    refusedOptions,
    claims: claims.length,
    surnombre: surnombre.length,
  };
  yield* lines;
  for (const claim of claims) yield { claim };
  for (const one of surnombre) yield { surnombre: one };
}

/** Each line ends with a line feed. */
export function* resultLines(result: AllocationResult, inputHash: string): Generator<string> {
  for (const line of resultObjects(result, inputHash)) yield `${JSON.stringify(line)}\n`;
}
