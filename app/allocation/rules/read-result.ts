// The lines of a result file, or one clear line saying which of them cannot be read.
import { type ResultLine, resultLineSchema } from "./result.ts";

export type ReadResult = { ok: true; lines: ResultLine[] } | { ok: false; message: string };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads format "guichet-allocation-result/1": a header, then one JSON object a line; a last empty line is usual.
 * Refusal: one line, `ligne 12 / line 12: …`, counted from 1.
 */
export function readResult(text: string): ReadResult {
  const lines: ResultLine[] = [];
  const written = text.split("\n");
  if (written.at(-1)?.trim() === "") written.pop();
  for (const [at, each] of written.entries()) {
    const line = resultLineSchema.safeParse(parsed(each));
    const problem = !line.success
      ? "n'est pas une ligne de résultat / is not a line of a result"
      : "format" in line.data !== (at === 0)
        ? "l'en-tête vient en premier, une fois / the header comes first, once"
        : null;
    if (problem !== null || !line.success)
      return { ok: false, message: `ligne ${at + 1} / line ${at + 1}: ${problem}` };
    lines.push(line.data);
  }
  return lines.length > 0 ? { ok: true, lines } : { ok: false, message: "fichier vide / empty file" };
}
