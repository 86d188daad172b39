import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import {
  type ChildSeen,
  findDuplicates,
  isCloseBirth,
  kindsAskedTwice,
  likenessOf,
  olderOf,
  pairKey,
  plainName,
  plainPhone,
} from "#app/families/rules/duplicates.ts";

const lea: ChildSeen = {
  id: "lea",
  householdId: "one",
  firstName: "Léa-Rose",
  lastName: "Müller",
  birthDay: asDay("2025-03-04"),
  expectedOn: null,
  emails: ["sam.muller@example.fr"],
  phones: ["06 39 98 00 12"],
  address: "12 rue du Pont 57000",
  openKinds: ["nursery"],
  since: "2026-01-05T10:00:00.000Z",
};
const elsewhere = { id: "other", householdId: "two", emails: [], phones: [], address: "" };
const unborn = { firstName: "", birthDay: null, expectedOn: asDay("2027-02-01") };

describe("the same child typed twice", () => {
  it.each([
    [{ firstName: "lea rose", lastName: "MULLER" }, ["sameName", "sameBirth"]],
    [{ firstName: "Muller", lastName: "Léa Rose" }, ["sameName", "sameBirth"]],
    [{ birthDay: asDay("2025-04-03"), phones: lea.phones }, ["sameName", "closeBirth", "samePhone"]],
    [{ birthDay: asDay("2024-03-04"), emails: lea.emails }, ["sameName", "closeBirth", "sameEmail"]],
    [{ firstName: "Léa", phones: ["+33 639 980 012"] }, ["closeName", "sameBirth", "samePhone"]],
    [{ lastName: "Roux", emails: [" Sam.Muller@example.fr"] }, ["sameBirth", "sameEmail"]],
    [{ firstName: "Lae-Rose", address: "12, Rue du Pont, 57000" }, ["closeName", "sameBirth", "sameAddress"]],
  ])("%j: %j", (typed, reasons) => {
    expect(likenessOf(lea, { ...lea, ...elsewhere, ...typed })?.reasons).toEqual(reasons);
  });

  it("expected twice, or expected and then born, in the same family", () => {
    const one = { ...lea, ...unborn };
    const other = { ...lea, ...unborn, ...elsewhere, emails: lea.emails, expectedOn: asDay("2027-02-10") };
    expect(likenessOf(one, other)?.reasons).toEqual(["sameLastName", "closeExpected", "sameEmail"]);
    const born = { ...other, firstName: "Noé", birthDay: asDay("2027-01-20"), expectedOn: null };
    expect(likenessOf(one, born)).not.toBeNull();
    expect(likenessOf(one, { ...born, birthDay: asDay("2026-08-20") })).toBeNull();
  });
});

describe("two children", () => {
  it.each([
    ["a namesake born two days before", { ...elsewhere, birthDay: asDay("2025-03-02") }],
    ["a namesake of another age", { ...elsewhere, birthDay: asDay("2023-07-19") }],
    ["a twin, with the other parent", { ...lea, id: "other", householdId: "two", firstName: "Max" }],
    ["a twin of nearly the same name, at home", { ...lea, id: "other", firstName: "Léo-Rose" }],
    ["a child born the same day", { ...elsewhere, firstName: "Léa", lastName: "Roux" }],
    ["a close name, and nothing else in common", { ...elsewhere, firstName: "Léa" }],
  ])("%s", (_who, other) => {
    expect(likenessOf(lea, { ...lea, ...other })).toBeNull();
  });

  it("twins expected in one household, who have no name yet", () => {
    expect(likenessOf({ ...lea, ...unborn }, { ...lea, ...unborn, id: "other" })).toBeNull();
  });
});

it("writes names and telephone numbers one way", () => {
  expect(plainName("D'Œuvre  Éloïse")).toBe("doeuvreeloise");
  expect([plainPhone("+33 6 39 98 00 12"), plainPhone("06.39.98.00.12"), plainPhone("12")]).toEqual([
    "639980012",
    "639980012",
    "",
  ]);
  expect(isCloseBirth(asDay("2025-03-04"), asDay("2025-03-08"))).toBe(false);
});

it("keeps the child whose family asked first", () => {
  const later = { ...lea, id: "a", since: "2026-02-01T00:00:00.000Z" };
  expect(olderOf(later, lea)).toEqual({ kept: lea, dropped: later });
  expect(olderOf(lea, later)).toEqual({ kept: lea, dropped: later });
});

describe("the list of pairs", () => {
  it("shows a child with two open requests of one kind, and nothing that somebody has decided", () => {
    const twice = { ...lea, openKinds: ["nursery", "afterSchool", "nursery"] };
    expect(kindsAskedTwice(twice)).toEqual(["nursery"]);
    expect(findDuplicates([twice], new Set())).toMatchObject([{ reasons: ["twoRequests"] }]);
    expect(findDuplicates([twice], new Set([pairKey("lea", "lea")]))).toEqual([]);
    const same = { ...lea, ...elsewhere };
    expect(findDuplicates([lea, same], new Set())).toHaveLength(1);
    expect(findDuplicates([lea, same], new Set([pairKey("other", "lea")]))).toEqual([]);
  });

  it("leaves alone children who wait for nothing", () => {
    const served = { openKinds: [] };
    expect(
      findDuplicates(
        [
          { ...lea, ...served },
          { ...lea, ...elsewhere, ...served },
        ],
        new Set(),
      ),
    ).toEqual([]);
  });

  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(asDay("2025-03-01"), days));
  const child = fc.record({
    householdId: fc.constantFrom("one", "two", "three"),
    firstName: fc.constantFrom("", "Léa", "Lea", "Léa-Rose", "Max", "Müller"),
    lastName: fc.constantFrom("Müller", "Muller", "Roux", "Lea"),
    birthDay: fc.option(day),
    expectedOn: day,
    emails: fc.subarray(["a@example.fr", "b@example.fr"]),
    phones: fc.subarray(["06 39 98 00 12", "06 39 98 00 13"]),
    address: fc.constantFrom("", "1 rue A", "2 rue B"),
    openKinds: fc.subarray(["nursery", "afterSchool"]),
    since: fc.constantFrom("2026-01-05", "2026-02-05"),
  });
  const children = fc
    .array(child, { maxLength: 12 })
    .map((list): ChildSeen[] => list.map((each, index) => ({ ...each, id: `child-${index}` })));

  it("finds what comparing everybody with everybody finds, in whatever order, the same both ways round", () => {
    fc.assert(
      fc.property(children, (list) => {
        const found = findDuplicates(list, new Set());
        const expected = list.flatMap((one, index) =>
          list.slice(index + 1).filter((other) => {
            const likeness = likenessOf(one, other);
            expect(likenessOf(other, one)).toEqual(likeness);
            return likeness !== null && one.openKinds.length + other.openKinds.length > 0;
          }),
        );
        expect(found).toHaveLength(expected.length);
        expect(findDuplicates([...list].reverse(), new Set())).toEqual(found);
      }),
    );
  });

  it("knows a child again whatever the capitals, the accents and the telephone", () => {
    fc.assert(
      fc.property(children, (list) => {
        for (const one of list) {
          if (one.firstName === "" || one.birthDay === null) continue;
          const typed = {
            ...one,
            ...elsewhere,
            firstName: one.firstName.toUpperCase().normalize("NFD"),
            lastName: ` ${one.lastName.toLowerCase()}`,
          };
          expect(likenessOf(one, typed)?.reasons.slice(0, 2)).toEqual(["sameName", "sameBirth"]);
        }
      }),
    );
  });
});
