import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import type { ReactNode } from "react";
import styles from "./chart.module.css";

/** Up to four series: each has a colour, a pattern, a dash and a mark of its own, so that colour is never alone. */
export const seriesClass = [styles.series0, styles.series1, styles.series2, styles.series3];
export const seriesDash = [undefined, "7 4", "2 4", "10 3 2 3"];
const symbols: SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

const hatches: ReactNode[] = [
  <rect key="solid" width="8" height="8" fill="currentColor" />,
  <path key="stripes" d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="currentColor" strokeWidth="2" />,
  <path key="dots" d="M2 2h2v2H2zM6 6h2v2H6z" fill="currentColor" />,
  <path key="lines" d="M0 2h8M0 6h8" stroke="currentColor" strokeWidth="1.5" />,
];

/** The patterns of a picture; their names start with `id`, which must be its own in the page. */
export function Patterns({ id, count }: { id: string; count: number }): ReactNode {
  return (
    <defs>
      {hatches.slice(0, count).map((hatch, index) => (
        <pattern
          key={index}
          id={`${id}-${index}`}
          className={seriesClass[index]}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          {hatch}
        </pattern>
      ))}
    </defs>
  );
}

export const fillOf = (id: string, index: number): string => `url(#${id}-${index})`;

export function Mark({
  index,
  x,
  y,
  title,
}: {
  index: number;
  x: number;
  y: number;
  title?: string;
}): ReactNode {
  return (
    <path
      className={`${styles.mark} ${seriesClass[index]}`}
      d={symbol(symbols[index], 70)() ?? ""}
      transform={`translate(${x} ${y})`}
    >
      {title && <title>{title}</title>}
    </path>
  );
}

/** Which pattern or line is what. */
export function Legend({
  id,
  labels,
  lines = false,
}: {
  id: string;
  labels: string[];
  lines?: boolean;
}): ReactNode {
  return (
    <ul className={styles.legend}>
      {labels.map((label, index) => (
        <li key={label}>
          <svg aria-hidden="true" width="32" height="16" viewBox="0 0 32 16" className={seriesClass[index]}>
            {lines ? (
              <>
                <path className={styles.line} strokeDasharray={seriesDash[index]} d="M0 8H32" />
                <Mark index={index} x={16} y={8} />
              </>
            ) : (
              <rect className={styles.bar} x="1" y="1" width="30" height="14" fill={fillOf(id, index)} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
