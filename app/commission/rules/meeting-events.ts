// What was done to a meeting, by whom and when: what a second coordinator reads when the page that they were looking
// at is no longer how the meeting stands.
import type { MeetingView } from "./meeting-view.ts";

export type MeetingEvent = {
  kind: "frozen" | "run" | "pin" | "forbid" | "removed" | "published";
  at: string;
  by: string | null;
  /** Number of the run, or of the candidate. */
  number: string;
  facility: string;
};

export type MeetingPast = Pick<MeetingView, "runs" | "adjustments"> & {
  meeting: Pick<MeetingView["meeting"], "frozenAt" | "publishedAt" | "publishedBy">;
};

/** The acts after an instant (ISO text), oldest first. */
export function eventsSince({ meeting, runs, adjustments }: MeetingPast, since: string): MeetingEvent[] {
  const nothing = { number: "", facility: "" };
  const events: MeetingEvent[] = [
    ...(meeting.frozenAt ? [{ ...nothing, kind: "frozen" as const, at: meeting.frozenAt, by: null }] : []),
    ...runs.map((run) => ({
      ...nothing,
      kind: "run" as const,
      at: run.createdAt,
      by: run.createdBy,
      number: String(run.number),
    })),
    ...adjustments.flatMap(({ kind, candidate, facility, madeAt, madeBy, removedAt, removedBy }) => {
      const of = { number: candidate.number, facility: facility.name };
      return [
        { ...of, kind, at: madeAt, by: madeBy },
        ...(removedAt ? [{ ...of, kind: "removed" as const, at: removedAt, by: removedBy }] : []),
      ];
    }),
    ...(meeting.publishedAt
      ? [{ ...nothing, kind: "published" as const, at: meeting.publishedAt, by: meeting.publishedBy }]
      : []),
  ];
  return events.filter(({ at }) => at > since).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
