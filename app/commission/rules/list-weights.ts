// An ordered list as points, so that one engine serves the three methods.

/** Keys of the engine stay below a million: see the schema of an instance. */
export const mostListPoints = 500_000;

/**
 * The points of each criterion of an ordered list, first to last: each is worth more than all that follow together,
 * seniority included. Powers of two, times one more than the most units of seniority.
 */
export function listWeights(criteria: number, mostUnits: number): number[] {
  return Array.from({ length: criteria }, (_, index) => (mostUnits + 1) * 2 ** (criteria - 1 - index));
}
