import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { z } from "#app/zod.ts";
import { usualEnd } from "./usual-end.ts";

/** The whole week asked, what of it falls within the facility's opening hours, or none: booked as they are needed. */
export const offeredHours = ["asked", "opening", "occasional"] as const;
export type OfferedHours = (typeof offeredHours)[number];

export type PlaceChoice = {
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  hours: OfferedHours;
  sectionId: string | null;
};

const day = z.string().trim().pipe(calendarDay);
const hours = z.enum(offeredHours).catch("asked");

/** What the agent looks for, from the address: anything unreadable falls back to what is usual. */
export function readPlaceChoice(search: URLSearchParams, usualStart: CalendarDay): PlaceChoice {
  const startOn = day.catch(usualStart).parse(search.get("debut"));
  const end = search.get("fin");
  return {
    startOn,
    // Empty is a choice: without end. Absent is not chosen yet.
    endOn: end === "" ? null : day.catch(usualEnd(startOn)).parse(end),
    hours: hours.parse(search.get("heures")),
    sectionId: search.get("section") || null,
  };
}

/** The choice as an address leads back to it. */
export function placeSearch({ startOn, endOn, hours, sectionId }: PlaceChoice): string {
  const search = new URLSearchParams({ debut: startOn, fin: endOn ?? "", heures: hours });
  if (sectionId) search.set("section", sectionId);
  return `?${search.toString()}`;
}

const version = z.coerce.number().int().positive();

/** The place confirmed by the agent. */
export const offerForm = z.object({
  version,
  section: z.string(),
  debut: day,
  fin: day.optional(),
  heures: z.enum(offeredHours),
  /** The agreement that ends when the family accepts. */
  transfert: z.union([z.string(), z.array(z.string()).transform(([first]) => first)]).optional(),
});

/** One of the three buttons of a family. */
export const answerForm = z.object({
  intention: z.literal("answer"),
  reponse: z.enum(["accept", "decline", "withdraw"]),
  version,
  /** Which offer, where the address does not say it. */
  offre: z.string().default(""),
});
