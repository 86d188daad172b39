import { expect, it } from "vitest";
import { birthMarks } from "#app/attendance/rules/birth-marks.ts";
import { asDay } from "#app/calendar/rules/day.ts";

const child = (id: string, firstName: string, birth: string | null, lastName = "Martin") => ({
  id,
  firstName,
  lastName,
  birthDay: birth === null ? null : asDay(birth),
});
const marks = (...children: ReturnType<typeof child>[]) => Object.fromEntries(birthMarks(children));

it("tells nothing of children whose names differ", () => {
  expect(marks(child("a", "Lina", "2024-03-15"), child("b", "Lina", "2024-03-15", "Muller"))).toEqual({});
});

it("tells two children of one name apart by the year of birth, accents and capitals aside", () => {
  expect(
    marks(child("a", "Chloé", "2024-03-15"), child("b", "CHLOE", "2025-03-15"), child("c", "Noé", null)),
  ).toEqual({ a: "2024", b: "2025" });
});

it("goes to the month, then to the day, only when it must", () => {
  expect(marks(child("a", "Lina", "2024-03-15"), child("b", "Lina", "2024-04-01"))).toEqual({
    a: "2024-03",
    b: "2024-04",
  });
  expect(marks(child("a", "Lina", "2024-03-15"), child("b", "Lina", "2024-03-01"))).toEqual({
    a: "2024-03-15",
    b: "2024-03-01",
  });
});

it("the same child twice is one child", () => {
  expect(marks(child("a", "Lina", "2024-03-15"), child("a", "Lina", "2024-03-15"))).toEqual({});
});
