import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { WordsProvider } from "#app/i18n/words.tsx";
import { WeekStrip } from "#app/ui/week-strip.tsx";

const night = { weekday: 7 as const, start: 1320, end: 1800 };
const cycleOf = (cycleWeeks: number): WeeklyPattern => ({
  cycleWeeks,
  slots: Array.from({ length: cycleWeeks }, (_, week) => ({ week, ...night })),
});
const tracks = (html: string): number => html.split("<svg").length - 1;
const drawn = (pattern: WeeklyPattern, compact = false): string =>
  renderToStaticMarkup(
    <WordsProvider language="fr" t={translator("fr")} carried={null}>
      <WeekStrip pattern={pattern} compact={compact} />
    </WordsProvider>,
  );

it("draws up to four weeks day by day, each with its name", () => {
  const four = drawn(cycleOf(4));
  expect(tracks(four)).toBe(28);
  expect(four).toContain("Semaine 4");
  expect(drawn(cycleOf(2))).toContain("Semaine B");
  expect(drawn(cycleOf(1))).not.toContain("Semaine 1");
});

it("draws longer rotas in one line a week, named by their Monday", () => {
  const rota = Array.from({ length: 26 }, (_, week) => ({
    monday: addDays(asDay("2026-11-30"), 7 * week),
    slots: [night],
  }));
  const html = drawn({ cycleWeeks: 1, slots: [], rota });
  expect(tracks(html)).toBe(26);
  expect(html).toContain("Semaine du 30 novembre 2026");
  expect(tracks(drawn({ cycleWeeks: 1, slots: [], rota }, true))).toBe(12);
  expect(tracks(drawn({ ...cycleOf(3), rota: rota.slice(0, 2) }))).toBe(5);
});
