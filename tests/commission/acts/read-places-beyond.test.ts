import { expect, test } from "vitest";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { anyWorse, readPlacesBeyond } from "#app/commission/acts/read-places-beyond.server.ts";
import type { PlannedPart } from "#app/commission/rules/meeting-options.ts";
import type { MeetingTown } from "#app/commission/rules/meeting-town.ts";
import { aPattern, createFacility } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, inCare, ranMeeting, smallTown } from "../small-town.ts";

test("A place sold twice makes its facility worse; a child who is there by a seat and an offer is one child", async () => {
  const { db } = await useTestDatabase();
  const { id, sectionId } = await createFacility(db, { places: 1 });
  const { childId } = await inCare(db, "a", id);
  const hours = { pattern: aPattern(), startOn: "2026-10-05", endOn: "2027-08-31" } as const;
  const town = (child: string) =>
    ({
      facilities: [{ id, seats: [{ childId: child, rows: [{ sectionId, ...hours }] }] }],
    }) as unknown as MeetingTown;
  const offers = [
    {
      candidate: { childId },
      ...{ facilityId: id, sectionId, pattern: hours.pattern, from: hours.startOn, to: hours.endOn },
    } as unknown as PlannedPart,
  ];
  const before = await readPlacesBeyond(db, town(childId), offers, false);
  const request = await ask(db, "other", { wishes: [id] });
  const offer = { ...hours, pattern: hours.pattern as object, facilityId: id, sectionId };
  const written = {
    ...{ ...offer, careRequestId: request, status: "open", tokenHash: "hash", createdBy: "desk" },
    ...{ createdAt: new Date("2026-09-28"), answerBy: new Date("2026-10-02") },
  };
  await db.offer.create({ data: written });
  const sold = await readPlacesBeyond(db, town("somebody else"), offers, true);
  expect(anyWorse(before, sold)).toBe(true);
  const kept = await readPlacesBeyond(db, town(childId), offers, true);
  expect(anyWorse(before, kept)).toBe(false);
});

test("One more day at the crèche where the child is already is published, though its seat is still counted", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 0] });
  const { childId } = await inCare(db, "a", town.lilac, { pattern: aPattern({ weekdays: [1, 2, 3, 4] }) });
  const { householdId } = await db.child.findUniqueOrThrow({ where: { id: childId } });
  await ask(db, "more", { wishes: [town.lilac], childId, householdId, pattern: aPattern() });
  const { meetingId, version } = await ranMeeting(town);
  expect(await publishMeeting(town.visit, { meetingId, version })).toMatchObject({ ok: true, offers: 1 });
});
