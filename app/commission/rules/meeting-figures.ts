// What the public page shows of a meeting: nothing under the smallest count, nor what would give one away.
import type { AllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { type Decision, lastServedOf } from "./candidate-answer.ts";
import type { Grid } from "./grid.ts";
import { halfHoursOf, weeklyHalfHours } from "./half-hours.ts";
import type { MeetingTown } from "./meeting-town.ts";
import type { MeetingFigures } from "./publication-view.ts";

const hours = (decisions: readonly Decision[]): number =>
  Math.round(decisions.reduce((sum, { part }) => sum + (part ? weeklyHalfHours(part.mask) : 0), 0));

/**
 * Hides the counts under `smallest` of parts that add up to a total that is shown: when one alone is hidden, the
 * smallest of the others is too, or it could be worked out.
 */
export function hideSmall(counts: readonly number[], smallest: number): (number | null)[] {
  const shown = counts.map((count): number | null => (count < smallest ? null : count));
  const hidden = counts.filter((count, at) => shown[at] === null && count > 0);
  const alone = hidden.length > 0 && hidden.length < 2;
  if (alone) {
    const others = shown.flatMap((count, at) => (count === null ? [] : [{ count, at }]));
    const [next] = others.sort((a, b) => a.count - b.count);
    if (next) shown[next.at] = null;
  }
  return shown;
}

export function figuresOf(
  town: MeetingTown,
  grid: Grid,
  book: AllocationBook,
  decisions: readonly Decision[],
  adjustments: readonly { motive: string }[],
): MeetingFigures {
  const { smallestCount: smallest } = book;
  const enough = (count: number): number | null => (count < smallest ? null : count);
  const served = decisions.filter(({ part }) => part !== null);
  const partial = served.filter(({ outcome }) => outcome === "partial");
  const notServed = decisions.length - served.length;
  // Served and not served add up to all of them.
  const [servedShown, notServedShown] = hideSmall([served.length, notServed], smallest);
  const lastServed = lastServedOf(book);
  const sections = town.facilities.flatMap((facility) =>
    facility.sections
      .filter(({ allocated }) => allocated)
      .map((section) => ({
        facility,
        section,
        own: served.filter(({ part }) => part!.sectionId === section.id),
        asked: decisions.filter(
          ({ candidate, part, ranks }) =>
            part?.sectionId === section.id ||
            (candidate.wishes.some(({ facilityId }) => facilityId === facility.id) &&
              ranks.some((rank) => rank.facility === facility.id && rank.section === section.name)),
        ).length,
      })),
  );
  const servedBySection = hideSmall(
    sections.map(({ own }) => own.length),
    smallest,
  );
  return {
    smallestCount: smallest,
    requests: enough(decisions.length),
    served: servedShown!,
    partial: served.length - partial.length < smallest ? null : enough(partial.length),
    notServed: notServedShown!,
    halfHoursAsked:
      decisions.length < smallest
        ? null
        : Math.round(
            decisions.reduce(
              (sum, { candidate }) => sum + weeklyHalfHours(halfHoursOf(candidate.pattern)),
              0,
            ),
          ),
    halfHoursGiven: servedShown === null ? null : hours(served),
    bySection: sections.map(({ facility, section, own, asked }, at) => {
      const shown = servedBySection[at]!;
      // Those who asked and were not served are a count too.
      const left = asked - own.length;
      return {
        facility: facility.name,
        section: section.name,
        requests: left > 0 && left < smallest ? null : enough(asked),
        served: shown,
        halfHoursGiven: shown === null ? null : hours(own),
        lastPoints: shown === null ? null : lastServed(facility.id, section.name),
      };
    }),
    adjustments: grid.motives.flatMap(({ code, words }) => {
      const count = adjustments.filter(({ motive }) => motive === code).length;
      return count === 0 ? [] : [{ motive: code, words, count: enough(count) }];
    }),
  };
}
