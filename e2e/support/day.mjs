/** When the journeys begin: a Tuesday of term, 9 h 30 in the town. */
export const startOfJourneys = "2026-11-24T09:30:00+01:00";
