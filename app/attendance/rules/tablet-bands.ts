// A site of after-school care on its tablet, band by band: who is there now, and how many adults they need by
// R227-16 of the code de l'action sociale et des familles. No library: browsers load this file. The tablet knows no
// age: the server says of how many children one adult keeps at the strictest, and how many adults all of them need.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { type BandPhase, bandOf, countedStaff, otherHours, phaseOf, touches } from "./site-bands.ts";
import {
  type TabletDay,
  type TabletGroup,
  type TabletLine,
  type TabletView,
  groupLines,
  isPresent,
} from "./tablet-day.ts";

/** Instants are milliseconds. */
export type TabletBand = {
  id: string;
  day: CalendarDay;
  start: number;
  end: number;
  /** When the band before ended: adults counted earlier are not those of this one. */
  since: number | null;
  /** The fewest adults planned at once. */
  planned: number | null;
  /** For all who are expected, each at its age. */
  needed: number;
  rule: {
    /** Of those expected, at the strictest. */
    perAdult: number;
    /** Of a child whom the server did not expect, so whose age it did not look at. */
    perUnlisted: number;
    /** Why that many: a child under six, or of unknown age, is expected. */
    under6: boolean;
    hasPedt: boolean;
    overFiveHours: boolean;
    article: string;
  };
};

/** `missing`: now; `soon`: once those awaited are there. */
export type BandState = "missing" | "soon" | "notCounted" | "enough";

export type LiveBand = {
  band: TabletBand;
  phase: BandPhase;
  /** Where the adults are counted: one band at a time, now or next. */
  active: boolean;
  /** On the list of this band; a child of two bands is on one list, and in the numbers of both. */
  lines: TabletLine[];
  expected: number;
  present: number;
  /** `at` null: as planned, when nobody has counted them. */
  staff: { count: number; at: number | null } | null;
  /** Adults for those present, and for those present and awaited together. */
  needed: number;
  neededForAll: number;
  /** Children for one adult, at the strictest that applies. */
  perAdult: number;
  under6: boolean;
  /** The ages ask for fewer adults than the strictest number does. */
  byAge: boolean;
  /** Null when there is nobody to keep. */
  state: BandState | null;
  missing: number;
};

type Heads = { listed: number; unlisted: number };

/** Never fewer than the law asks, whoever of the children is there. */
export function adultsFor({ needed, rule }: TabletBand, { listed, unlisted }: Heads): number {
  const perAdult = unlisted > 0 ? rule.perUnlisted : rule.perAdult;
  return Math.min(Math.ceil((listed + unlisted) / perAdult), needed + Math.ceil(unlisted / rule.perUnlisted));
}

const hoursOf = ({ start, end }: TabletBand): { start: Date; end: Date } => ({
  start: new Date(start),
  end: new Date(end),
});
const isOf = (line: TabletLine, band: TabletBand): boolean =>
  touches({ plannedStart: line.start, plannedEnd: line.end }, hoursOf(band));

function stateOf({
  phase,
  staff,
  needed,
  neededForAll,
}: Pick<LiveBand, "phase" | "staff" | "needed" | "neededForAll">): {
  state: BandState | null;
  missing: number;
} {
  if (phase === "over" || neededForAll === 0) return { state: null, missing: 0 };
  if (staff === null) return { state: "notCounted", missing: 0 };
  if (phase === "now" && staff.count < needed) return { state: "missing", missing: needed - staff.count };
  if (staff.count < neededForAll) return { state: "soon", missing: neededForAll - staff.count };
  return { state: "enough", missing: 0 };
}

function staffIn(band: TabletBand, kept: TabletLine[], groups: TabletGroup[]): LiveBand["staff"] {
  const counts = groups.flatMap(({ id, staff, countedAt }) =>
    staff === null || countedAt === null ? [] : [{ sectionId: id, staff, at: new Date(countedAt) }],
  );
  const since = band.since === null ? null : new Date(band.since);
  const counted = countedStaff(kept, since, hoursOf(band), counts);
  if (counted) return { count: counted.count, at: counted.at.getTime() };
  return band.planned === null ? null : { count: band.planned, at: null };
}

/** Which of the children the server had counted in. */
type Listed = ReadonlySet<string>;

function headsOf(lines: TabletLine[], listed: Listed): Heads {
  const known = lines.filter(({ id }) => listed.has(id)).length;
  return { listed: known, unlisted: lines.length - known };
}

type Figures = Omit<LiveBand, "active" | "lines">;

function figuresOf(band: TabletBand, { groups }: TabletView, listed: Listed, now: Date): Figures {
  const phase = phaseOf(hoursOf(band), now);
  const expected = groups
    .flatMap(({ lines }) => lines)
    .filter((line) => line.standing !== "absent" && isOf(line, band));
  const here = expected.filter((line) => isPresent(line) || (phase === "over" && line.standing === "left"));
  // Those still awaited need their adults too: they come together.
  const kept = phase === "now" ? expected.filter(({ standing }) => standing !== "left") : expected;
  const heads = headsOf(kept, listed);
  const staff = staffIn(band, kept, groups);
  const needed = adultsFor(band, headsOf(here, listed));
  const neededForAll = adultsFor(band, heads);
  const perAdult = heads.unlisted > 0 ? band.rule.perUnlisted : band.rule.perAdult;
  return {
    ...{ band, phase, expected: expected.length, present: here.length },
    ...{ staff, needed, neededForAll, perAdult },
    under6: band.rule.under6 || heads.unlisted > 0,
    byAge: neededForAll < Math.ceil(kept.length / perAdult),
    ...stateOf({ phase, staff, needed, neededForAll }),
  };
}

const phases: BandPhase[] = ["now", "before", "over"];

/** The bands of today, the one to be marked first; `other` holds the lines outside of them. Null: no bands. */
export function liveBands(
  day: TabletDay,
  view: TabletView,
  now: Date,
): { bands: LiveBand[]; other: TabletLine[] } | null {
  const today = dayOf(now);
  const bands = (day.bands ?? []).filter((band) => band.day === today);
  if (bands.length === 0) return null;
  const listed = new Set(day.stays.filter(({ state }) => state !== "absent").map(({ id }) => id));
  const hours = bands.map((band) => ({ id: band.id, ...hoursOf(band) }));
  const open = hours.filter((each) => phaseOf(each, now) !== "over");
  // A child of two bands moves on with the day.
  const groupOf = (line: TabletLine): string => {
    const stay = { plannedStart: line.start, plannedEnd: line.end };
    const coming = bandOf(stay, open);
    return coming === otherHours ? bandOf(stay, hours) : coming;
  };
  const names = [...bands.map(({ id }) => id), otherHours].map((id) => ({ id, name: id }));
  const lists = groupLines(
    view.groups.flatMap(({ lines }) => lines),
    names,
    groupOf,
    now,
  );
  const listOf = (id: string): TabletLine[] => lists.find((list) => list.id === id)!.lines;
  const active = open[0]?.id ?? bands.at(-1)!.id;
  const live = bands
    .map((band) => ({
      ...figuresOf(band, view, listed, now),
      active: band.id === active,
      lines: listOf(band.id),
    }))
    .sort(
      (one, other) =>
        phases.indexOf(one.phase) - phases.indexOf(other.phase) || one.band.start - other.band.start,
    );
  return { bands: live, other: listOf(otherHours) };
}
