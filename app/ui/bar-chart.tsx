import { scaleLinear } from "d3-scale";
import { type ReactNode, useId } from "react";
import { Legend, Patterns, fillOf, seriesClass } from "./chart-series.tsx";
import styles from "./chart.module.css";

/** `value` null: nothing to draw; `text` then says why. */
export type Bar = { value: number | null; text: string };
export type BarGroup = {
  label: string;
  /** One a series; none at all when there is nothing to draw, and `text` says why. */
  bars: Bar[];
  /** Said once for the whole group: after a stacked bar, or instead of bars. */
  text?: string;
};

const width = 420;
const [labelHeight, barHeight, barGap, groupGap] = [22, 18, 4, 14];
/** Room at the end of a bar for a figure, or for a few words. */
const textWidth = { figure: 96, words: 132 };

const lengthOf = (bars: Bar[]): number => bars.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** Where each bar of a group stands: one below the other, or end to end. */
function placed(bars: Bar[], stacked: boolean): (Bar & { from: number; line: number })[] {
  return bars.map((bar, index) => ({
    ...bar,
    from: stacked ? lengthOf(bars.slice(0, index)) : 0,
    line: stacked ? 0 : index,
  }));
}

function Text({ x, line, children }: { x: number; line: number; children: ReactNode }): ReactNode {
  const y = labelHeight + line * (barHeight + barGap) + barHeight - 4;
  return (
    <text className={styles.text} x={x + 8} y={y}>
      {children}
    </text>
  );
}

/** Bars lying on their side, so that names can be long on a phone: side by side, or end to end when stacked. */
export function BarChart({
  title,
  series,
  groups,
  stacked = false,
  max,
}: {
  title: string;
  series: string[];
  groups: BarGroup[];
  stacked?: boolean;
  /** What the whole width stands for; the largest value when left out. */
  max?: number;
}): ReactNode {
  const id = useId().replaceAll(":", "");
  const lengths = groups.flatMap(({ bars }) =>
    stacked ? [lengthOf(bars)] : bars.map((bar) => lengthOf([bar])),
  );
  const room = width - (stacked ? textWidth.words : textWidth.figure);
  const x = scaleLinear([0, max ?? Math.max(1, ...lengths)], [0, room]);
  const heights = groups.map(
    ({ bars }) => labelHeight + (stacked ? 1 : Math.max(1, bars.length)) * (barHeight + barGap) + groupGap,
  );
  const top = (index: number): number => heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  return (
    <>
      {series.length > 1 && <Legend id={id} labels={series} />}
      <svg
        className={styles.chart}
        role="img"
        aria-labelledby={`${id}-title`}
        viewBox={`0 0 ${width} ${top(groups.length) - groupGap}`}
      >
        <title id={`${id}-title`}>{title}</title>
        <Patterns id={id} count={series.length} />
        {groups.map(({ label, bars, text }, group) => (
          <g key={label} transform={`translate(0 ${top(group)})`}>
            <text className={`${styles.text} ${styles.strong}`} y={labelHeight - 7}>
              {label}
            </text>
            {placed(bars, stacked).map((bar, index) => (
              <g key={series[index]} className={seriesClass[index]}>
                {bar.value !== null && bar.value > 0 && (
                  <rect
                    className={styles.bar}
                    x={x(bar.from) + 1}
                    y={labelHeight + bar.line * (barHeight + barGap)}
                    width={x(bar.value)}
                    height={barHeight}
                    fill={fillOf(id, index)}
                  >
                    <title>{`${label}, ${series[index]}, ${bar.text}`}</title>
                  </rect>
                )}
                {!stacked && (
                  <Text x={x(bar.value ?? 0)} line={bar.line}>
                    {bar.text}
                  </Text>
                )}
              </g>
            ))}
            {text && (
              <Text x={x(lengthOf(bars))} line={0}>
                {text}
              </Text>
            )}
          </g>
        ))}
      </svg>
    </>
  );
}
