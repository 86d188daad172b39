import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { staffRoles } from "#app/access/rules/actor.ts";
import {
  membershipForm,
  membershipState,
  placesOfRole,
  readPlace,
} from "#app/access/rules/administration.ts";

const typed = { role: "observer", place: "town", from: "2026-09-14" };
const wrong = (values: object): string[] => {
  const read = membershipForm.safeParse({ ...typed, ...values });
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};

describe("a role to give", () => {
  it("holds where its kind allows, and nowhere else", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ role: "attendance_staff" })).toEqual(["access:error.place.facility"]);
    expect(wrong({ role: "attendance_staff", place: "facility:f1" })).toEqual([]);
    expect(wrong({ role: "association_manager", place: "facility:f1" })).toEqual([
      "access:error.place.organisation",
    ]);
    expect(wrong({ place: "facility:f1" })).toEqual(["access:error.place.town"]);
    expect(wrong({ place: "moon" })).toEqual(["access:error.place.town"]);
  });

  it("ends after it begins", () => {
    expect(wrong({ to: "2026-09-13" })).toEqual(["access:error.dayOrder"]);
    expect(wrong({ to: "2026-09-14" })).toEqual([]);
  });

  it("is one of the roles of the town, never one made up", () => {
    expect(wrong({ role: "mayor" })).toContain("access:error.role");
    expect(wrong({ role: "family" })).toContain("access:error.role");
    expect(Object.keys(placesOfRole).sort()).toEqual([...staffRoles].sort());
  });
});

it("a place is the town, one organisation or one facility", () => {
  expect(readPlace("organisation:ccas:1")).toEqual({ kind: "organisation", id: "ccas:1" });
  expect(readPlace("facility:")).toBeNull();
});

it("a role is to come, in force, or over", () => {
  const today = asDay("2026-09-14");
  expect(membershipState({ validFrom: "2026-09-15", validTo: null }, today)).toBe("coming");
  expect(membershipState({ validFrom: "2026-09-14", validTo: "2026-09-14" }, today)).toBe("inForce");
  expect(membershipState({ validFrom: "2026-01-01", validTo: "2026-09-13" }, today)).toBe("over");
});
