// La commission d'attribution : de la préparation aux lettres, sur 500 demandes. / The meeting, on 500 requests.
// npm run bench -- meeting [--requests 500]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { applyMigrations } from "#app/platform/database/migrations.server.ts";
import { addMissingParameters } from "#app/platform/parameters.server.ts";
import { addMissingGrids } from "#app/commission/acts/add-missing-grids.server.ts";
import { freezeMeeting } from "#app/commission/acts/freeze-meeting.server.ts";
import { prepareMeeting } from "#app/commission/acts/prepare-meeting.server.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { readCandidates } from "#app/commission/acts/read-candidates.server.ts";
import { readDryRun } from "#app/commission/acts/read-dry-run.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { readMeetingForm } from "#app/commission/acts/read-meeting-form.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import { fillDemonstration } from "#app/commands/demo/fill.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { readFileSync } from "node:fs";

const at = process.argv.indexOf("--requests");
const wanted = at === -1 ? 500 : Number(process.argv[at + 1]);
const folder = mkdtempSync(path.join(tmpdir(), "guichet-meeting-"));
const url = `file:${path.join(folder, "guichet.db")}`;
const json = (file) => JSON.parse(readFileSync(path.join("prisma/seed", file), "utf8"));

async function lap(label, work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  const ms = (time) => String(Math.round(time)).padStart(7);
  console.log(`${label.padEnd(36)} ${ms(performance.now() - wall)} ms ${ms((user + system) / 1000)} ms CPU`);
  return value;
}
const done = (result) => {
  if (result.ok === false) throw new Error(result.error);
  return result;
};

await applyMigrations(url, "prisma");
const db = openDatabase(url);
try {
  const now = new Date("2026-11-24T09:00:00Z");
  await addMissingParameters(db, json("parameters.json"));
  await fillDemonstration({ db, now });
  await addMissingGrids({ db, now }, json("demonstration-grids.json"));
  // Everybody has said again that the need stands; those beyond the number wanted have just withdrawn.
  await db.careRequest.updateMany({ where: { status: "toRenew" }, data: { status: "waiting" } });
  await db.careRequest.updateMany({ data: { confirmedAt: now } });
  const account = await db.account.findFirstOrThrow({
    where: { memberships: { some: { role: "coordinator" } } },
  });
  const visit = {
    ...{ db, now, today: dayOf(now), language: "fr", t: translator("fr") },
    actor: { accountId: account.id, displayName: "", email: "", grants: [], householdIds: [] },
    scope: { town: true, organisationIds: [], facilityIds: [], householdIds: [] },
  };
  const form = await readMeetingForm(visit, { careKind: "nursery" });
  const sections = form.facilities.flatMap((facility) => facility.sections.map(({ id }) => id));
  const active = await db.careRequest.findMany({
    where: { kind: "nursery", status: { in: ["waiting", "notServed", "declinedKept", "expired"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const extra = active.slice(wanted).map(({ id }) => id);
  await db.careRequest.updateMany({ where: { id: { in: extra } }, data: { status: "withdrawn" } });
  const { meetingId } = done(
    await lap("prepare", () =>
      prepareMeeting(visit, { ...form, startTo: "2027-09-30", quorum: 0, sections }),
    ),
  );
  const frozen = done(await lap("freeze", () => freezeMeeting(visit, { meetingId, version: 1 })));
  console.log(JSON.stringify(frozen.counts));
  let { version } = frozen;
  for (const label of ["run", "run again"]) {
    const ran = done(await lap(label, () => runMeeting(visit, { meetingId, version })));
    version = ran.version;
    const { bySection: _, ...figures } = ran.summary;
    if (label === "run again") console.log(JSON.stringify({ ...figures, certified: ran.certified }));
  }
  const run = await db.meetingRun.findFirstOrThrow({ where: { meetingId } });
  console.log(`instance ${run.instance.length} bytes, result ${run.result.length} bytes`);
  const filters = { state: null, facilityId: null, result: null, number: "", page: 1, runId: null };
  await lap("page of the meeting", () => readMeeting(visit, meetingId));
  await lap("page of the requests", () => readCandidates(visit, meetingId, filters));
  await lap("dry run", () => readDryRun(visit, meetingId));
  const published = done(await lap("publish", () => publishMeeting(visit, { meetingId, version })));
  console.log(JSON.stringify(published), "letters", await db.message.count());
} finally {
  await db.$disconnect();
  rmSync(folder, { recursive: true, force: true });
}
