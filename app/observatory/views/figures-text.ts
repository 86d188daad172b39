// How the dashboard writes its figures; null is a masked row or a figure that cannot be known.
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";

export type FiguresText = {
  count: (value: number) => string;
  hours: (value: number | null) => string;
  /** A rate without anything to divide by is unknown. */
  rate: (value: number | null) => string;
  /** The figure of a row that may be masked. */
  of: <T>(figures: T | null, write: (figures: T) => string) => string;
};

export function useFiguresText(): FiguresText {
  const { t, language } = useWords();
  const count = (value: number): string => formatNumber(value, language);
  return {
    count,
    hours: (value) =>
      value === null ? t("observatory:masked") : t("observatory:hours", { count: count(value) }),
    rate: (value) => (value === null ? t("observatory:notKnown") : formatPercent(value, language)),
    of: (figures, write) => (figures === null ? t("observatory:masked") : write(figures)),
  };
}
