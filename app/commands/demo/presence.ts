// A term of presence: who came, who was ill, who left early, what nobody marked; then the stays to come.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { AbsenceCode, PresenceState } from "#app/attendance/rules/presence.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { type WeekSlot, type WeeklyPattern, slotsOn } from "#app/calendar/rules/weekly-pattern.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import { accountId } from "./accounts.ts";
import { sites } from "./after-school.ts";
import type { Build } from "./build.ts";
import { childminders } from "./childminders.ts";
import { longHoursNursery } from "./nurseries.ts";
import { type Random, random } from "./random.ts";
import { type Rows, idOf } from "./rows.ts";

type Marks = Pick<
  Prisma.PresenceCreateManyInput,
  "arrivedAt" | "leftAt" | "absenceCode" | "markedBy" | "markedAt"
> & { state: PresenceState };

/** One more for each touch: a child arrived, then left. */
const versions: Record<PresenceState, number> = { planned: 1, absent: 2, arrived: 2, left: 3 };

const minute = 60_000;
const unmarked: Marks = {
  state: "planned",
  arrivedAt: null,
  leftAt: null,
  absenceCode: null,
  markedBy: null,
  markedAt: null,
};
/** Nobody marks presence at a childminder's: parents and she settle it between them. */
const unmarkedIds: ReadonlySet<string> = new Set(childminders.map(({ id }) => id));
const afterSchoolIds: ReadonlySet<string> = new Set(sites.map(({ id }) => id));

/** Days of absence in a row, drawn on the first of them. */
type Illness = { code: AbsenceCode; daysLeft: number };

function fallIll(rng: Random): Illness | null {
  const draw = rng.next();
  if (draw < 0.018) return { code: "sick", daysLeft: rng.between(1, 4) };
  if (draw < 0.028) return { code: "family", daysLeft: rng.between(1, 3) };
  return draw < 0.034 ? { code: "other", daysLeft: 1 } : null;
}

function nextAbsence(absence: Illness | null, rng: Random): Illness | null {
  if (absence && absence.daysLeft > 1) return { ...absence, daysLeft: absence.daysLeft - 1 };
  return fallIll(rng);
}

function came(start: Date, end: Date, rng: Random): { arrivedAt: Date; leftAt: Date } {
  const length = (end.getTime() - start.getTime()) / minute;
  const early = length > 150 && rng.chance(0.04) ? rng.between(45, Math.min(180, length - 60)) : 0;
  const late = rng.between(-6, 14);
  const leaves = early > 0 ? -early : rng.between(-18, 7);
  return {
    arrivedAt: new Date(start.getTime() + late * minute),
    leftAt: new Date(end.getTime() + leaves * minute),
  };
}

function marksOf(start: Date, end: Date, absence: Illness | null, facilityId: string, rng: Random): Marks {
  if (rng.chance(0.01)) return unmarked;
  const markedBy = facilityId === longHoursNursery ? accountId("pointage") : null;
  if (absence) {
    const markedAt = new Date(start.getTime() + 45 * minute);
    return { state: "absent", arrivedAt: null, leftAt: null, absenceCode: absence.code, markedBy, markedAt };
  }
  const { arrivedAt, leftAt } = came(start, end, rng);
  return { state: "left", arrivedAt, leftAt, absenceCode: null, markedBy, markedAt: leftAt };
}

type Closed = (facilityId: string, day: CalendarDay) => boolean;

function closedDays({ closure }: Rows): Closed {
  const closures = new Map<string, Rows["closure"]>();
  for (const each of closure) closures.set(each.facilityId, [...(closures.get(each.facilityId) ?? []), each]);
  return (facilityId, day) =>
    (closures.get(facilityId) ?? []).some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
}

function addStays(build: Build, contract: Rows["contract"][number], isClosed: Closed, midnight: Date): void {
  const { rows, agenda, seed } = build;
  const { id: contractId, facilityId, startOn, pattern } = contract;
  const rng = random(seed, "presence", contractId!);
  const afterSchool = afterSchoolIds.has(facilityId);
  let absence: Illness | null = null;
  for (const { day, publicHoliday, schoolHoliday } of agenda.days) {
    const closed = publicHoliday || (afterSchool && schoolHoliday) || isClosed(facilityId, day);
    const slots: WeekSlot[] = closed || day < startOn ? [] : slotsOn(pattern as WeeklyPattern, day);
    if (slots.length > 0) absence = nextAbsence(absence, rng);
    for (const { start, end } of slots) {
      const [plannedStart, plannedEnd] = [instantAt(day, start), instantAt(day, end)];
      // What ends on the reference day or later is still to be marked.
      const past = plannedEnd <= midnight && !unmarkedIds.has(facilityId);
      const marks = past ? marksOf(plannedStart, plannedEnd, absence, facilityId, rng) : unmarked;
      const version = versions[marks.state];
      const id = idOf("presence", rows.presence.length + 1);
      const planned = { plannedStart, plannedEnd, origin: "contract" };
      rows.presence.push({ id, contractId: contractId!, day, ...planned, ...marks, version });
    }
  }
}

export function addPresences(build: Build): void {
  const { rows, today } = build;
  const isClosed = closedDays(rows);
  const midnight = instantAt(today, 0);
  for (const contract of rows.contract) addStays(build, contract, isClosed, midnight);
}
