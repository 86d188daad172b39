import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { type ReactNode, useId } from "react";
import { Legend, Mark, seriesClass, seriesDash } from "./chart-series.tsx";
import styles from "./chart.module.css";

export type LineSeries = {
  label: string;
  /** One a step; null leaves a gap. */
  values: (number | null)[];
};

const [width, height] = [420, 230];
const margin = { top: 14, right: 22, bottom: 30, left: 56 };

/** How figures move from step to step. */
export function LineChart({
  title,
  steps,
  series,
  format,
  max,
}: {
  title: string;
  /** Names of the steps, in order. */
  steps: string[];
  series: LineSeries[];
  format: (value: number) => string;
  /** Top of the picture; the largest value when left out. */
  max?: number;
}): ReactNode {
  const id = useId().replaceAll(":", "");
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const x = scalePoint(steps, [margin.left, width - margin.right]);
  const y = scaleLinear([0, max ?? Math.max(1, ...known)], [height - margin.bottom, margin.top]);
  if (max === undefined) y.nice(4);
  // Names of steps need room: every second one beyond six.
  const every = Math.ceil(steps.length / 6);
  return (
    <>
      <Legend id={id} labels={series.map(({ label }) => label)} lines />
      <svg
        className={styles.chart}
        role="img"
        aria-labelledby={`${id}-title`}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title id={`${id}-title`}>{title}</title>
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <path className={tick === 0 ? styles.axis : styles.grid} d={`M${margin.left} 0H${width}`} />
            <text className={`${styles.text} ${styles.soft}`} x={margin.left - 8} y={5} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {steps.map((step, index) =>
          (steps.length - 1 - index) % every === 0 ? (
            <text
              key={step}
              className={`${styles.text} ${styles.soft}`}
              x={x(step)}
              y={height - 8}
              textAnchor="middle"
            >
              {step}
            </text>
          ) : null,
        )}
        {series.map(({ label, values }, index) => {
          const points = values.map((value, step) => ({
            value,
            at: x(steps[step]!) ?? 0,
            step: steps[step]!,
          }));
          const path = line<(typeof points)[number]>(
            ({ at }) => at,
            ({ value }) => y(value ?? 0),
          ).defined(({ value }) => value !== null);
          return (
            <g key={label} className={seriesClass[index]}>
              <path className={styles.line} strokeDasharray={seriesDash[index]} d={path(points) ?? ""} />
              {points.map(({ value, at, step }) =>
                value === null ? null : (
                  <Mark
                    key={step}
                    index={index}
                    x={at}
                    y={y(value)}
                    title={`${label}, ${step}, ${format(value)}`}
                  />
                ),
              )}
            </g>
          );
        })}
      </svg>
    </>
  );
}
