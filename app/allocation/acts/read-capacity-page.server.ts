import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { scopeOf, within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { readCapacity } from "#app/attendance/acts/read-capacity.server.ts";
import { readTownCalendar } from "#app/attendance/acts/read-town-calendar.server.ts";
import { type CalendarDay, addDays, mondayOf } from "#app/calendar/rules/day.ts";
import {
  type CapacityPicture,
  type CellChange,
  type Run,
  capacityPicture,
  changesBetween,
} from "#app/facilities/rules/capacity-picture.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { WeekLimits } from "#app/facilities/rules/limits.ts";
import { type WeekVerdict, tryWeek } from "#app/facilities/rules/try-week.ts";
import { careRequestStatuses, mayTransition } from "#app/requests/rules/lifecycle.ts";
import { type CapacityPeriod, capacityPeriod } from "../rules/capacity-period.ts";
import { usualEnd } from "../rules/usual-end.ts";
import { type WhatIfAsked, type WhatIfReply, readWhatIf } from "../rules/what-if.ts";
import { findOwner, listWishing } from "../store/capacity.server.ts";

export type WhatIfAnswer = WhatIfAsked & {
  /** The last day looked at. */
  until: CalendarDay;
  verdict: WeekVerdict;
  changes: { id: string; runs: Run<CellChange>[] }[];
};

export type CapacityPage = {
  facility: { id: string; name: string; kind: FacilityKind };
  sections: { id: string; name: string }[];
  period: CapacityPeriod;
  picture: CapacityPicture;
  weeks: WeekLimits[];
  /** What counts beyond the licence, or not. */
  overCapacity: boolean;
  articles: { overCapacity: string; ratio: string };
  /** No staff plan on record on some day of the period. */
  staffUnknown: boolean;
  /** Requests of the list that wish for this facility; null for who may not read them. */
  requests: { id: string; reference: string; childFirstName: string }[] | null;
  typed: Omit<WhatIfReply, "asked"> | null;
  answer: WhatIfAnswer | null;
  mayManage: boolean;
};

const requestsShown = 150;
const onTheList = careRequestStatuses.filter((status) => mayTransition("offer", status, "desk"));

/** Looks no further than families are offered places. */
async function answerTo({ db }: SignedVisit, facilityId: string, asked: WhatIfAsked): Promise<WhatIfAnswer> {
  const { startOn, pattern, sectionId } = asked;
  const until = usualEnd(startOn);
  const { limits, withHeld } = await readCapacity(db, { facilityId, from: startOn, to: until });
  const holding = { pattern, startOn, endOn: until };
  const period = { from: startOn, to: until };
  return {
    ...asked,
    until,
    verdict: tryWeek(limits, { ...holding, sectionId, policy: "overCapacity" }),
    changes: changesBetween(
      capacityPicture(limits, period),
      capacityPicture(withHeld(sectionId, holding), period),
    ),
  };
}

/** The places left in a facility over a period, what limits them, and what one more child would change. */
export async function readCapacityPage(
  visit: SignedVisit,
  facilityId: string | undefined,
  search: URLSearchParams,
): Promise<CapacityPage> {
  const { db, today, scope, actor } = visit;
  const owner = facilityId ? await findOwner(db, facilityId) : null;
  const subject = owner && { facilityId: owner.id, organisationId: owner.organisationId };
  if (!owner || !subject || !within(scope, subject)) throw notFound();
  const { schoolPeriods } = await readTownCalendar(db, today);
  const period = capacityPeriod(search, today, schoolPeriods);
  const { facility, limits } = await readCapacity(db, { facilityId: owner.id, ...period });
  const { mondays } = period;
  const counts = (day: CalendarDay): boolean => !mondays || mondays.includes(mondayOf(day));
  const picture = capacityPicture(limits, period, counts);

  const mayRead = scopeOf(actor, "careRequest:read");
  const requests = mayRead ? await listWishing(db, owner.id, onTheList, mayRead, requestsShown) : null;
  const reply = readWhatIf(search, { sections: facility.sections, requests: requests ?? [], today });
  const asked = reply?.asked ?? null;
  if (asked?.requestId) await logFileRead(visit, "careRequest", asked.requestId);
  const managed = scopeOf(actor, "facility:manage");
  const { overCapacity, staffRatio } = limits.parameters;
  const { kind } = facility;
  return {
    facility: { id: facility.id, name: facility.name, kind },
    sections: facility.sections.map(({ id, name }) => ({ id, name })),
    period,
    picture,
    weeks: limits.weeks.filter(
      ({ monday, licensedMinutes }) =>
        counts(monday) && licensedMinutes > 0 && addDays(monday, 6) >= period.from,
    ),
    overCapacity: limits.settings.overCapacity && kind !== "afterSchool",
    articles: {
      overCapacity: overCapacity.article,
      ratio: kind === "afterSchool" ? staffRatio.afterSchool.article : staffRatio.nursery.article,
    },
    staffUnknown: picture.staff.flat().some((cell) => cell !== null && cell.planned === null),
    requests:
      requests?.map(({ id, reference, child }) => ({ id, reference, childFirstName: child.firstName })) ??
      null,
    typed: reply && { values: reply.values, errors: reply.errors },
    answer: asked && (await answerTo(visit, owner.id, asked)),
    mayManage: managed !== null && within(managed, subject),
  };
}
