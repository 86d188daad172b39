import type { SignedVisit } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { namesOf } from "../rules/meeting-names.ts";
import type { DryRunView } from "../rules/publication-view.ts";
import { countReachable } from "../store/candidates.server.ts";
import { loadPublication, readNextMeeting, toldAside } from "./load-publication.server.ts";
import { runViews } from "./meeting-lines.server.ts";
import { headOf, requireGrid, requireMeeting } from "./require-meeting.server.ts";

/** What publishing would do, line by line; nothing is written. */
export async function readDryRun(visit: SignedVisit, meetingId: string): Promise<DryRunView> {
  const { db, today } = visit;
  const meeting = await requireMeeting(db, visit, meetingId);
  const grid = await requireGrid(db, meeting);
  const publication = await loadPublication(db, meeting, grid, visit.today);
  const { blockers, town, candidates, adjustments, run, built, told } = publication;
  const ids = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const facilities = new Map(town.facilities.map((facility) => [facility.id, facility]));
  let letters = 0;
  const withoutAddress: DryRunView["withoutAddress"] = [];
  const decisions = told?.decisions ?? [];
  const reachable = await countReachable(db, meeting.id);
  const aside = told ? candidates.filter(toldAside) : [];
  for (const { number, careRequestId } of [...decisions.map(({ candidate }) => candidate), ...aside]) {
    const guardians = reachable.get(careRequestId) ?? 0;
    letters += guardians;
    if (guardians === 0) withoutAddress.push({ number, careRequestId });
  }
  const [view] = run ? await runViews(db, meeting, [run], adjustments) : [];
  const named = ({ id, number }: { id: string; number: string }) => ({ id: ids.get(id)!.id, number });
  return {
    meeting: headOf(meeting, grid),
    run: view ?? null,
    blockers,
    answerBy: addDays(today, meeting.answerDays),
    nextMeeting: await readNextMeeting(db, meeting, today),
    offers: decisions.flatMap(({ candidate, part }) => {
      if (!part) return [];
      const facility = facilities.get(part.facilityId)!;
      const section = facility.sections.find(({ id }) => id === part.sectionId)!;
      return [
        {
          candidate: named(candidate),
          facility: { id: facility.id, name: facility.name },
          section: { id: section.id, name: section.name },
          ...{ pattern: part.pattern, startOn: part.from, endOn: part.to, partial: part.partial },
          transfer: part.transferOf !== null,
        },
      ];
    }),
    refusals: decisions.flatMap(({ candidate, outcome, explanation, ranks }) =>
      outcome === "refused" || outcome === "kept"
        ? [{ candidate: named(candidate), outcome, ranks, explanation }]
        : [],
    ),
    letters,
    withoutAddress,
    names: namesOf(town, grid, town.facilities, built.instance),
  };
}
