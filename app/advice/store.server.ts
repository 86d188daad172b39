import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { careRequestStatuses, statusMeaning } from "#app/requests/rules/lifecycle.ts";
import type { AdviceCode, CaseStatus } from "./rules/advice.ts";

export async function insertCase(
  tx: Database,
  { careRequestId, reasonCode, at }: { careRequestId: string; reasonCode: string; at: Date },
): Promise<void> {
  await tx.adviceCase.upsert({
    where: { careRequestId },
    create: { careRequestId, reasonCode, status: "open" satisfies CaseStatus, openedAt: at },
    update: {},
  });
}

const caseDetails = {
  careRequest: {
    select: {
      id: true,
      reference: true,
      kind: true,
      status: true,
      pattern: true,
      weeklyMinutes: true,
      atypicalMinutes: true,
      startOn: true,
      zoneCode: true,
      submittedAt: true,
      child: { select: { firstName: true, birthDay: true, expectedOn: true } },
    },
  },
} satisfies Prisma.AdviceCaseInclude;

export type CaseRow = Prisma.AdviceCaseGetPayload<{ include: typeof caseDetails }>;

/** Only with the family's consent, and while the request looks for a place: nobody keeps a contact without a reason. */
const consented = {
  careRequest: {
    adviceConsent: true,
    status: { in: careRequestStatuses.filter((status) => statusMeaning[status].outcome === "open") },
  },
};

export async function listCases(
  db: Database,
  status: CaseStatus,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: CaseRow[]; total: number }> {
  const where = { status, ...consented };
  const [rows, total] = await Promise.all([
    db.adviceCase.findMany({
      where,
      include: caseDetails,
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
      skip,
      take,
    }),
    db.adviceCase.count({ where }),
  ]);
  return { rows, total };
}

const fileDetails = {
  notes: { orderBy: { at: "asc" } },
  careRequest: {
    select: {
      ...caseDetails.careRequest.select,
      household: {
        select: { guardians: { orderBy: { rank: "asc" } } },
      },
      wishes: {
        orderBy: { rank: "asc" },
        select: { rank: true, coveredMinutes: true, facility: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.AdviceCaseInclude;

export type CaseFile = Prisma.AdviceCaseGetPayload<{ include: typeof fileDetails }>;

export async function findCase(db: Database, id: string): Promise<CaseFile | null> {
  return db.adviceCase.findFirst({ where: { id, ...consented }, include: fileDetails });
}

/** Appends advice if the case still stands where the adviser saw it. Returns the note's id, or null. */
export async function addNote(
  tx: Database,
  guard: { id: string; version: number },
  note: { code: AdviceCode; text: string; at: Date; accountId: string; close: boolean },
): Promise<string | null> {
  const { close, ...written } = note;
  const { count } = await tx.adviceCase.updateMany({
    where: { ...guard, status: "open" },
    data: { version: { increment: 1 }, ...(close ? { status: "closed", closedAt: note.at } : {}) },
  });
  if (count !== 1) return null;
  const created = await tx.adviceNote.create({
    data: { adviceCaseId: guard.id, ...written },
    select: { id: true },
  });
  return created.id;
}

export async function notesOf(
  db: Database,
  careRequestId: string,
): Promise<{ code: string; text: string | null; at: Date }[]> {
  return db.adviceNote.findMany({
    where: { adviceCase: { careRequestId } },
    orderBy: { at: "asc" },
    select: { code: true, text: true, at: true },
  });
}
