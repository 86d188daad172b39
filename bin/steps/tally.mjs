// Counts tests from the reports of the tools.
import { existsSync, readFileSync } from "node:fs";

const none = { passed: 0, failed: 0 };
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

export const add = (one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed });

/** A tool that counts nothing is one test. A failure that the report does not show counts as one. */
export function tally(report, succeeded) {
  const counted = report ?? (succeeded ? { passed: 1, failed: 0 } : none);
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/** @returns the tests counted in a JSON report of Vitest; null when there is none */
export function readVitest(file) {
  const report = read(file);
  if (!report) return null;
  // A file that could not even be loaded holds no test.
  const notLoaded = report.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + notLoaded.length };
}

/** @returns the tests counted in a JSON report of Playwright; null when there is none */
export function readPlaywright(file) {
  const report = read(file);
  if (!report) return null;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}
