import { describe, expect, it } from "vitest";
import { readPlaces } from "#app/allocation/acts/read-places.server.ts";
import { readLatestOffer, readOfferByLink } from "#app/allocation/acts/read-offer.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { noScope } from "#app/access/rules/permissions.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { agentVisit, openSection, startOn, tokenOf, visitOf, waitingFamily, week } from "../town.ts";

const search = (text = ""): URLSearchParams => new URLSearchParams(text);

describe("the places an agent looks at", () => {
  it("are the wishes first, then who has room, then who lacks, with the first conflict", async () => {
    const { db } = await useTestDatabase();
    for (const id of ["wished", "roomy", "full"])
      await openSection(db, { id, places: id === "roomy" ? 3 : 1 });
    const { careRequestId, childId } = await waitingFamily(db, "martin");
    await db.wish.create({ data: { careRequestId, rank: 1, facilityId: "wished", coveredMinutes: 3000 } });
    for (const facilityId of ["wished", "full"]) {
      await db.contract.create({
        data: {
          childId,
          facilityId,
          sectionId: `${facilityId}-moyens`,
          pattern: week(17, 18, [2]),
          startOn: "2026-09-01",
          createdAt: new Date(),
        },
      });
    }
    const page = await readPlaces(agentVisit(db), careRequestId, search());
    const names = (places: { facilityId: string }[]) => places.map(({ facilityId }) => facilityId);
    expect(names(page.places.wishes)).toEqual(["wished"]);
    expect(names(page.places.able)).toEqual(["roomy"]);
    expect(names(page.places.lacking)).toEqual(["full"]);
    expect(page.places.able[0]!.look).toEqual({ ok: true, left: 3 });
    expect(page.places.wishes[0]!.look).toMatchObject({
      conflicts: [{ weekday: 2, start: 1020, end: 1080, cause: "full", always: true }],
    });
    expect(page).toMatchObject({
      choice: { startOn, endOn: "2027-08-31", hours: "asked", sectionId: null },
      chosen: null,
      answerBy: "2026-09-17",
    });
    expect(await db.auditEntry.count({ where: { subjectId: careRequestId, action: "read" } })).toBe(1);
  });

  it("follow the days and hours in the address, and fall back when they cannot be read", async () => {
    const { db } = await useTestDatabase();
    const sectionId = await openSection(db);
    const { careRequestId } = await waitingFamily(db, "roux", { pattern: week(5, 20) });
    const read = (text: string) => readPlaces(agentVisit(db), careRequestId, search(text));
    const opening = await read(`debut=2026-11-02&fin=&heures=opening&section=${sectionId}`);
    expect(opening.choice).toEqual({ startOn: "2026-11-02", endOn: null, hours: "opening", sectionId });
    expect(opening.chosen).toMatchObject({ pattern: week(7, 19), look: { ok: true, left: 1 } });
    const garbled = await read("debut=yesterday&fin=never&heures=all");
    expect(garbled.choice).toEqual({ startOn, endOn: "2027-08-31", hours: "asked", sectionId: null });
  });

  it("are those of an association's own facilities and requests", async () => {
    const { db } = await useTestDatabase();
    await openSection(db);
    const { careRequestId } = await waitingFamily(db, "petit");
    const scope = { ...noScope, organisationIds: ["elsewhere"] };
    await expect(readPlaces(visitOf(db, { scope }), careRequestId, search())).rejects.toMatchObject({
      status: 404,
    });
    const own = { ...noScope, organisationIds: ["ccas"] };
    expect((await readPlaces(visitOf(db, { scope: own }), careRequestId, search())).places.able).toHaveLength(
      1,
    );
  });
});

describe("an offer, read", () => {
  it("by its link shows the place and the deadline, open then late", async () => {
    const { db } = await useTestDatabase();
    const sectionId = await openSection(db);
    const { careRequestId } = await waitingFamily(db, "faure");
    const asked = { careRequestId, sectionId, version: 1, startOn, endOn: null, hours: "asked" as const };
    const made = await makeOffer(agentVisit(db), asked);
    const token = await tokenOf(db, made.ok ? made.offerId : "");
    const offer = await readOfferByLink(visitOf(db), token);
    expect(offer).toMatchObject({
      standing: "open",
      answerBy: "2026-09-17",
      parts: [{ sectionName: "Moyens" }],
    });
    const late = visitOf(db, { now: new Date("2026-09-18T08:00:00Z") });
    expect(await readOfferByLink(late, token)).toMatchObject({ standing: "late", nextMeeting: "2026-10-15" });
    expect(await readLatestOffer(visitOf(db), careRequestId)).toEqual(offer);
    await expect(readOfferByLink(visitOf(db), "wrong")).rejects.toMatchObject({ status: 404 });
  });

  it("is nothing when a request had none", async () => {
    const { db } = await useTestDatabase();
    const { careRequestId } = await waitingFamily(db, "blanc");
    expect(await readLatestOffer(visitOf(db), careRequestId)).toBeNull();
  });
});
