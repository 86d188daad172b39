import { describe, expect, it } from "vitest";
import { readPlaceSearch } from "#app/allocation/acts/read-place-search.server.ts";
import { noScope } from "#app/access/rules/permissions.ts";
import type { SignedVisit, Visit } from "#app/access/visit.server.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { aMonday, aPattern, createCareRequest, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const anybody = (db: Database, now = aMonday): Visit => ({
  db: db as SignedVisit["db"],
  now,
  today: dayOf(now),
  language: "fr",
  t: translator("fr"),
  actor: null,
  scope: noScope,
});

async function aTown() {
  const { db } = await useTestDatabase();
  const nursery = await createFacility(db, { name: "Les Lucioles", quarterName: "Sablon", places: 1 });
  const early = await createFacility(db, {
    ...{ name: "Nadège Humbert", kind: "childminder", quarterName: "Borny" },
    ...{ opens: 330, closes: 510, minAgeMonths: 0, maxAgeMonths: 72, places: 2 },
  });
  return { db, nursery, early };
}

/** Fourteen months on the first day. */
const asking = (more: Record<string, string> = {}) =>
  new URLSearchParams({ heures: "lun-ven 5h30-17h", naissance: "2025-08-01", debut: "2026-10-05", ...more });

describe("who can care at these hours", () => {
  it("nobody is asked anything before the search", async () => {
    const { db } = await aTown();
    expect((await readPlaceSearch(anybody(db), new URLSearchParams())).answer).toBeNull();
  });

  it("tells who covers which part, and the pair that covers all, each with its hours", async () => {
    const { db } = await aTown();
    const { answer } = await readPlaceSearch(anybody(db), asking());
    expect(answer).toMatchObject({ askedMinutes: 3450, whole: [] });
    expect(answer!.partly.map(({ place, minutes }) => [place.kind, minutes])).toEqual([
      ["multiAccueil", 3000],
      ["childminder", 900],
    ]);
    const [pair] = answer!.pairs;
    expect(pair!.cuts).toBe(5);
    expect(pair!.parts.map(({ part }) => [part.slots[0]!.start, part.slots[0]!.end])).toEqual([
      [420, 1020],
      [330, 420],
    ]);
  });

  it("tells who covers all; a nursery that is open then, and full, is told apart", async () => {
    const { db, nursery } = await aTown();
    const day = asking({ heures: "", semaine: "day" });
    expect((await readPlaceSearch(anybody(db), day)).answer!.whole.map(({ place }) => place.name)).toEqual([
      "Les Lucioles",
    ]);
    const held = await createCareRequest(db);
    await db.contract.create({
      data: {
        ...{ facilityId: nursery.id, sectionId: nursery.sectionId, childId: held.childId },
        ...{ pattern: aPattern(), startOn: "2026-09-01", createdAt: aMonday },
      },
    });
    const later = anybody(db, new Date(aMonday.getTime() + 61_000));
    const { answer } = await readPlaceSearch(later, day);
    expect(answer!.whole).toEqual([]);
    expect(answer!.full.map(({ name }) => name)).toEqual(["Les Lucioles"]);
  });

  it("remembers the town for a minute, no more", async () => {
    const { db, nursery } = await aTown();
    const found = async (seconds: number): Promise<number> => {
      const visit = anybody(db, new Date(aMonday.getTime() + seconds * 1000));
      return (await readPlaceSearch(visit, asking({ heures: "lun 8h-18h" }))).answer!.whole.length;
    };
    expect(await found(0)).toBe(1);
    await db.capacityBand.deleteMany({ where: { sectionId: nursery.sectionId } });
    expect(await found(59)).toBe(1);
    expect(await found(60)).toBe(0);
  });

  it("closing days are not counted as lacking, and a place that is taken one day is not promised", async () => {
    const { db, nursery } = await aTown();
    await db.closure.create({
      data: { facilityId: nursery.id, fromDay: "2026-12-24", toDay: "2027-01-01", label: "Noël" },
    });
    const search = asking({ heures: "lun-ven 8h-18h" });
    expect((await readPlaceSearch(anybody(db), search)).answer!.whole).toHaveLength(1);
  });

  it("what nobody has stated is unknown, never guessed", async () => {
    const { db } = await aTown();
    await db.facility.create({ data: { name: "Sans nouvelles", kind: "multiAccueil", source: "test" } });
    const { answer } = await readPlaceSearch(anybody(db), asking());
    expect(answer!.unknown.map(({ name }) => name)).toEqual(["Sans nouvelles"]);
  });

  it("says what is wrong beside the field", async () => {
    const { db } = await aTown();
    const wrong = asking({ heures: "lun 18h-8h", naissance: "", debut: "2026-09-01" });
    const { read, answer } = await readPlaceSearch(anybody(db), wrong);
    expect(answer).toBeNull();
    expect(read).toMatchObject({
      errors: {
        heures: "calendar:hoursError.endBeforeStart",
        naissance: "allocation:search.error.birth",
        debut: "allocation:search.error.past",
      },
    });
  });
});

describe("the name of a childminder", () => {
  it("is not in what the public reads, nor her id", async () => {
    const { db, early } = await aTown();
    const page = await readPlaceSearch(anybody(db), asking());
    expect(JSON.stringify(page)).not.toContain("Humbert");
    expect(JSON.stringify(page)).not.toContain(early.id);
  });

  it("is told to the coordination and to the relais, not to a manager nor an association", async () => {
    const { db } = await aTown();
    const named = async (visit: SignedVisit) => (await readPlaceSearch(visit, asking())).named;
    expect(await named(await visitAs(db, "coordinator", "offer:make"))).toBe(true);
    expect(await named(await visitAs(db, "rpe_adviser", "childminder:manage"))).toBe(true);
    expect(await named(await visitAs(db, "facility_manager", "facility:read"))).toBe(false);
    const association = { organisationId: "some-association" };
    expect(await named(await visitAs(db, "association_manager", "offer:make", association))).toBe(false);
  });
});

describe("with the hours of a request", () => {
  const of = (id: string) => new URLSearchParams({ demande: id });

  it("its family, the desk and, with consent, the relais search; whoever of the staff reads it is written down", async () => {
    const { db } = await aTown();
    const request = await createCareRequest(db, {
      status: "waiting",
      adviceConsent: true,
      adviceCase: { create: { status: "open", reasonCode: "hours-not-covered", openedAt: aMonday } },
    } as never);
    const family = await visitAs(db, "family", "family:read", { householdIds: [request.householdId] });
    for (const visit of [
      family,
      await visitAs(db, "coordinator", "careRequest:read"),
      await visitAs(db, "rpe_adviser", "advice:read"),
    ]) {
      const page = await readPlaceSearch(visit, of(request.id));
      expect(page.request).toMatchObject({ reference: request.reference });
      expect(page.answer!.whole.map(({ place }) => place.name)).toEqual(["Les Lucioles"]);
    }
    expect(await db.auditEntry.findMany({ orderBy: { subjectKind: "asc" } })).toMatchObject([
      { subjectKind: "adviceCase", subjectId: request.id },
      { subjectKind: "careRequest", subjectId: request.id },
    ]);
  });

  it("for anybody else the request does not exist", async () => {
    const { db } = await aTown();
    const request = await createCareRequest(db, { status: "waiting" });
    for (const visit of [
      anybody(db),
      await visitAs(db, "family", "family:read", { householdIds: ["another"] }),
      await visitAs(db, "rpe_adviser", "advice:read"),
      await visitAs(db, "facility_manager", "facility:read"),
      await visitAs(db, "association_manager", "careRequest:read", { organisationId: "association" }),
    ])
      await expect(readPlaceSearch(visit, of(request.id))).rejects.toMatchObject({ status: 404 });
  });
});
