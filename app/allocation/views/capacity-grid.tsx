// A week as a grid, half-hour by half-hour: what is alike and follows each other is one block.
import type { ReactNode } from "react";
import type { Weekday } from "#app/calendar/rules/day.ts";
import {
  type PictureCell,
  type StaffCell,
  type Tone,
  type Week,
  sameCell,
} from "#app/facilities/rules/capacity-picture.ts";
import { formatMinute, formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { limitText } from "./capacity-text.ts";
import styles from "./capacity.module.css";

export type Shown = { weekdays: Weekday[]; first: number; last: number };

type Block<Cell> = { from: number; length: number; cell: Cell | null };

/** The shown part of a day, without a gap: half-hours when nobody is taken are blocks too. */
function blocksOf<Cell>(
  cells: (Cell | null)[],
  { first, last }: Shown,
  alike: (one: Cell, other: Cell) => boolean,
): Map<number, Block<Cell>> {
  const blocks: Block<Cell>[] = [];
  for (let half = first; half <= last; half++) {
    const cell = cells[half] ?? null;
    const block = blocks.at(-1);
    const same = block && (cell && block.cell ? alike(block.cell, cell) : cell === block.cell);
    if (same) block.length++;
    else blocks.push({ from: half, length: 1, cell });
  }
  return new Map(blocks.map((block) => [block.from, block]));
}

function Grid<Cell>({
  caption,
  cells,
  shown,
  alike,
  toneOf,
  children,
}: {
  caption: string;
  cells: Week<Cell>;
  shown: Shown;
  alike: (one: Cell, other: Cell) => boolean;
  toneOf: (cell: Cell) => Tone | "unknown";
  children: (cell: Cell) => ReactNode;
}): ReactNode {
  const { t, language } = useWords();
  const halves = Array.from({ length: shown.last - shown.first + 1 }, (_, index) => shown.first + index);
  const days = shown.weekdays.map((weekday) => ({
    weekday,
    blocks: blocksOf(cells[weekday - 1]!, shown, alike),
  }));
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.grid}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("facilities:capacity.hour")}</th>
            {shown.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                <abbr title={formatWeekday(weekday, language)}>
                  {formatWeekday(weekday, language, "short")}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {halves.map((half) => (
            <tr key={half}>
              <th scope="row" data-half={half % 2 === 1 || undefined}>
                {formatMinute(half * 30, language)}
              </th>
              {days.map(({ weekday, blocks }) => {
                const block = blocks.get(half);
                if (!block) return null;
                return (
                  <td
                    key={weekday}
                    rowSpan={block.length}
                    data-tone={block.cell ? toneOf(block.cell) : "closed"}
                  >
                    {block.cell ? (
                      children(block.cell)
                    ) : (
                      <span className="visually-hidden">{t("facilities:capacity.cause.closed")}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Places left in a section, and what limits them. */
export function PlacesGrid({
  name,
  cells,
  shown,
}: {
  name: string;
  cells: Week<PictureCell>;
  shown: Shown;
}): ReactNode {
  const { t } = useWords();
  return (
    <Grid caption={name} cells={cells} shown={shown} alike={sameCell} toneOf={({ tone }) => tone}>
      {({ left, tone, cause }) => (
        <>
          <span className={styles.left}>{left}</span>
          {cause && (
            <abbr title={limitText({ tone, cause }, t)} className={styles.letter}>
              {t(`facilities:capacity.letter.${cause}`)}
            </abbr>
          )}
        </>
      )}
    </Grid>
  );
}

/** Adults planned, and adults needed for the children booked. */
export function StaffGrid({ cells, shown }: { cells: Week<StaffCell>; shown: Shown }): ReactNode {
  const { t } = useWords();
  return (
    <Grid
      caption={t("facilities:capacity.staffCaption")}
      cells={cells}
      shown={shown}
      alike={(one, other) => one.needed === other.needed && one.planned === other.planned}
      toneOf={({ planned, tone }) => (planned === null ? "unknown" : tone)}
    >
      {({ needed, planned }) => (
        <span className={styles.left}>
          {planned ?? "?"}
          <small> / {needed}</small>
        </span>
      )}
    </Grid>
  );
}

/** What the colours, the signs and the letters mean. */
export function CapacityLegend(): ReactNode {
  const { t } = useWords();
  const tones = ["room", "near", "full", "over", "closed"] as const;
  const causes = ["places", "ratio", "weeklyHours"] as const;
  return (
    <div className={styles.legend}>
      <ul>
        {tones.map((tone) => (
          <li key={tone}>
            <span className={styles.swatch} data-tone={tone} aria-hidden="true" />
            {t(`facilities:capacity.tone.${tone}`)}
          </li>
        ))}
      </ul>
      <ul>
        {causes.map((cause) => (
          <li key={cause}>
            <span className={styles.letter} aria-hidden="true">
              {t(`facilities:capacity.letter.${cause}`)}
            </span>
            {t(`facilities:capacity.cause.${cause}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
