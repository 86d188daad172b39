// The week as one draws it: by finger, by mouse or by keyboard. It fills the same fields that can be typed.
import { type KeyboardEvent, type PointerEvent, type ReactNode, memo, useId, useRef, useState } from "react";
import { weekdays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatMinute, formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type DayPiece, dayPieces } from "#app/ui/week-pieces.ts";
import { DayTrack, HourAxis } from "#app/ui/week-strip.tsx";
import { hoursText } from "#app/ui/week-text.ts";
import { type Stroke, draw, isFilled } from "../../rules/draw-week.ts";
import styles from "./week-drawing.module.css";

const cellMinutes = 30;
const cells = Array.from({ length: 1440 / cellMinutes }, (_, cell) => cell);
type Place = { day: number; cell: number };

const strokeBetween = (from: Place, to: Place, fill: boolean): Stroke => ({
  fromDay: from.day,
  toDay: to.day,
  start: Math.min(from.cell, to.cell) * cellMinutes,
  end: (Math.max(from.cell, to.cell) + 1) * cellMinutes,
  fill,
});

/** A touch without a stroke is an hour: half an hour is smaller than a finger. */
const wholeHour = ({ day, cell }: Place, fill: boolean): Stroke => {
  const start = Math.floor(cell / 2) * 60;
  return { fromDay: day, toDay: day, start, end: start + 60, fill };
};

const DayRow = memo(function DayRow({
  day,
  pieces,
  focused,
}: {
  day: number;
  /** As text, so that a day that has not changed is not drawn again. */
  pieces: string;
  focused: number | null;
}): ReactNode {
  const { language } = useWords();
  const parts = JSON.parse(pieces) as DayPiece[];
  const weekday = (day % 7) + 1;
  const name = formatWeekday(weekday, language);
  return (
    <div role="row" className={styles.row}>
      <span role="rowheader" className={styles.label} aria-label={name}>
        {formatWeekday(weekday, language, "short")}
      </span>
      <div role="presentation" className={styles.track} data-day={day}>
        <DayTrack pieces={parts} />
        <div role="presentation" className={styles.cells}>
          {cells.map((cell) => {
            const minute = cell * cellMinutes;
            return (
              <div
                key={cell}
                role="gridcell"
                className={styles.cell}
                data-cell={cell}
                tabIndex={focused === cell ? 0 : -1}
                aria-selected={parts.some(({ start, end }) => minute >= start && minute < end)}
                aria-label={`${name} ${formatMinute(minute, language)}`}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
});

const steps: Record<string, Place> = {
  ArrowLeft: { day: 0, cell: -1 },
  ArrowRight: { day: 0, cell: 1 },
  ArrowUp: { day: -1, cell: 0 },
  ArrowDown: { day: 1, cell: 0 },
};

/** The place a step away; past midnight, the day after or before. Stays within the week. */
function stepFrom({ day, cell }: Place, step: Place, firstDay: number): Place {
  const at = (day - firstDay + step.day) * cells.length + cell + step.cell;
  if (at < 0 || at >= 7 * cells.length) return { day, cell };
  return { day: firstDay + Math.floor(at / cells.length), cell: at % cells.length };
}

/** Where a pointer is, however far out of the grid. */
function placeAt(grid: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Place {
  const tracks = [...grid.querySelectorAll<HTMLElement>("[data-day]")];
  const boxes = tracks.map((track) => track.getBoundingClientRect());
  const below = boxes.findIndex(({ bottom }) => clientY < bottom);
  const index = below === -1 ? boxes.length - 1 : below;
  const { left, width } = boxes[index]!;
  const cell = Math.floor(((clientX - left) / width) * cells.length);
  return {
    day: Number(tracks[index]!.dataset.day),
    cell: Math.max(0, Math.min(cells.length - 1, cell)),
  };
}

export function WeekDrawing({
  line,
  week,
  label,
  onDraw,
}: {
  /** Every week that can be drawn on, of which one is shown: a Sunday night goes on with the Monday of the next. */
  line: WeeklyPattern;
  /** The week shown, as a place on the line. */
  week: number;
  label: string;
  /** Takes the line after a stroke; false when the form has no room for it. */
  onDraw: (line: WeeklyPattern) => boolean;
}): ReactNode {
  const { t, language } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [place, setPlace] = useState({ weekday: 0, cell: 16 });
  const [said, setSaid] = useState("");
  const stroke = useRef<{ base: WeeklyPattern; from: Place; to: Place; fill: boolean } | null>(null);
  const firstDay = week * 7;
  const focus: Place = { day: firstDay + place.weekday, cell: place.cell };
  const setFocus = ({ day, cell }: Place): void => setPlace({ weekday: day % 7, cell });
  const pieces = dayPieces(line);

  function apply(base: WeeklyPattern, next: Stroke): void {
    const done = onDraw(draw(base, next));
    const days = [next.fromDay, next.toDay].sort((a, b) => a - b);
    const [first, last] = days.map((day) => formatWeekday((day % 7) + 1, language)) as [string, string];
    const hours = hoursText(next, t, language);
    const drawn =
      first === last
        ? t("families:ask.hours.readout", { day: first, hours })
        : t("families:ask.hours.readoutDays", { first, last, hours });
    if (!done) setSaid(t("families:ask.hours.noRoom"));
    else if (next.fill && next.end === 1440) setSaid(`${drawn}. ${t("families:ask.hours.nightGoesOn")}`);
    else setSaid(drawn);
  }

  function start(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0 || !(event.target as HTMLElement).closest("[data-day]")) return;
    const from = placeAt(event.currentTarget, event);
    const fill = !isFilled(line, from.day, from.cell * cellMinutes);
    stroke.current = { base: line, from, to: from, fill };
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function move(event: PointerEvent<HTMLDivElement>): void {
    const current = stroke.current;
    if (!current) return;
    const to = placeAt(event.currentTarget, event);
    if (to.day === current.to.day && to.cell === current.to.cell) return;
    stroke.current = { ...current, to };
    apply(current.base, strokeBetween(current.from, to, current.fill));
  }
  function finish(): void {
    const current = stroke.current;
    stroke.current = null;
    if (!current) return;
    setFocus(current.to);
    const still = current.from.day === current.to.day && current.from.cell === current.to.cell;
    if (still) apply(current.base, wholeHour(current.from, current.fill));
  }
  /** The finger was scrolling after all. */
  function cancel(): void {
    if (stroke.current) onDraw(stroke.current.base);
    stroke.current = null;
    setSaid("");
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    const filled = isFilled(line, focus.day, focus.cell * cellMinutes);
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      apply(line, strokeBetween(focus, focus, !filled));
      return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = stepFrom(focus, step, firstDay);
    if (event.shiftKey) apply(line, strokeBetween(next, next, filled));
    setFocus(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next.day}"] [data-cell="${next.cell}"]`)?.focus();
  }

  return (
    <>
      <p className={styles.hint} id={hintId}>
        {t("families:ask.hours.drawHint")}
      </p>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={hintId}
        aria-multiselectable="true"
        className={styles.grid}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={finish}
        onPointerCancel={cancel}
        onKeyDown={press}
      >
        {weekdays.map((weekday) => {
          const day = firstDay + weekday - 1;
          const own = pieces.filter((each) => each.week === week && each.weekday === weekday);
          return (
            <DayRow
              key={weekday}
              day={day}
              pieces={JSON.stringify(own)}
              focused={place.weekday === weekday - 1 ? place.cell : null}
            />
          );
        })}
        <HourAxis />
      </div>
      <p className={styles.readout} aria-live="polite">
        {said}
      </p>
    </>
  );
}
