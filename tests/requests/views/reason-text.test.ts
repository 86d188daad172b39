import { describe, expect, it } from "vitest";
import { translator } from "#app/i18n/resources.server.ts";
import { reasonText } from "#app/requests/views/reason-text.ts";

const t = translator("fr");

describe("the reason of a referral, in a sentence", () => {
  it.each([
    [{ code: "hours-covered", values: { percent: 79 } }, "Horaires couverts à 79"],
    [{ code: "age-fits", values: { months: 22 } }, "mois au début de l'accueil"],
    [
      { code: "opening-hours", values: { opening: [{ weekdays: [1, 2, 3, 4, 5], start: 435, end: 1110 }] } },
      "Ouverture : du lundi au vendredi, 7 h 15 – 18 h 30.",
    ],
    [{ code: "facilities-able", values: { count: 2, names: ["A", "B"] } }, "A et B"],
  ])("%j", (reason, part) => {
    // Intl uses several kinds of spaces; readers see one.
    const sentence = reasonText(reason, t, "fr").replace(/\s/g, " ");
    expect(sentence).toContain(part);
    expect(sentence).not.toContain("{{");
  });
});
