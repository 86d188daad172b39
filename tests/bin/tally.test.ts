import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { readPlaywright, readVitest, tally } from "../../bin/steps/tally.mjs";

const file = path.join(mkdtempSync(path.join(tmpdir(), "guichet-tally-")), "report.json");
const report = (content: unknown) => {
  writeFileSync(file, JSON.stringify(content));
  return file;
};

it("a tool that counts nothing is one test", () => {
  expect(tally(null, true)).toEqual({ passed: 1, failed: 0 });
  expect(tally(null, false)).toEqual({ passed: 0, failed: 1 });
});

it("a failure is never lost, even when every test counted passed", () => {
  expect(tally({ passed: 12, failed: 0 }, false)).toEqual({ passed: 12, failed: 1 });
  expect(tally({ passed: 12, failed: 3 }, false)).toEqual({ passed: 12, failed: 3 });
});

it("counts the tests of Vitest, and the files it could not load", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}, {}] },
    { status: "failed", assertionResults: [{}, {}] },
    { status: "failed", assertionResults: [] },
  ];
  expect(readVitest(report({ numPassedTests: 3, numFailedTests: 1, testResults }))).toEqual({
    passed: 3,
    failed: 2,
  });
  expect(readVitest("/nowhere.json")).toBeNull();
});

it("counts the journeys of Playwright: one that passes the second time only has failed", () => {
  const stats = { expected: 8, unexpected: 1, flaky: 1, skipped: 2 };
  expect(readPlaywright(report({ stats, errors: [{}] }))).toEqual({ passed: 8, failed: 3 });
});
