// Where a meeting stands, as the numbered steps that its page shows: what is done, what is next, what may still be done.
import type { MeetingView, RunView } from "./meeting-view.ts";

export const meetingSteps = ["prepare", "freeze", "run", "adjust", "attend", "publish"] as const;
export type MeetingStep = (typeof meetingSteps)[number];
/** "now": the one thing to do next; "open": may be done at any time; "later": something else comes first. */
export type StepState = "done" | "now" | "open" | "later";

type Standing = Pick<MeetingView, "runs" | "quorum" | "sections"> & {
  meeting: Pick<MeetingView["meeting"], "status" | "chosenRunId">;
};

/** The latest run, whose number is the highest; null before the first. */
export function latestRun(runs: readonly RunView[]): RunView | null {
  return runs.reduce<RunView | null>((last, run) => (last && last.number > run.number ? last : run), null);
}

function doneSteps({ meeting, runs, quorum, sections }: Standing): Record<MeetingStep, boolean> {
  const published = meeting.status === "published";
  const frozen = published || meeting.status === "frozen";
  const chosen = runs.find(({ id }) => id === meeting.chosenRunId);
  return {
    prepare: sections.length > 0,
    freeze: frozen,
    run: published || latestRun(runs)?.stale === false,
    adjust: published || chosen?.stale === false,
    attend: published || (frozen && quorum.met),
    publish: published,
  };
}

/** Each step with its state; a cancelled meeting has none to take. */
export function stepsOf(view: Standing): { step: MeetingStep; state: StepState }[] {
  const done = doneSteps(view);
  const cancelled = view.meeting.status === "cancelled";
  const next = cancelled ? null : (meetingSteps.find((step) => !done[step]) ?? null);
  return meetingSteps.map((step) => {
    if (done[step]) return { step, state: "done" };
    if (step === next) return { step, state: "now" };
    return { step, state: step === "attend" && !cancelled ? "open" : "later" };
  });
}
