import { describe, expect, it } from "vitest";
import { importFacilities } from "#app/facilities/acts/import-facilities.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { importRequests } from "#app/requests/acts/import-requests.server.ts";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { useTestDatabase } from "../../support/database.ts";
import { codesOf, fixture, importing, linesOf, outcomesOf } from "../../support/imports.ts";

const titles =
  "child_first_name;child_last_name;child_birth_date;child_due_date;guardian_first_name;guardian_last_name;" +
  "guardian_email;kind;start_date;hours;wishes;advice_consent";
const lina = (hours: string, wishes = "La Ruche", start = "2027-01-04"): string =>
  `Lina;Roux;2025-05-05;;Sacha;Roux;sacha@exemple.fr;crèche;${start};"${hours}";${wishes};`;

async function townWithFacilities(): Promise<Database> {
  const { db } = await useTestDatabase();
  await importZones(importing(db), fixture("zones.csv"));
  await importFacilities(importing(db), fixture("facilities.csv"));
  await db.street.create({
    data: { name: "Rue du Lavoir", searchName: "rue du lavoir", zoneCode: "TEST-01" },
  });
  return db;
}

describe("taking over requests from a file", () => {
  it("gives each a reference, a first step, its wishes with the hours they cover, and the zone of the street", async () => {
    const db = await townWithFacilities();
    const report = await importRequests(importing(db), fixture("requests.csv"));
    expect(outcomesOf(report)).toEqual(["added", "added", "added"]);
    expect(report.notes).toEqual([{ code: "unknownColumn", values: { name: "note" } }]);
    const [nour, tom, unborn] = await db.careRequest
      .findMany({
        include: {
          wishes: { include: { facility: true }, orderBy: { rank: "asc" } },
          steps: true,
          child: true,
        },
        orderBy: { startOn: "asc" },
      })
      .then((rows) => rows.sort((a, b) => (a.child.birthDay ?? "9").localeCompare(b.child.birthDay ?? "9")))
      .then(([second, first, third]) => [first, second, third]);
    expect(nour).toMatchObject({
      kind: "nursery",
      status: "submitted",
      zoneCode: "TEST-01",
      adviceConsent: true,
      weeklyMinutes: 3000,
      atypicalMinutes: 0,
      nextStepBy: "2026-11-30",
      submittedAt: new Date("2026-09-01T22:00:00Z"),
      steps: [{ transition: "import", toStatus: "submitted", by: "desk" }],
    });
    expect(nour!.reference).toMatch(/^GF-26-[2-9A-HJ-NP-TV-Z]{5}$/);
    expect(nour!.wishes.map(({ facility, coveredMinutes }) => [facility.name, coveredMinutes])).toEqual([
      ["La Ruche", 3000],
      ["La Veilleuse", 0],
    ]);
    expect(tom).toMatchObject({ kind: "afterSchool", householdId: nour!.householdId });
    expect(unborn!.child).toMatchObject({ firstName: "", birthDay: null, expectedOn: "2027-02-20" });
    expect(unborn).toMatchObject({ adviceConsent: false, pattern: { cycleWeeks: 2 } });
    expect(await db.household.count()).toBe(2);
    expect(await db.message.count()).toBe(0);
    const household = await db.household.findUniqueOrThrow({ where: { id: nour!.householdId } });
    expect(household.street).toBe("Rue du Lavoir");
  });

  it("a file read twice asks once", async () => {
    const db = await townWithFacilities();
    await importRequests(importing(db), fixture("requests.csv"));
    const again = await importRequests(importing(db), fixture("requests.csv"));
    expect(new Set(outcomesOf(again))).toEqual(new Set(["unchanged"]));
    expect(await db.careRequest.count()).toBe(3);
    expect(await db.requestStep.count()).toBe(3);
  });

  it("a later file corrects the hours and the wishes of a request that nobody has acted on", async () => {
    const db = await townWithFacilities();
    await importRequests(importing(db), linesOf(titles, lina("lun-ven 08:00-18:00")));
    const report = await importRequests(
      importing(db),
      linesOf(titles, lina("lun 20:00-06:00+1", "La Veilleuse")),
    );
    expect(outcomesOf(report)).toEqual(["updated"]);
    const request = await db.careRequest.findFirstOrThrow({ include: { wishes: true, steps: true } });
    expect(request).toMatchObject({ weeklyMinutes: 600, atypicalMinutes: 600, version: 2 });
    expect(request.wishes).toMatchObject([{ rank: 1, coveredMinutes: 600 }]);
    expect(request.steps).toHaveLength(2);
  });

  it("a request under way is not changed by a file, and a closed one stays closed", async () => {
    const db = await townWithFacilities();
    await importRequests(importing(db), linesOf(titles, lina("lun-ven 08:00-18:00")));
    await db.careRequest.updateMany({ data: { status: "waiting" } });
    const refused = await importRequests(importing(db), linesOf(titles, lina("lun 08:00-12:00")));
    expect(codesOf(refused)).toEqual(["requestUnderWay"]);
    const same = await importRequests(importing(db), linesOf(titles, lina("lun-ven 08:00-18:00")));
    expect(outcomesOf(same)).toEqual(["unchanged"]);
    await db.careRequest.updateMany({ data: { status: "withdrawn" } });
    const closed = await importRequests(importing(db), linesOf(titles, lina("lun 08:00-12:00")));
    expect(outcomesOf(closed)).toEqual(["unchanged"]);
    expect(codesOf(closed)).toContain("requestClosed");
  });

  it("says whether fewer days would do, and holds it as long as the hours allow it", async () => {
    const db = await townWithFacilities();
    const more = `${titles};jours_minimum;moins_de_jours_avant`;
    const wrong = await importRequests(
      importing(db),
      linesOf(more, `${lina("lun-ven 08:00-18:00")};5;peut-être`),
    );
    expect(codesOf(wrong)).toEqual(expect.arrayContaining(["minDays", "yesNo"]));
    await importRequests(importing(db), linesOf(more, `${lina("lun-ven 08:00-18:00")};3;oui`));
    const held = { select: { minDays: true, fewerDaysFirst: true } };
    expect(await db.careRequest.findFirstOrThrow(held)).toEqual({ minDays: 3, fewerDaysFirst: true });
    const again = await importRequests(importing(db), linesOf(titles, lina("lun-ven 08:00-18:00")));
    expect(outcomesOf(again)).toEqual(["unchanged"]);
    await importRequests(importing(db), linesOf(titles, lina("lun-mer 08:00-18:00")));
    expect(await db.careRequest.findFirstOrThrow(held)).toEqual({ minDays: null, fewerDaysFirst: false });
  });

  it("says what is wrong, line by line, and keeps nothing", async () => {
    const db = await townWithFacilities();
    const line = (values: Partial<Record<string, string>>): string => {
      const cells = {
        first: "Lina",
        last: "Roux",
        birth: "2025-05-05",
        due: "",
        kind: "crèche",
        start: "2027-01-04",
        hours: "lun 8h-12h",
        wishes: "La Ruche",
        email: "s@exemple.fr",
        consent: "non",
        ...values,
      };
      return `${cells.first};${cells.last};${cells.birth};${cells.due};Sacha;Roux;${cells.email};${cells.kind};${cells.start};${cells.hours};${cells.wishes};${cells.consent}`;
    };
    const report = await importRequests(
      importing(db),
      linesOf(
        titles,
        line({}),
        line({ birth: "" }),
        line({ due: "2027-01-01" }),
        line({ birth: "2027-05-05" }),
        line({ birth: "2019-05-05" }),
        line({ kind: "colonie" }),
        line({ start: "2031-01-04" }),
        line({ hours: "lun 18h-8h" }),
        line({ wishes: "La Lune" }),
        line({ wishes: "Le Préau" }),
        line({ wishes: "La Ruche|la ruche" }),
        line({ email: "sacha" }),
        line({ email: "" }),
        line({ consent: "bof" }),
        line({ start: "2027-02-01" }),
      ),
    );
    expect(codesOf(report).filter((code) => code !== "streetUnknown")).toEqual([
      "noBirth",
      "bothBirths",
      "child.birthInFuture",
      "child.nurseryTooOld",
      "careKind",
      "startTooFar",
      "hours.endBeforeStart",
      "wishUnknown",
      "wishKind",
      "wishTwice",
      "guardian.email",
      "guardian.unreachable",
      "yesNo",
      "contradictsLine",
    ]);
    expect(report.kept).toBe(false);
    expect(await db.careRequest.count()).toBe(0);
    expect(await db.household.count()).toBe(0);
  });

  it("a family that the guichet knows keeps its household and its address", async () => {
    const db = await townWithFacilities();
    await importRequests(importing(db), fixture("requests.csv"));
    const report = await importRequests(
      importing(db),
      linesOf(
        titles,
        "Mila;Perrin;2026-05-05;;Alix;Perrin;ALIX.PERRIN@exemple.fr;crèche;2027-03-01;lun 8h-12h;La Ruche;",
      ),
    );
    expect(outcomesOf(report)).toEqual(["added"]);
    expect(await db.household.count()).toBe(2);
    const child = await db.child.findFirstOrThrow({
      where: { firstName: "Mila" },
      include: { household: true },
    });
    expect(child.household.street).toBe("Rue du Lavoir");
  });

  it("a list of thousands of requests does not get in the way of one more", async () => {
    const db = await townWithFacilities();
    await importRequests(importing(db), linesOf(titles, lina("lun-ven 08:00-18:00")));
    const [model, wish] = [await db.careRequest.findFirstOrThrow(), await db.wish.findFirstOrThrow()];
    const rank = Array.from({ length: 1500 }, (_, index) => `many-${index}`);
    const { id: _, ...columns } = model;
    await db.careRequest.createMany({
      data: rank.map((id) => ({
        ...columns,
        pattern: columns.pattern!,
        id,
        reference: id,
        trackingTokenHash: id,
      })),
    });
    await db.wish.createMany({
      data: rank.map((id) => ({
        careRequestId: id,
        rank: 1,
        facilityId: wish.facilityId,
        coveredMinutes: 0,
      })),
    });
    const report = await importRequests(importing(db), fixture("requests.csv"));
    expect(outcomesOf(report)).toEqual(["added", "added", "added"]);
  });
});
