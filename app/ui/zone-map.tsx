import type { ReactNode } from "react";
import { DataTable } from "./table.tsx";
import { type Step, stepOf, stepsOf } from "./value-steps.ts";
import styles from "./zone-map.module.css";
import { type Place, type Shapes, shapesOf } from "./zone-shapes.ts";

export type MapZone = Place & {
  code: string;
  name: string;
  quarterName: string;
  /** Null is unknown: it is drawn as such, never as zero. */
  value: number | null;
  /** The value in words, as the table says it. */
  label: string;
};

/** Each quarter has a number, the same in the picture and in its table. */
export function numberQuarters(zones: MapZone[]): Map<string, number> {
  const names = [...new Set(zones.map(({ quarterName }) => quarterName))];
  return new Map(names.sort((a, b) => a.localeCompare(b, "fr")).map((name, index) => [name, index + 1]));
}

const patterns: [step: number, picture: ReactNode][] = [
  [2, <circle key="2" cx="4" cy="4" r="1.4" />],
  [3, <path key="3" d="M-3 3 3-3M0 12 12 0M9 15 15 9" />],
  [4, <path key="4" d="M0 6H12M6 0V12" />],
  [5, <path key="5" d="M0 12 12 0M0 0 12 12" />],
];

function Hatches({ id }: { id: string }): ReactNode {
  return (
    <defs>
      {patterns.map(([step, picture]) => (
        <pattern
          key={step}
          id={`${id}-${step}`}
          className={`${styles.hatch} ${styles[`hatch${step}`]}`}
          width="12"
          height="12"
          patternUnits="userSpaceOnUse"
        >
          {picture}
        </pattern>
      ))}
    </defs>
  );
}

/** Shade and pattern grow together: neither is alone. */
function Shade({ id, step, path }: { id: string; step: number | null; path: string }): ReactNode {
  return (
    <>
      <path className={`${styles.zone} ${step === null ? styles.unknown : styles[`step${step}`]}`} d={path} />
      {step !== null && step > 1 && <path className={styles.over} d={path} fill={`url(#${id}-${step})`} />}
    </>
  );
}

/** Where the number of each quarter stands: in every tile, or once amid the contours. */
function marksOf(
  zones: MapZone[],
  { kind, shapes }: Shapes,
): { key: string; x: number; y: number; quarter: string; zone: MapZone }[] {
  const all = zones.map((zone, index) => ({
    key: zone.code,
    ...shapes[index]!,
    quarter: zone.quarterName,
    zone,
  }));
  if (kind === "tiles") return all;
  return [...numberQuarters(zones).keys()].map((quarter) => {
    const own = all.filter((mark) => mark.quarter === quarter);
    const middle = (of: (mark: (typeof own)[number]) => number): number =>
      own.reduce((sum, mark) => sum + of(mark), 0) / own.length;
    const [x, y] = [middle((mark) => mark.x), middle((mark) => mark.y)];
    // Within the zone nearest to the middle, so that a number never falls outside its quarter.
    const nearest = own.sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0]!;
    return { ...nearest, key: quarter };
  });
}

type LegendWords = { title: string; unknown: string; range: (from: number, to: number) => string };

function Legend({
  id,
  steps,
  unknown,
  words,
}: {
  id: string;
  steps: Step[];
  unknown: boolean;
  words: LegendWords;
}): ReactNode {
  const entries: [number | null, string][] = steps.map(({ step, from, to }) => [step, words.range(from, to)]);
  if (unknown) entries.push([null, words.unknown]);
  return (
    <div className={styles.legend}>
      <p id={`${id}-legend`}>{words.title}</p>
      <ul aria-labelledby={`${id}-legend`}>
        {entries.map(([step, text]) => (
          <li key={text}>
            <svg aria-hidden="true" width="32" height="24" viewBox="0 0 32 24">
              <Shade id={id} step={step} path="M1 1H31V23H1Z" />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Zones by the size of a value, drawn on the server: contours where every zone has one, else hexagons that keep
 * neighbours together. Put a `QuarterTable` beside it: the picture says nothing to who does not see it.
 */
export function ZoneMap({
  id,
  name,
  zones,
  legend,
}: {
  /** Its own in the page. */
  id: string;
  /** What the picture shows, in one sentence. */
  name: string;
  zones: MapZone[];
  legend: LegendWords;
}): ReactNode {
  if (zones.length === 0) return null;
  const drawn = shapesOf(zones);
  const steps = stepsOf(zones.map(({ value }) => value));
  const numbers = numberQuarters(zones);
  return (
    <>
      <svg
        className={styles.map}
        role="img"
        aria-labelledby={`${id}-name`}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      >
        <title id={`${id}-name`}>{name}</title>
        <Hatches id={id} />
        {zones.map((zone, index) => (
          <g key={zone.code}>
            <title>{`${zone.name} (${zone.quarterName}) : ${zone.label}`}</title>
            <Shade id={id} step={stepOf(zone.value, steps)} path={drawn.shapes[index]!.path} />
          </g>
        ))}
        {marksOf(zones, drawn).map(({ key, x, y, quarter, zone }) => (
          <text key={key} className={markClass(stepOf(zone.value, steps))} x={x} y={y} dy="0.36em">
            {numbers.get(quarter)}
          </text>
        ))}
      </svg>
      <Legend id={id} steps={steps} unknown={zones.some(({ value }) => value === null)} words={legend} />
    </>
  );
}

const markClass = (step: number | null): string =>
  `${styles.mark} ${step === null ? styles.onUnknown : styles[`on${step}`]}`;

/** The twin of a map whose zones have the value of their quarter: one row for each quarter, with its number. */
export function QuarterTable({
  caption,
  headers,
  zones,
}: {
  caption: string;
  headers: { quarter: string; number: string; value: string };
  zones: MapZone[];
}): ReactNode {
  const numbers = numberQuarters(zones);
  const label = (quarter: string): string => zones.find(({ quarterName }) => quarterName === quarter)!.label;
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "quarter", header: headers.quarter, cell: ([name]) => name },
        { key: "number", header: headers.number, number: true, cell: ([, number]) => number },
        { key: "value", header: headers.value, number: true, cell: ([name]) => label(name) },
      ]}
      rows={[...numbers]}
      rowKey={([name]) => name}
    />
  );
}
