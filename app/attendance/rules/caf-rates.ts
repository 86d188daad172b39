// The rates of the Caf (regulation 1.4). Each keeps what it was made of, and the minutes that nobody marked.

export type Rate = {
  numerator: number;
  denominator: number;
  /** Minutes that would have changed the numerator, had they been marked. */
  unknown: number;
  /** In hundredths of a percent, half up: 7603 is 76.03 %; null over nothing. */
  percent: number | null;
};

/** Whole numbers all along: 41,800 ÷ 60,500 is 69.09 %, and a half is never lost to binary fractions. */
export function rateOf(numerator: number, denominator: number, unknown = 0): Rate {
  const percent =
    denominator > 0
      ? Number((20_000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)))
      : null;
  return { numerator, denominator, unknown, percent };
}

export type CafMinutes = {
  capacity: number;
  /** "Heures réservées". */
  booked: number;
  /** "Heures réalisées". */
  realised: number;
  /** "Heures facturées". */
  billed: number;
  unknown: number;
};

export const cafRateNames = ["financial", "real", "attendance", "billing"] as const;
export type CafRateName = (typeof cafRateNames)[number];
export type CafRates = Record<CafRateName, Rate>;

export function cafRates({ capacity, booked, realised, billed, unknown }: CafMinutes): CafRates {
  return {
    /** Taux d'occupation financier. What is not marked is billed as planned: nothing unknown. */
    financial: rateOf(billed, capacity),
    /** Taux d'occupation réel. */
    real: rateOf(realised, capacity, unknown),
    /** Taux de fréquentation. */
    attendance: rateOf(realised, booked, unknown),
    /** Taux de facturation: here it is the denominator that lacks the unknown minutes. */
    billing: rateOf(billed, realised, unknown),
  };
}
