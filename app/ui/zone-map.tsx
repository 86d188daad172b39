import type { ReactNode } from "react";
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

/** Each quarter has a number, the same in the picture and in its list. */
function numberQuarters(zones: MapZone[]): Map<string, number> {
  const names = [...new Set(zones.map(({ quarterName }) => quarterName))];
  return new Map(names.sort((a, b) => a.localeCompare(b, "fr")).map((name, index) => [name, index + 1]));
}

const patterns: [step: number, picture: ReactNode][] = [
  [2, <circle key="2" cx="5" cy="5" r="1.6" />],
  [3, <path key="3" d="M-4 4 4-4M0 16 16 0M12 20 20 12" />],
  [4, <path key="4" d="M0 8H16M8 0V16" />],
  [5, <path key="5" d="M0 16 16 0M0 0 16 16" />],
];

function Hatches({ id }: { id: string }): ReactNode {
  return (
    <defs>
      {patterns.map(([step, picture]) => (
        <pattern
          key={step}
          id={`${id}-${step}`}
          className={`${styles.hatch} ${styles[`hatch${step}`]}`}
          width="16"
          height="16"
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
 * neighbours together. Put a list beside it: the picture says nothing to who does not see it.
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
        {[...numbers.keys()].map((quarter) => {
          const own = zones.flatMap((zone, index) =>
            zone.quarterName === quarter ? [{ zone, path: drawn.shapes[index]!.path }] : [],
          );
          return (
            <g key={quarter}>
              {drawn.kind === "contours" && (
                // The zones cover its inner half: what remains is the border of the quarter.
                <path className={styles.border} d={own.map(({ path }) => path).join("")} />
              )}
              {own.map(({ zone, path }) => (
                <g key={zone.code}>
                  <title>{`${zone.name} (${quarter}) : ${zone.label}`}</title>
                  <Shade id={id} step={stepOf(zone.value, steps)} path={path} />
                </g>
              ))}
            </g>
          );
        })}
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

/** The twin of a map whose zones have the value of their quarter: each quarter with its number and its value. */
export function QuarterList({
  name,
  zones,
  hrefOf,
}: {
  /** What the list is, for who does not see the picture. */
  name: string;
  zones: MapZone[];
  hrefOf: (quarterName: string) => string;
}): ReactNode {
  return (
    <ol className={styles.quarters} aria-label={name}>
      {[...numberQuarters(zones)].map(([quarter, number]) => (
        <li key={quarter}>
          <b>{number}</b>
          <a href={hrefOf(quarter)}>{quarter}</a>
          <span>{zones.find(({ quarterName }) => quarterName === quarter)!.label}</span>
        </li>
      ))}
    </ol>
  );
}
