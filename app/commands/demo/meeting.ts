// A meeting in preparation, so that whoever opens the demonstration finds one to freeze and run.
import { prepareMeeting } from "#app/commission/acts/prepare-meeting.server.ts";
import { readMeetingForm } from "#app/commission/acts/read-meeting-form.server.ts";
import { stateAttendance } from "#app/commission/acts/state-attendance.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { FillContext } from "./fill.ts";

const members = [
  { name: "Claire Muller", quality: "Adjointe à la petite enfance", voting: true },
  { name: "Hakim Benali", quality: "Conseiller municipal", voting: true },
  { name: "Sophie Kieffer", quality: "Coordinatrice petite enfance", voting: true },
  { name: "Inès Ferreira", quality: "Puéricultrice, PMI", voting: false },
];

/** Prepares the next meeting of the nurseries, as the coordinator of the demonstration would. */
export async function prepareDemonstrationMeeting({ db, now }: FillContext): Promise<void> {
  const account = await db.account.findFirstOrThrow({
    where: { memberships: { some: { role: "coordinator" } } },
    orderBy: { email: "asc" },
  });
  const { id: accountId, displayName, email } = account;
  const grants = [{ role: "coordinator" as const, organisationId: null, facilityId: null }];
  const visit = {
    ...{ db, now, today: dayOf(now), language: "fr" as const, t: translator("fr") },
    actor: { accountId, displayName, email, grants, householdIds: [] },
    scope: { town: true, organisationIds: [], facilityIds: [], householdIds: [] },
  };
  const form = await readMeetingForm(visit, { careKind: "nursery" });
  if (!form.grid) return;
  const { careKind, heldOn, startFrom, startTo, answerDays, quorum, surnombreMax, facilities } = form;
  const sections = facilities.flatMap((facility) =>
    facility.sections.filter(({ chosen }) => chosen).map(({ id }) => id),
  );
  const prepared = await prepareMeeting(visit, {
    ...{ careKind, heldOn, startFrom, startTo, answerDays, quorum, surnombreMax, sections },
  });
  if (!prepared.ok) throw new Error(prepared.error);
  await stateAttendance(
    visit,
    { meetingId: prepared.meetingId, version: 1 },
    members.map((member) => ({ ...member, present: false })),
  );
}
