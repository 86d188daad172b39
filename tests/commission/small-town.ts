// A small town with one meeting: two nurseries, a grid of two criteria, a dozen requests.
import type { SignedVisit } from "#app/access/visit.server.ts";
import { freezeMeeting } from "#app/commission/acts/freeze-meeting.server.ts";
import { prepareMeeting } from "#app/commission/acts/prepare-meeting.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import type { Grid } from "#app/commission/rules/grid.ts";
import type { MeetingForm } from "#app/commission/rules/meeting-form.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { aPattern, createCareRequest, createFacility, visitAs } from "#tests/support/builders.ts";
import { aCriterion, createGrid } from "#tests/support/grids.ts";

export const townGrid: Partial<Grid> = {
  criteria: [
    aCriterion({ code: "both-parents-work", points: 20 }),
    aCriterion({ code: "single-parent", points: 10 }),
    aCriterion({ code: "sibling-there", fact: "sibling-present", points: 5, local: true }),
  ],
  motives: [
    { code: "protection", use: ["pin"], words: { fr: "Protection de l'enfance", en: "Child protection" } },
    { code: "unsuitable", use: ["forbid"], words: { fr: "Accueil inadapté", en: "Unsuitable" } },
  ],
};

export type SmallTown = { visit: SignedVisit; lilac: string; oak: string; sections: string[] };

/** Two nurseries: four places at the Lilas, two at the Chêne. */
export async function smallTown(
  db: Database,
  { grid = {}, places = [4, 2] }: { grid?: Partial<Grid>; places?: [number, number] } = {},
): Promise<SmallTown> {
  await createGrid(db, { ...townGrid, ...grid });
  const lilac = await createFacility(db, { id: "lilas", name: "Les Lilas", places: places[0] });
  const oak = await createFacility(db, { id: "chene", name: "Le Chêne", places: places[1] });
  const visit = await visitAs(db, "coordinator", "commission:decide");
  return { visit, lilac: lilac.id, oak: oak.id, sections: [lilac.sectionId, oak.sectionId] };
}

type Asked = Omit<NonNullable<Parameters<typeof createCareRequest>[1]>, "wishes" | "facts"> & {
  wishes: string[];
  facts?: string[];
};

/** A request on the list, with its wishes in order and its accepted facts. */
export async function ask(
  db: Database,
  id: string,
  { wishes, facts = [], ...values }: Asked,
): Promise<string> {
  await createCareRequest(db, { id, status: "waiting", reference: `GF-${id}`, ...values });
  await db.wish.createMany({
    data: wishes.map((facilityId, at) => ({
      careRequestId: id,
      facilityId,
      rank: at + 1,
      coveredMinutes: 3000,
    })),
  });
  await db.priorityFact.createMany({
    data: facts.map((code) => ({ careRequestId: id, code, proofState: "verified" })),
  });
  return id;
}

/** A child in care, all week. */
export async function inCare(
  db: Database,
  id: string,
  facilityId: string,
  values: Partial<Prisma.ContractUncheckedCreateInput> & { pattern?: object } = {},
): Promise<{ id: string; childId: string }> {
  const request = await createCareRequest(db, {
    id: `${id}-before`,
    status: "inCare",
    reference: `GF-${id}-before`,
  });
  const childId = values.childId ?? request.childId;
  await db.contract.create({
    data: {
      ...{ facilityId, sectionId: `${facilityId}-section` },
      agreementId: `${id}-agreement`,
      pattern: aPattern(),
      startOn: "2026-09-01",
      endOn: "2027-08-31",
      createdAt: new Date("2026-08-01T08:00:00Z"),
      ...values,
      id,
      childId,
    } as Prisma.ContractUncheckedCreateInput,
  });
  return { id, childId };
}

export const aMeeting = (sections: string[], values: Partial<MeetingForm> = {}): MeetingForm =>
  ({
    careKind: "nursery",
    heldOn: "2026-09-28",
    startFrom: "2026-10-05",
    startTo: "2026-12-31",
    answerDays: 10,
    quorum: 0,
    surnombreMax: 0,
    sections,
    ...values,
  }) as MeetingForm;

/** A dozen requests: the working couples first, then one parent alone, then the others. */
export async function twelveRequests(db: Database, { lilac, oak }: SmallTown): Promise<void> {
  for (let at = 1; at <= 12; at += 1)
    await ask(db, `r${String(at).padStart(2, "0")}`, {
      wishes: at % 3 === 0 ? [oak, lilac] : [lilac, oak],
      facts: at <= 4 ? ["both-parents-work"] : at <= 7 ? ["single-parent"] : [],
    });
}

export async function preparedMeeting(
  town: SmallTown,
  values: Partial<MeetingForm> = {},
): Promise<{ meetingId: string; version: number }> {
  const prepared = await prepareMeeting(town.visit, aMeeting(town.sections, values));
  if (!prepared.ok) throw new Error(prepared.error);
  return { meetingId: prepared.meetingId, version: 1 };
}

export async function frozenMeeting(
  town: SmallTown,
  values: Partial<MeetingForm> = {},
): Promise<{ meetingId: string; version: number }> {
  const seen = await preparedMeeting(town, values);
  const frozen = await freezeMeeting(town.visit, seen);
  if (!frozen.ok) throw new Error(frozen.error);
  return { meetingId: seen.meetingId, version: frozen.version };
}

export async function ranMeeting(
  town: SmallTown,
  values: Partial<MeetingForm> = {},
): Promise<{ meetingId: string; version: number; runId: string }> {
  const seen = await frozenMeeting(town, values);
  const ran = await runMeeting(town.visit, seen);
  if (!ran.ok) throw new Error(ran.error);
  return { meetingId: seen.meetingId, version: ran.version, runId: ran.runId };
}
