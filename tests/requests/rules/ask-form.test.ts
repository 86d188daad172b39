import { describe, expect, it } from "vitest";
import { newAskDraft, readAskDraft } from "#app/requests/rules/ask-form.ts";
import { readAddress, streetWanted, zonesOfStreet } from "#app/requests/rules/ask-form-address.ts";
import { readAnswers } from "#app/requests/rules/ask-form-answers.ts";
import { readChild } from "#app/requests/rules/ask-form-children.ts";
import { completeAsk } from "#app/requests/rules/ask-form-complete.ts";
import { readGuardians } from "#app/requests/rules/ask-form-guardians.ts";
import { applyIntent, keepTyped } from "#app/requests/rules/ask-form-keep.ts";
import {
  type AskStop,
  askSteps,
  gapsOf,
  nextStop,
  previousStop,
  stopAddress,
  stopIn,
  stopsOf,
} from "#app/requests/rules/ask-form-steps.ts";
import { emptyGuardian } from "#app/requests/rules/ask-form.ts";
import { aDraft, aTypedChild, form, today } from "#tests/requests/ask-draft.ts";

const context = { today, knownGuardians: [] };
const town = { streets: [], zoneCodes: [], schoolIds: ["school-north"], town: "Metz" };
const codes = (typed: Parameters<typeof aTypedChild>[0]) => {
  const read = readChild(aTypedChild(typed), 0, today);
  return read.ok ? [] : read.problems.map(({ name, code }) => `${name} ${code}`);
};

describe("a stored draft", () => {
  it("comes back as it was typed", () => {
    const draft = aDraft();
    expect(readAskDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it("that cannot be read begins anew", () => {
    expect(readAskDraft({})).toEqual(newAskDraft());
    expect(readAskDraft(null)).toEqual(newAskDraft());
    expect(readAskDraft({ children: [{ firstName: 3 }], facts: "x" }).children).toHaveLength(1);
  });
});

describe("a child", () => {
  it("born needs a name and a day that makes sense", () => {
    expect(codes({ firstName: "", lastName: " " })).toEqual([
      "children[0].firstName firstName",
      "children[0].lastName lastName",
    ]);
    expect(codes({ birthDay: "" })).toEqual(["children[0].birthDay birthDay"]);
    expect(codes({ birthDay: "2026-02-30" })).toEqual(["children[0].birthDay birthDay"]);
    expect(codes({ birthDay: "2026-09-15" })).toEqual(["children[0].birthDay birthInFuture"]);
    expect(codes({ birthDay: "2010-01-01", kind: "afterSchool", schoolId: "s" })).toEqual([
      "children[0].birthDay birthTooLongAgo",
    ]);
  });

  it("expected needs no first name, and a due day", () => {
    const expected = { birth: "expected", firstName: "", birthDay: "" };
    expect(codes({ ...expected, expectedOn: "2027-01-10" })).toEqual([]);
    expect(codes({ ...expected, expectedOn: "" })).toEqual(["children[0].expectedOn expectedOn"]);
    expect(codes({ ...expected, expectedOn: "2026-08-01" })).toEqual(["children[0].expectedOn expectedPast"]);
    expect(codes({ ...expected, expectedOn: "2027-10-01" })).toEqual([
      "children[0].expectedOn expectedTooFar",
    ]);
    expect(codes({ ...expected, expectedOn: "2027-01-10", kind: "afterSchool", schoolId: "s" })).toEqual([
      "children[0].kind afterSchoolUnborn",
    ]);
  });

  it("goes to a nursery before six, to périscolaire with a school, known or not", () => {
    expect(codes({ birthDay: "2020-01-01" })).toEqual(["children[0].kind nurseryTooOld"]);
    expect(codes({ birthDay: "2020-01-01", kind: "afterSchool" })).toEqual(["children[0].schoolId school"]);
    const read = readChild(
      aTypedChild({ birthDay: "2020-01-01", kind: "afterSchool", schoolId: "unknown" }),
      0,
      today,
    );
    expect(read).toMatchObject({ ok: true, value: { schoolId: null, kind: "afterSchool" } });
  });

  it("says everything that is missing at once", () => {
    const empty = { birth: "", kind: "", firstName: "", lastName: "" };
    expect(codes(empty).map((each) => each.split(" ")[1])).toEqual(["kind", "birth", "lastName"]);
  });
});

describe("the people who ask", () => {
  const camille = { ...emptyGuardian(), firstName: "Camille", lastName: "Martin", email: "c@example.fr" };

  it("the first can be written to; the second may have no e-mail", () => {
    expect(
      readGuardians([{ ...camille, email: "" }], []).problems.map(({ name, code }) => [name, code]),
    ).toEqual([["guardians[0].email", "email"]]);
    const two = readGuardians([camille, { ...camille, firstName: "Sacha", email: "" }], []);
    expect(two.problems).toEqual([]);
    expect(two.guardians[1]).toMatchObject({ email: null });
  });

  it("two people have two addresses, or one", () => {
    expect(readGuardians([camille, camille], []).problems).toEqual([
      { name: "guardians[1].email", code: "sameEmail" },
    ]);
    expect(readGuardians([camille], [{ email: "c@example.fr" }]).problems).toHaveLength(1);
  });

  it("a household without anybody must name somebody", () => {
    expect(readGuardians([], []).problems.length).toBeGreaterThan(0);
    expect(readGuardians([], [{ email: "c@example.fr" }]).problems).toEqual([]);
  });
});

describe("the address", () => {
  const streets = [
    { searchName: "rue du lavoir", zoneCode: "574630101" },
    { searchName: "avenue du pressoir", zoneCode: "574630101" },
    { searchName: "avenue du pressoir", zoneCode: "574630102" },
  ];
  const known = { streets, zoneCodes: ["574630101", "574630102"], schoolIds: [], town: "Metz" };
  const keep = (answers: Record<string, string>) =>
    keepTyped(aDraft(), { step: "address", child: 0 }, readAnswers(form({ city: "Metz", ...answers })), known)
      .address;

  it("finds the zone of a street, however it is written", () => {
    for (const street of ["Rue du Lavoir", "12 bis, rue du lavoir", "r. du Lavoir", "RUE  DU LAVOIR "])
      expect(keep({ street }).zoneCode).toBe("574630101");
    expect(streetWanted("av. du Pressoir")).toBe("avenue du pressoir");
    expect(zonesOfStreet("avenue du pressoir", streets)).toHaveLength(2);
  });

  it("asks for the zone of a street that has several, or is not known", () => {
    for (const street of ["avenue du Pressoir", "rue inventée"]) {
      const address = keep({ street });
      expect(address.zoneCode).toBe("");
      expect(readAddress(address).problems).toEqual([{ name: "zoneCode", code: "zone" }]);
    }
    const chosen = { zoneCode: "574630102", zoneOfStreet: "avenue du pressoir" };
    expect(keep({ street: "avenue du Pressoir", ...chosen }).zoneCode).toBe("574630102");
  });

  it("forgets a choice made for another street, or one that does not exist", () => {
    const chosen = { zoneCode: "574630102", zoneOfStreet: "avenue du pressoir" };
    expect(keep({ street: "rue inventée", ...chosen }).zoneCode).toBe("");
    expect(
      keep({ street: "avenue du Pressoir", zoneCode: "x", zoneOfStreet: "avenue du pressoir" }).zoneCode,
    ).toBe("");
  });

  it("accepts not knowing, another town, and no street of one's own", () => {
    const unknown = keep({ street: "rue inventée", zoneCode: "unknown", zoneOfStreet: "rue inventee" });
    expect(readAddress(unknown)).toMatchObject({ problems: [], address: { zoneCode: null } });
    const outside = keep({ street: "", city: "Woippy" });
    expect(readAddress(outside)).toMatchObject({
      problems: [],
      address: { zoneCode: null, city: "Woippy" },
    });
    const nowhere = keep({ street: "" });
    expect(readAddress(nowhere).problems).toEqual([{ name: "street", code: "street" }]);
    expect(readAddress(keep({ street: "", zoneCode: "574630101", zoneOfStreet: "" })).address.zoneCode).toBe(
      "574630101",
    );
  });

  it("refuses a postcode that is not one", () => {
    expect(readAddress(keep({ street: "rue du Lavoir", postcode: "5700" })).problems).toEqual([
      { name: "postcode", code: "postcode" },
    ]);
  });
});

describe("the questions", () => {
  const two = aDraft({ children: [aTypedChild(), aTypedChild({ firstName: "Noé" })] });

  it("come in order, those of each child in turn", () => {
    expect(stopsOf(two).map(({ step, child }) => `${step} ${child}`)).toEqual([
      "children 0",
      "guardians 0",
      "address 0",
      "hours 0",
      "hours 1",
      "wishes 0",
      "wishes 1",
      "priority 0",
      "review 0",
    ]);
    for (const stop of stopsOf(two).slice(1)) expect(nextStop(two, previousStop(two, stop)!)).toEqual(stop);
    expect(nextStop(two, { step: "review", child: 0 })).toBeNull();
    expect(previousStop(two, { step: "children", child: 0 })).toBeNull();
  });

  it("have an address that leads back to them", () => {
    for (const step of askSteps) {
      const url = new URL(
        stopAddress({ step, child: 1 }, { back: true, check: true }),
        "http://town.invalid",
      );
      const child = step === "hours" || step === "wishes" ? 1 : 0;
      expect(stopIn(url.searchParams, step)).toEqual({ step, child, back: true, check: true });
    }
    expect(stopIn(new URLSearchParams("enfant=x"), "hours").child).toBe(0);
    expect(stopIn(new URLSearchParams("enfant=-1"), "hours").child).toBe(0);
  });

  it("a draft is complete when none is open", () => {
    expect(gapsOf(aDraft(), context)).toEqual([]);
    expect(completeAsk(aDraft(), context)).toMatchObject({
      children: [{ child: { firstName: "Léa" }, hours: { startOn: "2026-11-02", flexibleWeeks: 4 } }],
      guardians: [{ email: "camille@example.fr" }],
    });
    const open: AskStop[] = [{ step: "priority", child: 0 }];
    expect(gapsOf(aDraft({ facts: null }), context)).toEqual(open);
    expect(completeAsk(aDraft({ facts: null }), context)).toBeNull();
    expect(gapsOf(newAskDraft(), context)).toHaveLength(6);
  });
});

describe("what is posted", () => {
  it("is kept even when it is wrong", () => {
    const answers = readAnswers(form({ "children[0].lastName": "", "children[0].birthDay": "2026-02-31" }));
    const kept = keepTyped(aDraft(), { step: "children", child: 0 }, answers, town);
    expect(kept.children[0]).toMatchObject({ lastName: "", birthDay: "2026-02-31" });
  });

  it("keeps a school of the list, and no other", () => {
    const school = (id: string) => {
      const answers = readAnswers(form({ "children[0].lastName": "Martin", "children[0].schoolId": id }));
      return keepTyped(aDraft(), { step: "children", child: 0 }, answers, town).children[0]!.schoolId;
    };
    expect(["school-north", "unknown", "school gone"].map(school)).toEqual(["school-north", "unknown", ""]);
  });

  it("never holds a social security number, wherever it was typed", () => {
    const answers = readAnswers(
      form({
        "guardians[0].firstName": "Camille",
        "guardians[0].lastName": "2 85 09 57 463 123 45",
        "guardians[0].phone": "285095746312345",
      }),
    );
    expect(answers.withheld).toEqual([
      { name: "guardians[0].lastName", code: "socialSecurityNumber" },
      { name: "guardians[0].phone", code: "socialSecurityNumber" },
    ]);
    const kept = keepTyped(aDraft(), { step: "guardians", child: 0 }, answers, town);
    expect(JSON.stringify(kept)).not.toContain("463");
    expect(kept.guardians[0]).toMatchObject({ firstName: "Camille", lastName: "", phone: "" });
  });

  it("is cut when it is endless", () => {
    expect(readAnswers(form({ street: "a".repeat(10_000) })).text("street")).toHaveLength(200);
  });
});

describe("the other buttons", () => {
  const intents = { knownGuardians: 0, today, suggested: ["day", "night"] };
  const press = (step: AskStop["step"], intent: string, draft = aDraft(), child = 0) =>
    applyIntent(draft, { step, child }, intent, intents);

  it("add and remove children, up to six, at least one", () => {
    const added = press("children", "add")!;
    expect(added.draft.children).toHaveLength(2);
    expect(added.draft.children[1]).toMatchObject({ firstName: "", lastName: "Martin" });
    expect(added.anchor).toBe("enfant-2");
    expect(press("children", "remove:0", added.draft)!.draft.children[0]!.firstName).toBe("");
    expect(press("children", "remove:0")!.draft.children).toHaveLength(1);
    const six = aDraft({ children: Array.from({ length: 6 }, () => aTypedChild()) });
    expect(press("children", "add", six)!.draft.children).toHaveLength(6);
  });

  it("add and remove the other parent", () => {
    const added = press("guardians", "add")!;
    expect(added.draft.guardians).toHaveLength(2);
    expect(press("guardians", "add", added.draft)!.draft.guardians).toHaveLength(2);
    expect(press("guardians", "remove:1", added.draft)!.draft.guardians).toHaveLength(1);
    expect(press("guardians", "remove:0")!.draft.guardians).toHaveLength(1);
  });

  it("take the hours of another child, or an example", () => {
    const two = aDraft({ children: [aTypedChild(), aTypedChild({ pattern: { cycleWeeks: 1, slots: [] } })] });
    const same = press("hours", "same:0", two, 1)!;
    expect(same.draft.children[1]!.hours).toEqual(two.children[0]!.hours);
    const example = press("hours", "example:nights", two, 1)!.draft.children[1]!.hours;
    expect(example.days[0]).toEqual([{ start: "20:30", end: "06:30", nextDay: true }]);
    expect(press("hours", "example:nothing", two, 1)!.draft).toEqual(two);
  });

  it("choose the facilities for the family", () => {
    expect(press("wishes", "suggest")!.draft.children[0]!.wishes).toEqual([
      { facilityId: "day", rank: "1" },
      { facilityId: "night", rank: "2" },
    ]);
  });

  it("otherwise only continue", () => {
    expect(press("children", "")).toBeNull();
    expect(press("review", "add")).toBeNull();
    expect(press("hours", "unheard")).toBeNull();
  });
});
