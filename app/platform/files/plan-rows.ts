// What the rows of a file would change of what is already known: the comparison that makes an import harmless to
// repeat.
import type { ImportLine, Note } from "./import-report.ts";

/** A row once read; `facts` is null when the notes say why it is refused. */
export type ParsedRow<F> = { line: number; subject: string; facts: F | null; notes: Note[] };

export type PlannedRows<F, K> = {
  lines: ImportLine[];
  added: F[];
  updated: { known: K; changes: Partial<F> }[];
};

export type Comparison<F> = {
  changes: Partial<F> | null;
  /** Why a change is not taken. */
  refusal?: Note;
  /** What else to say of the line. */
  notes?: Note[];
};

/**
 * What a row would change of what is already known. An unknown (null) says nothing: it never erases.
 * @returns only the fields that differ
 */
export function changesOf<F extends object>(known: F, said: F): Comparison<F> {
  const before = known as Record<string, unknown>;
  const entries = Object.entries(said).filter(
    ([field, value]) => value !== null && JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return { changes: entries.length > 0 ? (Object.fromEntries(entries) as Partial<F>) : null };
}

/**
 * Rows about something that an earlier row is about are either the same words again, which do no harm, or a
 * contradiction, which is refused.
 */
export function planRows<F extends object, K>(
  rows: ParsedRow<F>[],
  known: K[],
  keyOf: (each: F | K) => string,
  compare: (known: K, said: F) => Comparison<F>,
): PlannedRows<F, K> {
  const knownByKey = new Map(known.map((each) => [keyOf(each), each]));
  const first = new Map<string, ParsedRow<F>>();
  const [added, updated]: [F[], PlannedRows<F, K>["updated"]] = [[], []];
  const lines = rows.map((row): ImportLine => {
    const { line, subject, facts, notes } = row;
    if (!facts) return { line, subject, outcome: "refused", notes };
    const key = keyOf(facts);
    const earlier = first.get(key);
    if (earlier) return { line, subject, ...repetition(row, earlier) };
    first.set(key, row);
    const before = knownByKey.get(key);
    if (!before) {
      added.push(facts);
      return { line, subject, outcome: "added", notes };
    }
    const { changes, refusal, notes: more = [] } = compare(before, facts);
    if (refusal) return { line, subject, outcome: "refused", notes: [refusal] };
    if (changes) updated.push({ known: before, changes });
    return { line, subject, outcome: changes ? "updated" : "unchanged", notes: [...notes, ...more] };
  });
  return { lines, added, updated };
}

function repetition<F>(row: ParsedRow<F>, earlier: ParsedRow<F>): Pick<ImportLine, "outcome" | "notes"> {
  const same = JSON.stringify(row.facts) === JSON.stringify(earlier.facts);
  const note = { code: same ? "sameAsLine" : "contradictsLine", values: { line: earlier.line } };
  return { outcome: same ? "unchanged" : "refused", notes: [note] };
}
