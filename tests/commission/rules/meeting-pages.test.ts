import { describe, expect, test } from "vitest";
import { candidatesHref, readCandidateFilters } from "#app/commission/rules/candidate-filters.ts";
import { eventsSince } from "#app/commission/rules/meeting-events.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { stepsOf } from "#app/commission/rules/meeting-steps.ts";
import type { MeetingStatus } from "#app/commission/rules/meeting.ts";
import type { MeetingView, RunView } from "#app/commission/rules/meeting-view.ts";

const run = (id: string, stale: boolean): RunView =>
  ({ id, number: 1, createdAt: "2026-12-15T09:05:00.000Z", createdBy: "Hélène", stale }) as RunView;

const standing = (status: MeetingStatus, runs: RunView[], met: boolean) => ({
  meeting: { status, chosenRunId: runs[0]?.id ?? null },
  ...{
    runs,
    sections: [{}] as MeetingView["sections"],
    quorum: { needed: 2, presentVoting: met ? 2 : 0, met },
  },
});
const now = (...of: Parameters<typeof standing>): string | undefined =>
  stepsOf(standing(...of)).find(({ state }) => state === "now")?.step;

describe("one thing to do at a time", () => {
  test("places, then the freeze, a run, who is present, and publication", () => {
    expect(now("preparing", [], false)).toBe("freeze");
    expect(now("frozen", [], false)).toBe("run");
    expect(now("frozen", [run("one", false)], false)).toBe("attend");
    expect(now("frozen", [run("one", false)], true)).toBe("publish");
  });

  test("a decision taken since the run asks for another one", () => {
    expect(now("frozen", [run("one", true)], true)).toBe("run");
  });

  test("nothing is left to do once published or given up", () => {
    expect(now("published", [run("one", true)], false)).toBeUndefined();
    expect(now("cancelled", [], false)).toBeUndefined();
  });
});

test("a second coordinator reads what was done since the page was shown, and nothing before", () => {
  const past = {
    meeting: { frozenAt: "2026-12-15T09:00:00.000Z", publishedAt: null, publishedBy: null },
    ...{ runs: [run("one", false)], adjustments: [] },
  };
  expect(eventsSince(past, "2026-12-15T09:01:00.000Z")).toEqual([
    expect.objectContaining({ kind: "run", by: "Hélène", number: "1" }),
  ]);
});

test("a refused form keeps what was typed, and says beside which field", () => {
  const values = { signedBy: "Claire" };
  expect(meetingReply(values, { error: "room:x", field: "motive" })).toEqual({
    values,
    errors: { motive: "room:x" },
  });
  expect(meetingReply(values, { error: "commission:meeting.error.changedMeanwhile" })).toMatchObject({
    ...{ values, changed: true },
  });
});

test("the address of the table of candidates reads back as it was written", () => {
  const filters = {
    state: "toRenew",
    facilityId: "creche-03",
    result: "refused",
    number: "04",
    page: 3,
  } as const;
  const { searchParams } = new URL(
    candidatesHref("/guichet/commissions/m", { ...filters, runId: "r" }),
    "http://town",
  );
  expect(readCandidateFilters(searchParams)).toEqual({ ...filters, runId: "r" });
});
