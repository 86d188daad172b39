import { type Visit, notFound } from "#app/access/visit.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { MeetingFigures, PublicMeetingView } from "../rules/publication-view.ts";
import type { CancelledMeetingView } from "../rules/public-view.ts";
import { type MeetingRow, findMeeting, listMeetings } from "../store/meetings.server.ts";
import { requireGrid } from "./require-meeting.server.ts";

async function publicView(db: Database, meeting: MeetingRow): Promise<PublicMeetingView> {
  const { id, heldOn, careKind, startFrom, startTo, publishedAt, seedCommitment, seed, figures } = meeting;
  const grid = await requireGrid(db, meeting);
  return {
    ...{ id, heldOn, careKind, startFrom, startTo, seedCommitment, seed },
    publishedAt: publishedAt!.toISOString(),
    grid: { id: grid.id, code: grid.code, name: grid.name, version: grid.version, source: grid.source },
    figures: figures as MeetingFigures,
  };
}

/** Published meetings, the latest first: rules, figures, draw; nothing of anybody. */
export async function readPublicMeetings({ db }: Pick<Visit, "db">): Promise<PublicMeetingView[]> {
  const views: PublicMeetingView[] = [];
  for (const meeting of await listMeetings(db, { statuses: ["published"] }))
    views.push(await publicView(db, meeting));
  return views;
}

export async function readPublicMeeting({ db }: Pick<Visit, "db">, id: string): Promise<PublicMeetingView> {
  const meeting = await findMeeting(db, id);
  if (meeting?.status !== "published") throw notFound();
  return publicView(db, meeting);
}

/** Meetings given up once their list was frozen: their draw is the one of the next meeting of the same care. */
export async function readCancelledMeetings({ db }: Pick<Visit, "db">): Promise<CancelledMeetingView[]> {
  const meetings = await listMeetings(db, { statuses: ["cancelled"] });
  return meetings.flatMap(({ id, heldOn, careKind, frozenAt, cancelledAt, cancelReason, seedCommitment }) =>
    frozenAt && cancelledAt && cancelReason
      ? [
          {
            ...{ id, heldOn, careKind, seedCommitment },
            ...{ cancelledAt: cancelledAt.toISOString(), reason: cancelReason },
          },
        ]
      : [],
  );
}

/** Commitments of the draws to come, shown before any list closes. */
export async function readSealedDraws({
  db,
}: Pick<Visit, "db">): Promise<Pick<PublicMeetingView, "id" | "heldOn" | "careKind" | "seedCommitment">[]> {
  const meetings = await listMeetings(db, { statuses: ["preparing", "frozen"] });
  return meetings.map(({ id, heldOn, careKind, seedCommitment }) => ({
    id,
    heldOn,
    careKind,
    seedCommitment,
  }));
}
