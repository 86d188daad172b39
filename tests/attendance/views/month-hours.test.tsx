import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FacilityOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { MonthHours } from "#app/attendance/views/month-hours.tsx";
import { translator } from "#app/i18n/resources.server.ts";
import { WordsProvider } from "#app/i18n/words.tsx";

const figures: FacilityOccupancy = {
  ...{ facilityKind: "multiAccueil", facilityId: "creche-01", childrenCount: 40 },
  ...{ atypicalChildrenCount: 0, atypicalPresentChildrenCount: 0, demandedMinutes: 0, allocatedMinutes: 0 },
  ...{ capacityMinutes: 60_500 * 60, capacityKnown: true, bookedMinutes: 44_000 * 60, extraMinutes: 0 },
  ...{ presentMinutes: 41_800 * 60, absentMinutes: 2_100 * 60, unknownMinutes: 100 * 60, toComeMinutes: 0 },
  ...{ realisedMinutes: 41_800 * 60, billedMinutes: 46_000 * 60, ordinaryBooked: 0, atypicalBooked: 0 },
  ...{ nightBooked: 0, ordinaryPresent: 0, atypicalPresent: 0, nightPresent: 0 },
};
const textOf = (month: FacilityOccupancy): string =>
  renderToStaticMarkup(
    <WordsProvider t={translator("fr")} language="fr" carried={null}>
      <MonthHours month={month} />
    </WordsProvider>,
  )
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0\u202f]+/g, " ");

it("each rate stands beside what it is made of, and the hours that nobody marked", () => {
  const text = textOf(figures);
  expect(text).toContain(
    "Occupation financière 76,03 % Heures facturées (46 000 h) divisées par la capacité (60 500 h). 0 min",
  );
  expect(text).toContain(
    "Occupation réelle 69,09 % Heures réalisées (41 800 h) divisées par la capacité (60 500 h). 100 h",
  );
  expect(text).toContain("Facturation 110,05 %");
});

it("an unknown licence is no capacity of zero", () => {
  const text = textOf({ ...figures, capacityMinutes: 0, capacityKnown: false });
  expect(text).toContain("Capacité inconnu");
  expect(text).toContain(
    "Occupation réelle pas de calcul possible Heures réalisées (41 800 h) divisées par la capacité (inconnu).",
  );
});
