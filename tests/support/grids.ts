// Grids and facts with sensible defaults: a test states only what matters to it.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { RequestFacts } from "#app/commission/rules/facts.ts";
import type { Criterion, Grid, GridContent } from "#app/commission/rules/grid.ts";

const source = "Délibération d'essai";

export function aCriterion(values: Partial<Criterion> & { code: string }): Criterion {
  return {
    fact: values.code,
    points: 10,
    words: { fr: values.code, en: "" },
    proof: null,
    source,
    validMonths: null,
    local: false,
    group: null,
    ...values,
  };
}

export const emptyContent: GridContent = {
  criteria: [],
  gates: [],
  seniority: null,
  reserves: [],
  maxShares: [],
  tieBreak: "draw",
  motives: [],
};

export function aGrid(values: Partial<Grid> = {}): Grid {
  return {
    ...emptyContent,
    id: "grid",
    code: "town",
    version: 1,
    name: "Grille d'essai",
    careKind: "nursery",
    method: "points",
    status: "adopted",
    source,
    sourceUrl: null,
    decidedOn: "2026-01-15" as CalendarDay,
    validFrom: "2026-02-01" as CalendarDay,
    validTo: null,
    ...values,
  };
}

export function someFacts(values: Partial<RequestFacts> = {}): RequestFacts {
  return {
    asked: [],
    stated: [],
    resident: true,
    multipleBirth: false,
    submittedOn: "2026-09-14" as CalendarDay,
    meetingsPassed: 0,
    local: {},
    ...values,
  };
}

/** Writes a grid down as it is; returns its id. */
export async function createGrid(db: Database, values: Partial<Grid> = {}): Promise<string> {
  const { criteria, gates, seniority, reserves, maxShares, tieBreak, motives, ...row } = aGrid(values);
  const content = { criteria, gates, seniority, reserves, maxShares, tieBreak, motives };
  await db.criteriaGrid.create({
    data: {
      ...row,
      content: content as unknown as Prisma.InputJsonValue,
      createdAt: new Date("2026-01-10T09:00:00Z"),
    },
  });
  return row.id;
}
