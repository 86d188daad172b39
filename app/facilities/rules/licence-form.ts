// The licence of a section (agrément modulé), line by line: weekdays, hours, places.
import { printClock } from "#app/calendar/rules/clock-text.ts";
import { inWeek } from "#app/calendar/rules/intervals.ts";
import { z } from "#app/zod.ts";
import type { Band } from "./capacity.ts";
import {
  type TypedHours,
  alikeWeekdays,
  countField,
  dayField,
  readHours,
  weekdaysField,
} from "./band-form.ts";

export const mostPlaces = 300;
/** Lines left empty for what changes. */
export const blankLines = 3;
const mostLines = 40;

/** A line as typed. */
export type TypedLine = TypedHours & { weekdays: string[]; places: string };

const emptyLine = (): TypedLine => ({ weekdays: [], start: "", end: "", nextDay: false, places: "" });

export function withBlankLines(lines: readonly TypedLine[]): TypedLine[] {
  return [...lines, ...Array.from({ length: blankLines }, emptyLine)].slice(0, mostLines);
}

/** The bands of a section as lines to start from, and some more. */
export function startingLines(bands: readonly Band[]): TypedLine[] {
  return withBlankLines(
    alikeWeekdays(bands, ({ places }) => String(places)).map(({ weekdays, row }) => ({
      weekdays: weekdays.map(String),
      start: printClock(row.startMinute),
      end: printClock(row.endMinute % 1440),
      nextDay: row.endMinute > 1440,
      places: String(row.places),
    })),
  );
}

/** What came back, line by line, whatever was typed. */
export function typedLines(posted: FormData): TypedLine[] {
  const text = (name: string): string => String(posted.get(name) ?? "");
  const lines: TypedLine[] = [];
  for (let index = 0; index < mostLines && posted.has(`lines[${index}].start`); index++) {
    const name = `lines[${index}].`;
    lines.push({
      weekdays: posted.getAll(`${name}weekdays`).map(String),
      start: text(`${name}start`),
      end: text(`${name}end`),
      nextDay: text(`${name}nextDay`) === "on",
      places: text(`${name}places`),
    });
  }
  return lines.length > 0 ? lines : withBlankLines([]);
}

const places = countField(0, mostPlaces, "facilities:settings.error.places");

const line = z
  .object({
    weekdays: weekdaysField.default([]),
    start: z.string().trim().default(""),
    end: z.string().trim().default(""),
    nextDay: z.boolean().default(false),
    places: z.string().trim().default(""),
  })
  .transform(({ weekdays, start, end, nextDay, ...typed }, context): Band[] => {
    // A line without hours nor places was left empty.
    if (start === "" && end === "" && typed.places === "") return [];
    const refuse = (field: string, message: string): Band[] => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    if (weekdays.length === 0) return refuse("weekdays", "facilities:settings.error.weekdays");
    const hours = readHours({ start, end, nextDay });
    if (!hours.ok) return refuse(hours.field, hours.error);
    const count = places.safeParse(typed.places);
    if (!count.success) return refuse("places", "facilities:settings.error.places");
    return weekdays.map((weekday) => ({ weekday, ...hours.hours, places: count.data }));
  });

/** The first line that has hours of another one, from 1; null when none does. */
function overlapping(lines: readonly Band[][]): number | null {
  const taken: { start: number; end: number }[] = [];
  for (const [index, bands] of lines.entries()) {
    const spans = bands.flatMap(({ weekday, startMinute: start, endMinute: end }) =>
      inWeek({ weekday, start, end }),
    );
    for (const span of spans) {
      if (taken.some(({ start, end }) => start < span.end && span.start < end)) return index;
      taken.push(span);
    }
  }
  return null;
}

export const licenceForm = z
  .object({ validFrom: dayField, lines: z.array(line).max(mostLines) })
  .transform(({ validFrom, lines }, context) => {
    const overlap = overlapping(lines);
    const issue = (path: (string | number)[], why: string): void =>
      context.addIssue({ code: "custom", path, message: `facilities:settings.error.${why}` });
    if (overlap !== null) issue(["lines", overlap, "start"], "overlap");
    else if (lines.flat().length === 0) issue(["lines", 0, "start"], "noLine");
    return { validFrom, bands: lines.flat() };
  });
export type StatedLicence = z.output<typeof licenceForm>;
