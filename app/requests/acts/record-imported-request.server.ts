import { randomUUID } from "node:crypto";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import { type TimeBands, hoursByBand } from "#app/calendar/rules/time-bands.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { recordHousehold } from "#app/families/acts/record-household.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { matchKey } from "#app/platform/files/cell-values.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import type { Opening } from "../rules/coverage.ts";
import { readBefore } from "../rules/delays.ts";
import {
  type ImportedRequest,
  type KnownRequest,
  type StatedNeed,
  fewerDaysOf,
} from "../rules/imported-request.ts";
import { coveredMinutes } from "../rules/wishes.ts";
import { correctRequest, findHouseholdsByEmail, replaceWishes } from "../store/import.server.ts";
import { type NewStep, insertStep } from "../store/steps.server.ts";
import { insertCareRequest } from "../store/submission.server.ts";
import { newReference } from "./new-reference.server.ts";
import type { ImportTown } from "./parse-imported-request.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordReferral } from "./record-referral.server.ts";

type Household = { id: string; address: ImportedRequest["address"] };

export type ImportSettings = {
  now: Date;
  today: CalendarDay;
  nextStepBy: CalendarDay;
  bands: TimeBands;
  opening: Map<string, Opening[]>;
  /** Known households and those that earlier lines made, by guardian. */
  households: Map<string, Household>;
};

/** One guardian: the same address to write to, or number to call, and the same name. */
const guardianKey = ({
  email,
  phone,
  lastName,
}: {
  email: string | null;
  phone?: string | null;
  lastName: string;
}): string => `${email ?? phone} ${matchKey(lastName)}`;

export async function readImportSettings(tx: Database, now: Date, town: ImportTown): Promise<ImportSettings> {
  const today = dayOf(now);
  const households = await findHouseholdsByEmail(tx);
  return {
    now,
    today,
    nextStepBy: readBefore(today, await readDelays(tx, today)),
    bands: await readParameter(tx, "time-bands", today, timeBands),
    opening: new Map(town.facilities.map(({ id, opening }) => [id, opening])),
    households: new Map(
      households.map((each) => [guardianKey(each), { id: each.householdId, address: each.address }]),
    ),
  };
}

const minutesOf = (pattern: WeeklyPattern, bands: TimeBands) => {
  const { total, atypical } = hoursByBand(pattern, bands);
  return { weeklyMinutes: Math.round(total), atypicalMinutes: Math.round(atypical) };
};

const wishRows = ({ wishes, pattern }: StatedNeed, opening: ImportSettings["opening"]) =>
  (wishes ?? []).map((facilityId, index) => ({
    rank: index + 1,
    facilityId,
    coveredMinutes: Math.round(coveredMinutes(pattern, opening.get(facilityId) ?? []) ?? 0),
  }));

/** Writes a request of a file, with its household, its history and where it goes. Joins the caller's transaction. */
export async function recordImportedRequest(
  tx: Database,
  request: ImportedRequest,
  settings: ImportSettings,
): Promise<void> {
  const { now, today, bands, opening, households, nextStepBy } = settings;
  const { child, guardian, kind, startOn, flexibleWeeks, pattern, adviceConsent, receivedOn } = request;
  const key = guardianKey(guardian);
  const known = households.get(key);
  // A line that leaves the street out says nothing of where the household lives.
  const address = known && request.address.street === null ? known.address : request.address;
  const { householdId, childIds } = await recordHousehold(tx, {
    householdId: known?.id ?? null,
    address,
    guardians: [guardian],
    children: [child],
    at: now,
  });
  households.set(key, { id: householdId, address });
  const id = randomUUID();
  await insertCareRequest(tx, {
    id,
    reference: await newReference(tx, today),
    householdId,
    childId: childIds[0]!,
    kind,
    status: "submitted",
    language: "fr",
    pattern,
    ...minutesOf(pattern, bands),
    startOn,
    flexibleWeeks: flexibleWeeks ?? 0,
    zoneCode: address.zoneCode,
    adviceConsent: adviceConsent ?? false,
    ...fewerDaysOf(request),
    submittedAt: receivedOn && receivedOn < today ? instantAt(receivedOn, 0) : now,
    nextStepBy,
    // Nobody has this link: a guardian who has an e-mail address signs in with it.
    trackingTokenHash: hashToken(newToken()),
    wishes: wishRows(request, opening),
    facts: [],
  });
  await insertStep(tx, importStep(id, null, now));
  await recordReferral(tx, { careRequestId: id, at: now, today });
}

const importStep = (careRequestId: string, fromStatus: "submitted" | null, at: Date): NewStep => ({
  careRequestId,
  at,
  transition: "import",
  fromStatus,
  toStatus: "submitted",
  by: "desk",
  accountId: null,
});

/** Writes what a later file says of a request that nobody has acted on, and sends it again to whoever can serve it. */
export async function recordCorrectedRequest(
  tx: Database,
  known: KnownRequest,
  need: StatedNeed,
  { now, today, bands, opening }: ImportSettings,
): Promise<void> {
  const { startOn, flexibleWeeks, pattern, adviceConsent } = need;
  const corrected = await correctRequest(tx, known, {
    startOn,
    pattern,
    ...(flexibleWeeks === null ? {} : { flexibleWeeks }),
    ...(adviceConsent === null ? {} : { adviceConsent }),
    ...fewerDaysOf(need),
    ...minutesOf(pattern, bands),
  });
  if (!corrected) throw new Error(`Request ${known.reference} changed during its own import.`);
  await replaceWishes(tx, known.id, wishRows(need, opening));
  await insertStep(tx, importStep(known.id, "submitted", now));
  await recordReferral(tx, { careRequestId: known.id, at: now, today });
}
