import { instantAt } from "#app/calendar/rules/instant.ts";
import { readJobStates } from "#app/platform/jobs.server.ts";
import { readOutbox } from "#app/platform/mail/outbox-state.server.ts";
import { countAccounts } from "../store/accounts.server.ts";
import { countAuditEntriesSince } from "../store/audit.server.ts";
import type { SignedVisit } from "../visit.server.ts";

export type AdministrationView = {
  staffAccounts: number;
  disabledAccounts: number;
  /** Files read, and acts on them, since midnight. */
  readsOfTheDay: number;
  failedJobs: number;
  failedMessages: number;
};

export async function readAdministration({ db, now, today }: SignedVisit): Promise<AdministrationView> {
  const jobs = await readJobStates(db, now);
  return {
    ...(await countAccounts(db)),
    readsOfTheDay: await countAuditEntriesSince(db, instantAt(today, 0)),
    failedJobs: jobs.filter(({ outcome }) => outcome === "failed").length,
    failedMessages: (await readOutbox(db)).failed,
  };
}
