import type { DemandFact, OccupancyFact } from "#app/observatory/rules/facts.ts";

/** A kind of facility with 100 children, 10 facilities and round figures: a test states what matters to it. */
export function anOccupancyFact(fact: Partial<OccupancyFact> = {}): OccupancyFact {
  return {
    facilityKind: "multiAccueil",
    facilities: 10,
    children: 100,
    capacityMinutes: 60_000,
    bookedMinutes: 45_000,
    presentMinutes: 42_000,
    unknownMinutes: 900,
    realisedMinutes: 42_000,
    billedMinutes: 44_100,
    ordinaryBooked: 40_000,
    atypicalBooked: 5_000,
    ordinaryPresent: 38_000,
    atypicalPresent: 4_000,
    ...fact,
  };
}

export function aDemandFact(fact: Partial<DemandFact> = {}): DemandFact {
  return {
    careKind: "nursery",
    received: 50,
    served: 30,
    waiting: 400,
    unserved: 60,
    ordinaryMinutes: 600_000,
    atypicalMinutes: 60_000,
    ...fact,
  };
}
