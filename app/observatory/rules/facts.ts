// What the observatory knows: minutes and counts of a month for the whole town. The schemas are strict: a fact that
// carries anything else (a name, an id, an address) is refused at the door.
import { z } from "#app/zod.ts";

/** "2026-11" */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const amount = z.number().int().min(0);
/** A word of the code ("multiAccueil"), never something typed by a person. */
const kind = z.string().regex(/^[a-zA-Z]{3,30}$/);

/** Hours of one kind of facility. */
export const occupancyFact = z.strictObject({
  facilityKind: kind,
  facilities: amount,
  /** Different children, added up over the facilities. */
  children: amount,
  capacityMinutes: amount,
  bookedMinutes: amount,
  presentMinutes: amount,
  /** Booked, and not marked: forgotten, or still to come in a month under way. */
  unknownMinutes: amount,
  /** "Heures réalisées" and "facturées", as the Caf counts them. */
  realisedMinutes: amount,
  billedMinutes: amount,
  /** Ordinary and atypical add up to the whole; both 0 when the split may not be told (too few children). */
  ordinaryBooked: amount,
  atypicalBooked: amount,
  ordinaryPresent: amount,
  atypicalPresent: amount,
});
export type OccupancyFact = z.output<typeof occupancyFact>;

/** Requests for one kind of care. */
export const demandFact = z.strictObject({
  careKind: kind,
  /** Sent during the month. */
  received: amount,
  /** Given a place, accepted by the family, during the month. */
  served: amount,
  /** Open at the end of the month, for a day still to come. */
  waiting: amount,
  /** Open at the end of the month, for a day already past. */
  unserved: amount,
  /** Weekly minutes asked for by the open requests; both 0 when the split may not be told. */
  ordinaryMinutes: amount,
  atypicalMinutes: amount,
});
export type DemandFact = z.output<typeof demandFact>;

export const monthFacts = z.strictObject({
  month,
  occupancy: z.array(occupancyFact),
  demand: z.array(demandFact),
});
export type MonthFacts = z.output<typeof monthFacts>;
