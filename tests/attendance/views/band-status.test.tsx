import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { BandFigures } from "#app/attendance/rules/site-bands.ts";
import { BandStatus } from "#app/attendance/views/band-status.tsx";
import { translator } from "#app/i18n/resources.server.ts";
import { WordsProvider } from "#app/i18n/words.tsx";

const figures: BandFigures = {
  ...{ phase: "now", present: 14, expected: 20, under6: 8, from6: 12, needed: 2, missing: 1 },
  staff: { count: 1, at: new Date("2026-09-14T05:40:00Z") },
};
const textOf = (known: BandFigures): string =>
  renderToStaticMarkup(
    <WordsProvider t={translator("fr")} language="fr" carried={null}>
      <BandStatus figures={known} article="article R227-16" />
    </WordsProvider>,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim();

it("says in words who is there, how many adults lack, and by which article", () => {
  expect(textOf(figures)).toBe(
    "Enfants présents : 14 sur 20 attendus. Il manque 1 adulte Adultes comptés à 7 h 40 : 1. " +
      "Nécessaires : 2, pour 8 de moins de 6 ans et 12 de 6 ans et plus. (article R227-16)",
  );
  expect(textOf({ ...figures, staff: null, missing: 0 })).toContain("Adultes non comptés");
  expect(textOf({ ...figures, staff: { count: 2, at: null }, missing: 0 })).toContain(
    "Adultes en nombre suffisant Adultes prévus : 2.",
  );
  expect(textOf({ ...figures, expected: 0, present: 0 })).toBe("Enfants présents : 0 sur 0 attendus.");
});
