import type { Visit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type OccasionalStanding, stayStandingAt } from "../rules/occasional.ts";
import { requireAsk } from "./answer-occasional.server.ts";

export type OccasionalAskView = {
  childName: string;
  facilityName: string;
  day: CalendarDay;
  start: Date;
  end: Date;
  standing: OccasionalStanding;
  answerBy: Date | null;
};

/** What the link of a letter shows: the hours that have become free, and nothing else of the family. */
export async function readOccasionalAsk(visit: Visit, token: string): Promise<OccasionalAskView> {
  const stay = await requireAsk(visit.db, visit, { token });
  const { firstName: childName, facilityName, day, start, end, answerBy } = stay;
  return { childName, facilityName, day, start, end, answerBy, standing: stayStandingAt(stay, visit.now) };
}
