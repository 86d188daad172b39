// A small town whose families bear names found nowhere else, one account for each role, and a session for each.
import { addDays } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { renewalToken } from "#app/requests/acts/renewal-link.server.ts";
import { aPattern, createCareRequest, createFacility, createOrganisation } from "../support/builders.ts";
import { aCriterion, createGrid } from "../support/grids.ts";
import { createMeetings } from "../support/meetings.ts";
import { sendProof } from "./town-proof.ts";
import { type RoleName, type Secret, roles, secrets } from "./roles.ts";

const weekdays: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const pattern = aPattern({ weekdays });
export const askToken = "ask-family";
export const feedToken = "f".repeat(43);

export type Town = {
  requests: Record<Secret, string>;
  contracts: Record<Secret, string>;
  presences: Record<Secret, string>;
  offers: { family: string; otherFamily: string };
  offerTokens: { family: string; otherFamily: string };
  /** The link of a letter that asks whether a request still stands. */
  renewalToken: string;
  /** One a role: too many visits to one tracking link are refused. */
  trackingTokenOf: (role: RoleName) => string;
  linkOf: (role: RoleName) => string;
};

const facilityOf: Record<Secret, string> = {
  family: "facility-nursery",
  otherFamily: "facility-other-nursery",
  ofAssociation: "facility-site",
  ofOtherAssociation: "facility-other-site",
};
const handlerOf: Record<Secret, string> = {
  family: "ccas",
  otherFamily: "ccas",
  ofAssociation: "association",
  ofOtherAssociation: "other-association",
};

async function addHousehold(db: Database, whose: Secret, now: Date): Promise<void> {
  const name = secrets[whose];
  await db.household.create({
    data: {
      id: `household-${whose}`,
      createdAt: now,
      guardians: {
        create: { firstName: "Sam", lastName: name, email: `${whose}@example.org`.toLowerCase(), rank: 1 },
      },
      children: {
        create: { id: `child-${whose}`, firstName: "Lou", lastName: name, birthDay: "2025-02-03" },
      },
    },
  });
}

/** A request on the list, a contract that runs, and a stay of yesterday that nobody has marked. */
async function addFile(db: Database, whose: Secret, now: Date): Promise<void> {
  const facilityId = facilityOf[whose];
  const yesterday = addDays(dayOf(now), -1);
  await createCareRequest(db, {
    id: `request-${whose}`,
    reference: `GF-26-7K3M${2 + Object.keys(secrets).indexOf(whose)}`,
    householdId: `household-${whose}`,
    childId: `child-${whose}`,
    kind: whose.startsWith("of") ? "afterSchool" : "nursery",
    status: "waiting",
    handlerId: handlerOf[whose],
    startOn: addDays(dayOf(now), 60),
    submittedAt: now,
    trackingTokenHash: hashToken(`tracking of ${whose}`),
    adviceConsent: whose === "family",
    pattern,
  });
  await db.contract.create({
    data: {
      id: `contract-${whose}`,
      childId: `child-${whose}`,
      facilityId,
      sectionId: `${facilityId}-section`,
      pattern,
      startOn: addDays(yesterday, -30),
      createdAt: now,
      presences: {
        create: {
          id: `presence-${whose}`,
          day: yesterday,
          plannedStart: instantAt(yesterday, 480),
          plannedEnd: instantAt(yesterday, 1080),
          state: "planned",
        },
      },
    },
  });
}

/** Requests that a family follows from the link of its acknowledgement. */
async function addTracked(db: Database, now: Date): Promise<void> {
  for (const [index, role] of roles.entries()) {
    await createCareRequest(db, {
      id: `tracked-${role}`,
      reference: `GF-26-8N4P${index < 8 ? index + 2 : "ABCDEFGH"[index - 8]}`,
      householdId: "household-family",
      childId: "child-family",
      status: "waiting",
      handlerId: "ccas",
      startOn: addDays(dayOf(now), 60),
      submittedAt: now,
      trackingTokenHash: hashToken(`tracking-${role}`),
      pattern,
    });
  }
}

/** A request whose family is asked whether it still stands. */
async function addAsked(db: Database, now: Date): Promise<string> {
  const id = "asked-family";
  await createCareRequest(db, {
    ...{ id, reference: "GF-26-9Q5R2", householdId: "household-family", childId: "child-family" },
    ...{ status: "toRenew", handlerId: "ccas", startOn: addDays(dayOf(now), 60), submittedAt: now },
    ...{ renewalAskedAt: now, renewBy: addDays(dayOf(now), 15), trackingTokenHash: id, pattern },
  });
  return renewalToken(id, now);
}

/** An open offer, which the family answers from its link. */
async function addOffer(db: Database, whose: "family" | "otherFamily", now: Date): Promise<void> {
  const facilityId = facilityOf[whose];
  await db.careRequest.update({ where: { id: `request-${whose}` }, data: { status: "offered" } });
  await db.offer.create({
    data: {
      id: `offer-${whose}`,
      careRequestId: `request-${whose}`,
      facilityId,
      sectionId: `${facilityId}-section`,
      pattern,
      startOn: addDays(dayOf(now), 60),
      status: "open",
      answerBy: instantAt(addDays(dayOf(now), 9), 1439),
      createdAt: now,
      tokenHash: hashToken(`offer-${whose}`),
    },
  });
}

/** Free hours that a family is being asked about, on a day that families book. */
async function addAsk(db: Database, now: Date): Promise<void> {
  const day = addDays(dayOf(now), 10);
  const [facilityId, sectionId] = ["facility-nursery", "facility-nursery-section"];
  const created = { createdAt: now };
  await db.occasionalWindow.create({
    data: {
      id: "window",
      facilityId,
      sectionId,
      fromDay: day,
      toDay: day,
      opensAt: now,
      closesAt: instantAt(day, 0),
      createdBy: "account-facilityManager",
    },
  });
  await db.contract.create({
    data: {
      id: "occasional-family",
      childId: "child-family",
      facilityId,
      sectionId,
      pattern: { cycleWeeks: 1, slots: [] },
      startOn: dayOf(now),
      kind: "occasional",
      ...created,
      occasionalStays: {
        create: {
          sectionId,
          day,
          start: instantAt(day, 1140),
          end: instantAt(day, 1200),
          status: "asked",
          askedAt: now,
          answerBy: instantAt(day, 0),
          tokenHash: hashToken(askToken),
          ...created,
        },
      },
    },
  });
}

type Staff = Partial<Record<RoleName, { role: string; organisationId?: string; facilityId?: string }>>;
const staff: Staff = {
  disabled: { role: "coordinator" },
  coordinator: { role: "coordinator" },
  facilityManager: { role: "facility_manager", facilityId: "facility-nursery" },
  otherFacilityManager: { role: "facility_manager", facilityId: "facility-other-nursery" },
  attendanceStaff: { role: "attendance_staff", facilityId: "facility-nursery" },
  associationManager: { role: "association_manager", organisationId: "association" },
  otherAssociationManager: { role: "association_manager", organisationId: "other-association" },
  rpeAdviser: { role: "rpe_adviser", organisationId: "rpe" },
  cafReferrer: { role: "caf_referrer", organisationId: "caf" },
  observer: { role: "observer" },
  administrator: { role: "administrator" },
};

/** The account of each role, with a sign-in link: sessions are opened through the door, as people do. */
async function addAccounts(db: Database, now: Date): Promise<void> {
  for (const role of roles.filter((each) => each !== "anonymous")) {
    const membership = staff[role];
    const email = `${role}@example.org`.toLowerCase();
    await db.account.create({
      data: {
        id: `account-${role}`,
        email,
        displayName: `Compte ${role}`,
        createdAt: now,
        memberships: membership && {
          create: { ...membership, id: `membership-${role}`, validFrom: "2020-01-01" },
        },
      },
    });
    await db.guardian.updateMany({ where: { email }, data: { accountId: `account-${role}` } });
    const expiresAt = new Date(now.getTime() + 30 * 60_000);
    await db.signInLink.create({
      data: { tokenHash: hashToken(`link-${role}`), email, createdAt: now, expiresAt },
    });
  }
}

/** @param dataDir where documents sent as proof are kept */
export async function fillTown(db: Database, dataDir: string, now: Date): Promise<Town> {
  const organisations = { ccas: "ccas", association: "association", "other-association": "association" };
  for (const [id, kind] of Object.entries({ ...organisations, rpe: "rpe", caf: "caf" }))
    await createOrganisation(db, { id, kind });
  const open = { weekdays, places: 20 };
  for (const id of ["facility-nursery", "facility-other-nursery"])
    await createFacility(db, { id, organisationId: "ccas", ...open });
  await createFacility(db, { id: "childminder", kind: "childminder", maxAgeMonths: 72, ...open });
  for (const id of ["facility-site", "facility-other-site"]) {
    const organisationId = id.replace("facility-", "").replace("site", "association");
    await createFacility(db, { id, kind: "afterSchool", organisationId, maxAgeMonths: 143, ...open });
  }
  const everyone = Object.keys(secrets) as Secret[];
  for (const whose of everyone) {
    await addHousehold(db, whose, now);
    await addFile(db, whose, now);
  }
  for (const whose of ["family", "otherFamily"] as const) await addOffer(db, whose, now);
  await addAsk(db, now);
  await addTracked(db, now);
  const asked = await addAsked(db, now);
  await addAccounts(db, now);
  const criteria = [aCriterion({ code: "single-parent", proof: "caf-certificate" })];
  await createGrid(db, { id: "grid-town", criteria });
  await createGrid(db, { id: "grid-draft", version: 2, status: "draft", criteria });
  await createMeetings(db, { gridId: "grid-town", careRequestId: "request-family", now });
  await db.calendarFeed.create({
    data: {
      id: "feed-family",
      accountId: "account-family",
      kind: "family",
      tokenHash: hashToken(feedToken),
      createdAt: now,
    },
  });
  await db.adviceCase.create({
    data: {
      id: "case",
      careRequestId: "request-family",
      status: "open",
      reasonCode: "hours-not-covered",
      openedAt: now,
    },
  });
  await sendProof(db, dataDir, now);
  const named = <K extends string>(prefix: string, keys: readonly K[]): Record<K, string> =>
    Object.fromEntries(keys.map((key) => [key, `${prefix}-${key}`])) as Record<K, string>;
  const two = ["family", "otherFamily"] as const;
  return {
    requests: named("request", everyone),
    contracts: named("contract", everyone),
    presences: named("presence", everyone),
    offers: named("offer", two),
    offerTokens: named("offer", two),
    renewalToken: asked,
    trackingTokenOf: (role) => `tracking-${role}`,
    linkOf: (role) => `link-${role}`,
  };
}
