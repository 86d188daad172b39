// The desk of the relais petite enfance: what nobody can serve as asked, with the family's consent.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { AdviceCode } from "#app/advice/rules/advice.ts";
import { accountId } from "./accounts.ts";
import type { Build } from "./build.ts";
import type { DemoRequest } from "./care-request.ts";
import { recordRemark } from "./history.ts";
import { random } from "./random.ts";

/** The text is what the family reads. */
type Advice = [code: AdviceCode, text: string];
const advices: Advice[] = [
  [
    "childminder",
    "Deux assistantes maternelles de votre quartier commencent avant 6 h. Leurs coordonnées vous ont été envoyées.",
  ],
  [
    "combined",
    "Une assistante maternelle peut garder votre enfant tôt le matin, puis le conduire à la crèche.",
  ],
  [
    "homeCare",
    "La garde à votre domicile peut être aidée la nuit et le dimanche. Prenons rendez-vous pour en parler.",
  ],
];

/** The case that a referral to the relais opens; closed when a first advice was enough. */
export function addAdviceCase(
  build: Build,
  request: DemoRequest,
  given: "open" | "advised" | "closed",
): void {
  const { rows, today } = build;
  const { rng, row } = request;
  const yesterday = addDays(today, -1);
  const openedOn = request.listedOn!;
  const id = `advice-${request.id}`;
  const advisedOn = build.agenda.afterWorkingDays(openedOn, rng.between(1, 6));
  const advised = given !== "open" && advisedOn <= yesterday;
  rows.adviceCase.push({
    id,
    careRequestId: request.id,
    status: given === "closed" && advised ? "closed" : "open",
    version: advised ? 2 : 1,
    reasonCode: "hours-not-covered",
    openedAt: instantAt(openedOn, 10 * 60),
    closedAt: given === "closed" && advised ? instantAt(advisedOn, 16 * 60) : null,
  });
  if (!advised) return;
  const [code, text] = rng.pick(advices);
  const at = instantAt(advisedOn, 15 * 60);
  rows.adviceNote.push({
    id: `${id}-note-1`,
    adviceCaseId: id,
    code,
    text,
    at,
    accountId: accountId("relais"),
  });
  recordRemark(build, row, "advise", { at, by: "adviser", accountId: accountId("relais"), reasonCode: code });
}

/** At most `open` cases are still under way; the others had their answer. */
export function addAdviceCases(build: Build, requests: DemoRequest[], open: number): void {
  const rng = random(build.seed, "advice");
  const advisable = requests.filter(
    ({ row, proposals }) => row.status === "waiting" && proposals.some(({ target }) => target === "rpe"),
  );
  for (const [index, request] of rng.shuffle(advisable).entries()) {
    addAdviceCase(build, request, index >= open ? "closed" : rng.chance(0.25) ? "advised" : "open");
  }
}
