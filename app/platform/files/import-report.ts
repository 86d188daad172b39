// What an import says of a file: something about each line, and whether anything was kept.

/** A fact about a file or a line, found in words as `import.<code>`; `values` fill the sentence. */
export type Note = { code: string; values?: Record<string, string | number> };

export const outcomes = ["added", "updated", "unchanged", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export type ImportLine = {
  /** Line of a table, or rank of a feature of a GeoJSON file, the first being 1. */
  line: number;
  /** What the line is about, as a person would name it. */
  subject: string;
  outcome: Outcome;
  notes: Note[];
};

export type ImportReport = {
  /** What keeps the whole file from being read; there are then no lines. */
  problems: Note[];
  /** What is worth knowing about the file as a whole. */
  notes: Note[];
  lines: ImportLine[];
  /** Whether the changes were written: all of them, or none. */
  kept: boolean;
};

export function unreadable(...problems: Note[]): ImportReport {
  return { problems, notes: [], lines: [], kept: false };
}

export function countOutcomes({ lines }: ImportReport): Record<Outcome, number> {
  const counts = { added: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of lines) counts[outcome]++;
  return counts;
}

/** Whether every line could be kept. */
export function isAccepted({ problems, lines }: ImportReport): boolean {
  return problems.length === 0 && lines.every(({ outcome }) => outcome !== "refused");
}
