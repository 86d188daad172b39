// What a tablet keeps of a day, and what it shows of it with the marks that wait to be sent. No library: browsers load
// this file. Names and hours, and nothing else of the children.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import { applyMark } from "./apply-mark.ts";
import type { TabletBand } from "./tablet-bands.ts";
import type { Operation } from "./operation.ts";
import {
  type AbsenceCode,
  type Mark,
  type PresenceFacts,
  type PresenceState,
  type Standing,
  isUnplanned,
  lateBy,
  marksAt,
  standingAt,
} from "./presence.ts";

/** Instants are milliseconds: the day crosses the network and sleeps in the browser as JSON. */
export type TabletStay = {
  id: string;
  sectionId: string;
  firstName: string;
  lastName: string;
  day: CalendarDay;
  start: number;
  end: number;
  state: PresenceState;
  arrivedAt: number | null;
  leftAt: number | null;
  absenceCode: AbsenceCode | null;
  /** How much of its history the server knew. */
  seen: number;
  notes: { code: string; at: number }[];
};

export type TabletConflict = {
  /** The operation kept aside. */
  id: string;
  child: string;
  day: CalendarDay;
  mark: Exclude<Mark, "correct">;
  code: AbsenceCode | null;
  at: number;
  /** The device that said it; null when it was somebody signed in. */
  who: string | null;
  error: string | null;
  stands: {
    state: PresenceState;
    arrivedAt: number | null;
    leftAt: number | null;
    absenceCode: AbsenceCode | null;
    who: string | null;
  };
};

export type TabletChild = { contractId: string; sectionId: string; firstName: string; lastName: string };

export type TabletDay = {
  place: { id: string; name: string };
  /** Whose marks these are: "device:…" or "account:…". */
  by: string;
  /** When the server said so. */
  at: number;
  today: CalendarDay;
  closesAt: number | null;
  sections: { id: string; name: string; staff: { count: number; at: number } | null }[];
  stays: TabletStay[];
  children: TabletChild[];
  conflicts: TabletConflict[];
  /** The time bands of a site of after-school care; none in what a device kept from before there were any. */
  bands?: TabletBand[];
};

export type TabletLine = {
  id: string;
  sectionId: string;
  name: string;
  start: Date;
  end: Date;
  arrivedAt: Date | null;
  leftAt: Date | null;
  standing: Standing;
  absenceCode: AbsenceCode | null;
  unplanned: boolean;
  /** Minutes beyond the planned end. */
  late: number;
  night: boolean;
  marks: Exclude<Mark, "correct">[];
  notes: string[];
  /** Something of it waits to be sent. */
  waiting: boolean;
  seen: number;
};

export type TabletGroup = {
  id: string;
  name: string;
  staff: number | null;
  /** When the adults were counted. */
  countedAt: number | null;
  present: number;
  lines: TabletLine[];
};
export type TabletView = { groups: TabletGroup[]; present: number; afterClosing: TabletLine[] };

type Held = TabletStay & { waiting: boolean };

const facts = (stay: TabletStay): PresenceFacts => ({
  plannedStart: new Date(stay.start),
  plannedEnd: new Date(stay.end),
  state: stay.state,
  arrivedAt: stay.arrivedAt === null ? null : new Date(stay.arrivedAt),
  leftAt: stay.leftAt === null ? null : new Date(stay.leftAt),
});

function withMark(stay: Held, operation: Extract<Operation, { kind: "mark" }>): Held {
  const marked = applyMark(facts(stay), operation.mark, new Date(operation.at), operation.code);
  if (!marked.ok) return { ...stay, waiting: true };
  const { state, arrivedAt, leftAt, absenceCode } = marked.change;
  return {
    ...stay,
    state,
    arrivedAt: arrivedAt?.getTime() ?? null,
    leftAt: leftAt?.getTime() ?? null,
    absenceCode,
    waiting: true,
  };
}

function arrival(day: TabletDay, operation: Extract<Operation, { kind: "unplanned" }>): Held | null {
  const { id, sectionId, child, at } = operation;
  const known =
    "contractId" in child ? day.children.find(({ contractId }) => contractId === child.contractId) : child;
  if (!known) return null;
  const minute = Math.floor(at / 60_000) * 60_000;
  const names = { firstName: known.firstName, lastName: known.lastName };
  const hours = { day: dayOf(new Date(at)), start: minute, end: minute, arrivedAt: minute, leftAt: null };
  return {
    id,
    sectionId,
    ...names,
    ...hours,
    state: "arrived",
    absenceCode: null,
    seen: 0,
    notes: [],
    waiting: true,
  };
}

/** The day with the operations that wait: the same rules as the server's. */
export function withWaiting(
  day: TabletDay,
  waiting: Operation[],
): { stays: Held[]; staff: Map<string, { count: number; at: number }> } {
  const stays = new Map<string, Held>(day.stays.map((stay) => [stay.id, { ...stay, waiting: false }]));
  const staff = new Map(
    day.sections.flatMap(({ id, staff: known }) => (known ? [[id, known] as const] : [])),
  );
  for (const operation of waiting) {
    if (operation.kind === "staffCount")
      staff.set(operation.sectionId, { count: operation.staff, at: operation.at });
    else if (operation.kind === "unplanned") {
      const came = arrival(day, operation);
      if (came) stays.set(came.id, came);
    } else {
      const stay = stays.get(operation.presenceId);
      if (!stay) continue;
      if (operation.kind === "mark") stays.set(stay.id, withMark(stay, operation));
      else {
        const notes = [...stay.notes, { code: operation.code, at: operation.at }];
        stays.set(stay.id, { ...stay, notes, waiting: true });
      }
    }
  }
  return { stays: [...stays.values()], staff };
}

/** Whether a stay is on the list of a day: it begins then, or its night is not over when the day opens. */
function isListed(stay: TabletStay, today: CalendarDay, midnight: number): boolean {
  if (stay.start === stay.end && stay.state === "absent") return false;
  if (stay.day === today) return true;
  return stay.day < today && (stay.end > midnight || stay.state === "arrived");
}

const hourMs = 3_600_000;
/** What is to be done comes first: those expected about now, then those present, then the others. */
function order(line: TabletLine, now: Date): number {
  switch (line.standing) {
    case "notLeft":
    case "late":
      return 0;
    case "toCome":
      return line.start.getTime() - now.getTime() <= hourMs ? 0 : 2;
    case "present":
      return 1;
    case "unknown":
      return 3;
    case "left":
      return 4;
    case "absent":
      return 5;
  }
}

function lineOf(stay: Held, now: Date, midnight: number): TabletLine {
  const known = facts(stay);
  return {
    id: stay.id,
    sectionId: stay.sectionId,
    name: `${stay.firstName} ${stay.lastName}`,
    start: known.plannedStart,
    end: known.plannedEnd,
    arrivedAt: known.arrivedAt,
    leftAt: known.leftAt,
    standing: standingAt(known, now),
    absenceCode: stay.absenceCode,
    unplanned: isUnplanned(known),
    late: lateBy(known, now),
    night: stay.start < midnight || stay.end > midnight + 24 * hourMs,
    marks: marksAt(known, now) as TabletLine["marks"],
    notes: [...new Set(stay.notes.map(({ code }) => code))],
    waiting: stay.waiting,
    seen: stay.seen,
  };
}

/** Lines in groups, each in the order of what is to be done. Groups are sections; a site groups by band. */
export function groupLines(
  lines: TabletLine[],
  groups: { id: string; name: string }[],
  groupOf: (line: TabletLine) => string,
  now: Date,
): { id: string; name: string; lines: TabletLine[] }[] {
  return groups.map(({ id, name }) => ({
    id,
    name,
    lines: lines
      .filter((line) => groupOf(line) === id)
      .sort(
        (one, other) =>
          order(one, now) - order(other, now) ||
          one.start.getTime() - other.start.getTime() ||
          one.name.localeCompare(other.name, "fr"),
      ),
  }));
}

export const isPresent = ({ standing }: TabletLine): boolean =>
  standing === "present" || standing === "notLeft";

/** What the tablet shows at a moment. */
export function tabletView(day: TabletDay, waiting: Operation[], now: Date): TabletView {
  const today = dayOf(now);
  const midnight = instantAt(today, 0).getTime();
  const { stays, staff } = withWaiting(day, waiting);
  const lines = stays
    .filter((stay) => isListed(stay, today, midnight))
    .map((stay) => lineOf(stay, now, midnight));
  const groups = groupLines(lines, day.sections, ({ sectionId }) => sectionId, now).map((group) => ({
    ...group,
    staff: staff.get(group.id)?.count ?? null,
    countedAt: staff.get(group.id)?.at ?? null,
    present: group.lines.filter(isPresent).length,
  }));
  const closed = day.closesAt !== null && day.today === today && now.getTime() > day.closesAt;
  const afterClosing = closed ? lines.filter(isPresent) : [];
  return { groups, present: lines.filter(isPresent).length, afterClosing };
}

/** The days that a tablet keeps: it goes on after midnight without a network. */
export const daysKept = (today: CalendarDay): [CalendarDay, CalendarDay] => [today, addDays(today, 1)];
