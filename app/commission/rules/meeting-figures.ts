// What the public page shows of a meeting: nothing under the smallest count, nor what would give one away.
import type { AllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { type Decision, lastServedOf } from "./candidate-answer.ts";
import type { Grid } from "./grid.ts";
import { halfHoursOf, weeklyHalfHours } from "./half-hours.ts";
import type { MeetingTown } from "./meeting-town.ts";
import type { MeetingFigures } from "./publication-view.ts";
import { hiddenRows, isSmall } from "./simulation-disclosure.ts";

const hours = (decisions: readonly Decision[]): number =>
  Math.round(decisions.reduce((sum, { part }) => sum + (part ? weeklyHalfHours(part.mask) : 0), 0));

/**
 * The counts of parts that add up to a total that everybody knows; null: hidden. The register of the decisions, public
 * too, gives the total: a part under `smallest` is hidden among as many requests as that at least. None is nobody's.
 */
export function shownParts(counts: readonly number[], smallest: number): (number | null)[] {
  const rows = counts.map((count, at) => ({ key: String(at), counts: [count] }));
  const hidden = hiddenRows(rows, smallest);
  return counts.map((count, at) => (hidden.has(String(at)) ? null : count));
}

export function figuresOf(
  town: MeetingTown,
  grid: Grid,
  book: AllocationBook,
  decisions: readonly Decision[],
  adjustments: readonly { motive: string }[],
): MeetingFigures {
  const { smallestCount: smallest } = book;
  const enough = (count: number): number | null => (isSmall(count, smallest) ? null : count);
  const served = decisions.filter(({ part }) => part !== null);
  const partial = served.filter(({ outcome }) => outcome === "partial");
  // A week of hours could be somebody's.
  const hoursShown = (count: number, halfHours: () => number): number | null =>
    isSmall(count, smallest) ? null : halfHours();
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
  const servedBySection = shownParts(
    sections.map(({ own }) => own.length),
    smallest,
  );
  return {
    smallestCount: smallest,
    // As many as the lines of the register, which says of each number what was decided and nothing more.
    requests: decisions.length,
    served: served.length,
    partial: partial.length,
    notServed: decisions.length - served.length,
    halfHoursAsked: hoursShown(decisions.length, () =>
      Math.round(
        decisions.reduce((sum, { candidate }) => sum + weeklyHalfHours(halfHoursOf(candidate.pattern)), 0),
      ),
    ),
    halfHoursGiven: hoursShown(served.length, () => hours(served)),
    bySection: sections.map(({ facility, section, own, asked }, at) => {
      const shown = servedBySection[at]!;
      // Those who asked and were not served are a count too.
      const left = asked - own.length;
      return {
        facility: facility.name,
        section: section.name,
        requests: isSmall(left, smallest) ? null : enough(asked),
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
