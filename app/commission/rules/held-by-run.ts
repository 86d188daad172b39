// Who holds what in a run, from its two files alone: whatever has changed since, a run says the same.
import type { Instance } from "#app/allocation/rules/instance.ts";
import type { Precedence, RequestLine, ResultLine } from "#app/allocation/rules/result.ts";

export type HeldPlace = {
  engineId: string;
  option: number;
  facilityId: string;
  /** A pinned place is neither: `partial` is false. */
  partial: boolean;
  precedence: Precedence;
};

/** The lines of a stored result; the app wrote them, and the checker has read them. */
export function resultLinesOf(text: string): ResultLine[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ResultLine);
}

const isRequestLine = (line: ResultLine): line is RequestLine => "request" in line;

/** By candidate's number: places kept by children already in care are left out. */
export function heldByRun(instance: Instance, lines: readonly ResultLine[]): Map<string, HeldPlace> {
  const requests = new Map(instance.requests.map((request) => [request.id, request]));
  const held = new Map<string, HeldPlace>();
  for (const line of lines) {
    if (!isRequestLine(line) || line.option === null || line.request.startsWith("held:")) continue;
    const request = requests.get(line.request)!;
    const option = request.options[line.option]!;
    for (const part of option.parts)
      held.set(request.children[part.child]!.id, {
        engineId: request.id,
        option: line.option,
        facilityId: part.facility,
        partial: option.kind === "partial",
        precedence: line.precedence,
      });
  }
  return held;
}
