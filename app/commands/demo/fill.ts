import { offerDelays } from "#app/allocation/rules/offer.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import { renewalSettings } from "#app/requests/rules/renewal.ts";
import { staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { referralRules } from "#app/requests/rules/referral.ts";
import type { TownParameters } from "./build.ts";
import type { Rows, Table } from "./rows.ts";
import { replaceAll } from "./store.server.ts";
import { generateTown } from "./town.ts";

export type FillContext = { db: PrismaClient; now: Date };
export type Progress = (done: number, total: number, label: string) => void;
/** What comes once the town is there, such as counting it for the observatory. */
export type AfterFill = { label: string; run: (context: FillContext) => Promise<unknown> };

/** How many of each the town has. */
export type Summary = { rows: number } & Record<Table, number>;

export const usualSeed = 57_463;

const labels: Partial<Record<Table, string>> = {
  organisation: "quartiers, écoles, structures",
  household: "familles",
  careRequest: "demandes",
  wish: "vœux et orientations",
  presence: "présences",
};

function summaryOf(rows: Rows): Summary {
  const counts = Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { rows: total, ...(counts as Record<Table, number>) };
}

async function readParameters(db: PrismaClient, today: CalendarDay): Promise<TownParameters> {
  const { offerAnswerDays } = await readParameter(db, "delays", today, offerDelays);
  return {
    bands: await readParameter(db, "time-bands", today, timeBands),
    referralRules: await readParameter(db, "referral-rules", today, referralRules),
    delays: { ...(await readDelays(db, today)), offerAnswerDays },
    staffRatio: await readParameter(db, "staff-ratio", today, staffRatio),
    renewal: await readParameter(db, "renewal", today, renewalSettings),
  };
}

/**
 * Empties the database of everything but its parameters, and fills it with the demonstration town: all of it, or
 * nothing. The same town for the same seed and the same day.
 */
export async function fillDemonstration(
  context: FillContext,
  progress: Progress = () => undefined,
  options: { seed?: number; afterFill?: AfterFill[] } = {},
): Promise<Summary> {
  const { db, now } = context;
  const { seed = usualSeed, afterFill = [] } = options;
  const today = dayOf(now);
  progress(0, 1, "ville");
  const rows = generateTown({
    seed,
    today,
    parameters: await readParameters(db, today),
  });
  const summary = summaryOf(rows);
  let done = 0;
  let label = "";
  await replaceAll(db, rows, (table, written) => {
    done += written;
    label = labels[table] ?? label;
    progress(done, summary.rows, label);
  });
  for (const [index, { label: said, run }] of afterFill.entries()) {
    progress(index, afterFill.length, said);
    await run(context);
  }
  return summary;
}
