import type { Translate } from "#app/i18n/translator.ts";
import {
  type ImportReport,
  type Note,
  countOutcomes,
  isAccepted,
  outcomes,
} from "#app/platform/files/import-report.ts";

/** A report as lines for a terminal: the file, each line of it with what is to be known, the totals, the end. */
export function reportLines(
  report: ImportReport,
  { dryRun, fileName }: { dryRun: boolean; fileName: string },
  t: Translate,
): string[] {
  const say = ({ code, values }: Note): string => t(`imports:note.${code}`, values);
  if (report.problems.length > 0) {
    return [t("imports:unreadable", { file: fileName }), ...report.problems.map((note) => `  ${say(note)}`)];
  }
  const lines = report.lines.flatMap(({ line, subject, outcome, notes }) => [
    t("imports:line", { line, subject: subject || "–", outcome: t(`imports:outcome.${outcome}`) }),
    ...notes.map((note) => `    ${say(note)}`),
  ]);
  const counts = countOutcomes(report);
  const totals = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`imports:total.${outcome}`, { count: counts[outcome] }));
  return [
    ...report.notes.map(say),
    ...lines,
    "",
    `${fileName} : ${totals.join(", ")}`,
    t(`imports:end.${endOf(report, dryRun)}`),
  ];
}

function endOf(report: ImportReport, dryRun: boolean): "refused" | "unchanged" | "dryRun" | "kept" {
  if (!isAccepted(report)) return "refused";
  if (report.lines.every(({ outcome }) => outcome === "unchanged")) return "unchanged";
  return dryRun ? "dryRun" : "kept";
}
