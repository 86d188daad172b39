// What each request of the engine may be given, best first: a facility and hours for each of its children.
import { ageFits, ageInMonths } from "#app/allocation/rules/child-age.ts";
import { withinOpening } from "#app/allocation/rules/opening-hours.ts";
import { usualEnd } from "#app/allocation/rules/usual-end.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type WeeklyPattern, isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type HalfHours, halfHoursOf, without } from "./half-hours.ts";
import type { MeetingTown, TownCandidate, TownFacility, TownSection } from "./meeting-town.ts";
import { heldAllAlong, inTheWay } from "./seat-left.ts";
import { fewerDays } from "./sub-weeks.ts";

/** Hours of one child at one facility: what the engine counts (`mask`), and what the family would be offered. */
export type PlannedPart = {
  candidate: TownCandidate;
  facilityId: string;
  /** The section on the first day. */
  sectionId: string;
  pattern: WeeklyPattern;
  mask: HalfHours;
  from: CalendarDay;
  to: CalendarDay;
  wishRank: number;
  partial: boolean;
  /** The agreement that ends when the family accepts. */
  transferOf: string | null;
};
export type PlannedOption = { kind: "wish" | "partial"; parts: PlannedPart[] };
export type PlannedRequest = { engineId: string; candidates: TownCandidate[]; options: PlannedOption[] };

type Places = Pick<MeetingTown, "startFrom" | "facilities">;

/** Pairs of facilities for brothers and sisters apart: the best ones are enough. */
const mostTuples = 12;

export const startOf = (
  { startFrom }: Pick<MeetingTown, "startFrom">,
  { startOn }: { startOn: CalendarDay },
): CalendarDay => (startOn > startFrom ? startOn : startFrom);

/**
 * The section of a child on a day: the eldest that takes its age among those that the meeting allocates, then among
 * the others; null when none does.
 */
export function sectionOn(
  { sections }: TownFacility,
  { child }: Pick<TownCandidate, "child">,
  day: CalendarDay,
): TownSection | null {
  const fitting = sections.filter((section) => ageFits(section, child, day));
  const eldest = (all: TownSection[]): TownSection | null =>
    all.reduce<TownSection | null>(
      (best, each) => (!best || each.minAgeMonths > best.minAgeMonths ? each : best),
      null,
    );
  return eldest(fitting.filter(({ allocated }) => allocated)) ?? eldest(fitting);
}

/** The hours of a child at the facilities of its wishes, best first; the list is cut at the seat that it would leave. */
function partsOf(town: Places, candidate: TownCandidate): PlannedPart[][] {
  const from = startOf(town, candidate);
  const to = usualEnd(from);
  const leavable = inTheWay(candidate, { pattern: candidate.pattern, startOn: from, endOn: to });
  const wished: PlannedPart[][] = [];
  for (const { rank, facilityId } of [...candidate.wishes].sort((a, b) => a.rank - b.rank)) {
    const facility = town.facilities.find(({ id }) => id === facilityId);
    if (!facility) continue;
    const stays = leavable.some((each) => each.facilityId === facilityId);
    const section = sectionOn(facility, candidate, from);
    const open = withinOpening(candidate.pattern, facility.openings);
    if (section?.allocated && !isEmptyPattern(open)) {
      const sectionId = section.id;
      const part = (pattern: WeeklyPattern, partial: boolean): PlannedPart[] => {
        const [left = null, ...more] = inTheWay(candidate, { pattern, startOn: from, endOn: to });
        // An offer ends one agreement: it cannot take the hours of two.
        if (more.length > 0) return [];
        const transferOf = left?.agreementId ?? null;
        // The seat stays counted until the family has left it: in its own section, only what comes on top is asked for.
        const kept = transferOf && heldAllAlong(facility, transferOf, { sectionId, from, to });
        const mask = kept ? without(halfHoursOf(pattern), kept) : halfHoursOf(pattern);
        const hours = { pattern, mask, from, to, wishRank: rank, partial, transferOf };
        return [{ candidate, facilityId, sectionId, ...hours }];
      };
      const fewer = candidate.minDays === null || stays ? [] : fewerDays(open, candidate.minDays);
      const all = [...part(open, false), ...fewer.flatMap((each) => part(each, true))];
      const useful = all.filter(({ mask }) => mask.includes(1));
      if (useful.length > 0) wished.push(useful);
    }
    if (stays) break;
  }
  return wished;
}

/** Whether one of the facilities wished for could take the child, if it had room. */
export const mayBePlaced = (town: Places, candidate: TownCandidate): boolean =>
  partsOf(town, candidate).some((parts) => parts.some(({ partial }) => !partial));

/** One child: each wish, with fewer days there before the next wish, or after all of them. */
function alone(town: MeetingTown, candidate: TownCandidate): PlannedOption[] {
  const options = partsOf(town, candidate).map((parts) =>
    parts.map((part): PlannedOption => ({ kind: part.partial ? "partial" : "wish", parts: [part] })),
  );
  if (candidate.fewerDaysFirst) return options.flat();
  return (["wish", "partial"] as const).flatMap((kind) =>
    options.flatMap((each) => each.filter((option) => option.kind === kind)),
  );
}

/** Every way to give each child one of its parts. */
function tuples(all: readonly PlannedPart[][]): PlannedPart[][] {
  return all.reduce<PlannedPart[][]>(
    (so, parts) => so.flatMap((tuple) => parts.map((part) => [...tuple, part])),
    [[]],
  );
}

/** Brothers and sisters: all at one facility first; then, if the family would have it, at several. */
function together(town: MeetingTown, candidates: readonly TownCandidate[]): PlannedOption[] {
  const whole = candidates.map((candidate) =>
    partsOf(town, candidate).flatMap((parts) => parts.filter(({ partial }) => !partial).slice(0, 1)),
  );
  const ranks = (parts: readonly PlannedPart[]): number =>
    parts.reduce((sum, { wishRank }) => sum + wishRank, 0);
  const every = tuples(whole).sort((a, b) => ranks(a) - ranks(b) || a[0]!.wishRank - b[0]!.wishRank);
  const isJoint = (parts: readonly PlannedPart[]): boolean =>
    parts.every(({ facilityId }) => facilityId === parts[0]!.facilityId);
  const apart = candidates.every(({ siblingRule }) => siblingRule === "preferTogether")
    ? every.filter((parts) => !isJoint(parts)).slice(0, mostTuples)
    : [];
  return [...every.filter(isJoint), ...apart].map((parts) => ({ kind: "wish", parts }));
}

/** The requests of the engine, in code-point order of id; a forbidden facility's options are left out. */
export function planRequests(town: MeetingTown): PlannedRequest[] {
  const byEngine = new Map<string, TownCandidate[]>();
  for (const candidate of [...town.candidates].sort((a, b) => (a.number < b.number ? -1 : 1)))
    byEngine.set(candidate.engineId, [...(byEngine.get(candidate.engineId) ?? []), candidate]);
  const forbidden = new Set(
    town.adjustments
      .filter(({ kind }) => kind === "forbid")
      .map(({ candidateId, facilityId }) => `${candidateId} ${facilityId}`),
  );
  const ids = [...byEngine.keys()].sort((a, b) => (a < b ? -1 : 1));
  return ids.map((engineId) => {
    const candidates = byEngine.get(engineId)!;
    const options = candidates.length === 1 ? alone(town, candidates[0]!) : together(town, candidates);
    const allowed = options.filter(({ parts }) =>
      parts.every(({ candidate, facilityId }) => !forbidden.has(`${candidate.id} ${facilityId}`)),
    );
    return { engineId, candidates, options: allowed };
  });
}

/** Completed months on the first day of care. */
export function ageAtStart(
  town: Pick<MeetingTown, "startFrom">,
  candidate: Pick<TownCandidate, "child" | "startOn">,
): number | null {
  return ageInMonths(candidate.child, startOf(town, candidate));
}
