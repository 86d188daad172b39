import { setImmediate } from "node:timers/promises";
import { type AllocationBook, openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import type { ResultLine } from "#app/allocation/rules/result.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { nextMeetingAfter } from "#app/requests/rules/delays.ts";
import { transitions } from "#app/requests/rules/lifecycle.ts";
import { type Decision, deciding } from "../rules/candidate-answer.ts";
import type { Grid } from "../rules/grid.ts";
import { resultLinesOf } from "../rules/held-by-run.ts";
import type { BuiltInstance } from "../rules/meeting-instance.ts";
import type { MeetingTown } from "../rules/meeting-town.ts";
import { publicationSettings, quorumOf } from "../rules/publication.ts";
import type { PublishBlocker } from "../rules/publication-view.ts";
import type { Candidate } from "../store/candidates.server.ts";
import { type Attendee, type MeetingRow, listAttendees, listMeetings } from "../store/meetings.server.ts";
import {
  type AdjustmentRow,
  type RunFiles,
  type RunRow,
  findRun,
  listAdjustments,
} from "../store/runs.server.ts";
import { instanceText } from "./compute-run.server.ts";
import { isExamined, loadTown } from "./load-town.server.ts";

export type Publication = {
  blockers: PublishBlocker[];
  town: MeetingTown;
  candidates: Candidate[];
  adjustments: AdjustmentRow[];
  run: (RunRow & RunFiles) | null;
  built: BuiltInstance;
  /** Null while the run cannot be told against the town as it is. */
  told: { book: AllocationBook; decisions: Decision[] } | null;
};

export const isStale = (run: Pick<RunRow, "adjustments">, adjustments: readonly AdjustmentRow[]): boolean => {
  const standing = adjustments.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
  return [...standing].sort().join() !== [...run.adjustments].sort().join();
};

/** What stands in the way of publishing, as far as it is seen without counting the places again. */
export function blockersSeen(
  meeting: MeetingRow,
  grid: Pick<Grid, "method">,
  {
    run,
    candidates,
    adjustments,
    attendees,
  }: {
    run: RunRow | null;
    candidates: readonly Candidate[];
    adjustments: readonly AdjustmentRow[];
    attendees: readonly Attendee[];
  },
): PublishBlocker[] {
  const blockers: PublishBlocker[] = [];
  if (!run) blockers.push("noRun");
  if (!quorumOf(meeting.quorum, attendees).met) blockers.push("quorum");
  if (grid.method === "deliberation" && candidates.some((each) => isExamined(each) && each.level === null))
    blockers.push("levels");
  if (!run) return blockers;
  if (!run.certified) blockers.push("notCertified");
  if (run.summary.explained + run.summary.claims < run.summary.refusedOptions) blockers.push("unexplained");
  if (isStale(run, adjustments)) blockers.push("staleAdjustments");
  return blockers;
}

/** Fewer days are refused for the reason of the whole week: families are told of that one. */
function wholeWeeks(lines: readonly ResultLine[], { requests }: Instance): ResultLine[] {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const claimed = new Set(
    lines.flatMap((line) => ("claim" in line ? [`${line.claim.request}/${line.claim.option}`] : [])),
  );
  return lines.map((line) => {
    if (!("refused" in line)) return line;
    const options = byId.get(line.request)?.options ?? [];
    const told = line.refused.filter(
      ({ option }) => options[option]?.kind !== "partial" || claimed.has(`${line.request}/${option}`),
    );
    return { ...line, refused: told };
  });
}

/** Lets others have their turn between two long pieces of work; never within a transaction. */
export const pause = (): Promise<void> => setImmediate();

/** Everything that publishing needs, and what stands in its way; as things are now. Not within a transaction. */
export async function loadPublication(
  db: Database,
  meeting: MeetingRow,
  grid: Grid,
  today: CalendarDay,
): Promise<Publication> {
  const { town, candidates } = await loadTown(db, meeting, grid, today);
  const adjustments = await listAdjustments(db, meeting.id);
  const run = meeting.chosenRunId ? await findRun(db, meeting.id, meeting.chosenRunId) : null;
  const { smallestCount } = await readParameter(db, "publication", meeting.heldOn, publicationSettings);
  const attendees = await listAttendees(db, meeting.id);
  const blockers = blockersSeen(meeting, grid, { run, candidates, adjustments, attendees });
  await pause();
  const { built, instance } = instanceText(town);
  await pause();
  const loaded = { town, candidates, adjustments, run, built };
  if (!run) return { blockers, ...loaded, told: null };
  const same = run.instance === instance;
  if (!same && !blockers.includes("staleAdjustments")) blockers.push("staleTown");
  if (!same) return { blockers, ...loaded, told: null };
  const lines = wholeWeeks(resultLinesOf(run.result), built.instance);
  const book = openAllocationBook(built.instance, lines, { smallestCount });
  await pause();
  const decide = deciding(town, built, book);
  const decisions: Decision[] = [];
  for (const [at, candidate] of town.candidates.entries()) {
    if (at % 20 === 0) await pause();
    decisions.push(decide(candidate));
  }
  const untold = decisions.some(({ explanation }) =>
    explanation.refused.some(({ kind }) => kind === "unexplained"),
  );
  if (untold && !blockers.includes("unexplained")) blockers.push("unexplained");
  return { blockers, ...loaded, told: { book, decisions } };
}

/** Told that the meeting could not examine it: it waits still, and nothing else has been said to the family. */
export const toldAside = ({ state, request }: Pick<Candidate, "state" | "request">): boolean =>
  (state === "gate" || state === "noOption") &&
  (transitions.examine.from as readonly string[]).includes(request.status);

/** Two weeks between two meetings at least, when none is planned: families are promised a day that will come. */
const shortestPause = 14;

/** The day of the meeting that those who are not served wait for. */
export async function readNextMeeting(
  db: Database,
  { heldOn, careKind }: Pick<MeetingRow, "heldOn" | "careKind">,
  today: CalendarDay,
): Promise<CalendarDay> {
  const planned = (await listMeetings(db, { statuses: ["preparing"] }))
    .filter((meeting) => meeting.careKind === careKind && meeting.heldOn > heldOn && meeting.heldOn > today)
    .map((meeting) => meeting.heldOn)
    .sort();
  const later = heldOn > today ? heldOn : today;
  return planned[0] ?? nextMeetingAfter(addDays(later, shortestPause), await readDelays(db, today));
}
