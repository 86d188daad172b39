import { expect, test } from "vitest";
import { adjustMeeting } from "#app/commission/acts/adjust-meeting.server.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { readAnswers } from "#app/commission/acts/read-answers.server.ts";
import { readDryRun } from "#app/commission/acts/read-dry-run.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import type { CandidateAnswer, NotExaminedAnswer } from "#app/commission/rules/publication-view.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, ranMeeting, smallTown } from "../small-town.ts";

test("A request that cannot be examined gets a letter, a line of its history, and the next meeting", async () => {
  const { db } = await useTestDatabase();
  const gate = { code: "works", fact: "both-parents-work", words: { fr: "Travailler", en: "Working" } };
  const grid = { gates: [{ ...gate, source: "test", unmet: "notExamined" }] } as never;
  const town = await smallTown(db, { grid });
  await ask(db, "in", { wishes: [town.lilac], facts: ["both-parents-work"] });
  await ask(db, "gated", { wishes: [town.lilac] });
  const old = { birthDay: "2020-01-01", facts: ["both-parents-work"] };
  await ask(db, "too-old", { wishes: [town.lilac], ...old });
  const { meetingId, version } = await ranMeeting(town);
  expect(await readDryRun(town.visit, meetingId)).toMatchObject({ letters: 3 });
  const published = await publishMeeting(town.visit, { meetingId, version });
  expect(published).toMatchObject({ ok: true, offers: 1, refusals: 0, notExamined: 2 });
  for (const [id, reason] of [
    ["gated", "Travailler"],
    ["too-old", "Aucune structure demandée"],
  ] as const) {
    const row = await db.meetingCandidate.findFirstOrThrow({ where: { careRequestId: id } });
    const letter = await db.message.findUniqueOrThrow({ where: { id: `meeting-not-examined:${row.id}:1` } });
    expect(letter.text).toContain(reason);
    const { nextMeeting } = row.answer as unknown as NotExaminedAnswer;
    expect(await db.careRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ status: "waiting", nextStepBy: nextMeeting },
    });
    expect(await db.requestStep.count({ where: { careRequestId: id, transition: "notExamined" } })).toBe(1);
    const [answer] = await readAnswers(town.visit, id);
    expect(answer).toMatchObject({ outcome: null, meeting: { id: meetingId } });
  }
  expect(await publishMeeting(town.visit, { meetingId, version })).toMatchObject({ ok: false });
  expect(await db.message.count()).toBe(3);
});

test("A facility that the members ruled out is told with its motive, and gives no rank there", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 1] });
  await ask(db, "first", { wishes: [town.lilac, town.oak], facts: ["both-parents-work"] });
  await ask(db, "second", { wishes: [town.oak], facts: ["single-parent"] });
  await ask(db, "third", { wishes: [town.lilac, town.oak] });
  const ran = await ranMeeting(town);
  const { meetingId } = ran;
  const third = await db.meetingCandidate.findFirstOrThrow({ where: { careRequestId: "third" } });
  const forbidden = await adjustMeeting(town.visit, meetingId, {
    ...{ kind: "forbid", motive: "unsuitable", signedBy: "Mme Adjointe" },
    ...{ version: ran.version, candidateId: third.id, facilityId: town.lilac },
  });
  if (!forbidden.ok) throw new Error(forbidden.error);
  const again = await runMeeting(town.visit, { meetingId, version: forbidden.version });
  if (!again.ok) throw new Error(again.error);
  const published = await publishMeeting(town.visit, { meetingId, version: again.version });
  expect(published).toMatchObject({ ok: true });
  const row = await db.meetingCandidate.findUniqueOrThrow({ where: { id: third.id } });
  const answer = row.answer as unknown as CandidateAnswer;
  expect(answer.forbidden).toMatchObject([{ facilityId: town.lilac, motive: { fr: "Accueil inadapté" } }]);
  expect(answer.ranks.map(({ facility }) => facility)).toEqual([town.oak]);
  const letter = await db.message.findUniqueOrThrow({ where: { id: `meeting-refused:${third.id}:1` } });
  expect(letter.text).toContain("Les Lilas : la commission n'y propose pas de place");
  expect(letter.text).toContain("Accueil inadapté");
});
