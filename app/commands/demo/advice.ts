// The desk of the relais petite enfance: what nobody can serve as asked, with the family's consent.
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { AdviceCode, CaseStatus } from "#app/advice/rules/advice.ts";
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

/** The request was sent to the relais as it came in, with the family's consent. */
function goesToTheRelais({ proposals }: DemoRequest): boolean {
  return proposals.some(({ target }) => target === "rpe");
}

/** The case that such a request opens on arrival; advice follows once the request is on the list. */
export function addAdviceCase(
  build: Build,
  request: DemoRequest,
  given: "open" | "advised" | "closed",
): void {
  const { rows, today, agenda } = build;
  const { rng, row, listedOn } = request;
  const id = `advice-${request.id}`;
  const advisedOn = listedOn && agenda.afterWorkingDays(listedOn, rng.between(1, 6));
  const advised = given !== "open" && advisedOn !== null && advisedOn < today && row.status === "waiting";
  const at = advised ? instantAt(advisedOn, rng.between(9 * 60, 17 * 60)) : null;
  const closed = at !== null && given === "closed";
  rows.adviceCase.push({
    id,
    careRequestId: request.id,
    status: (closed ? "closed" : "open") satisfies CaseStatus,
    version: advised ? 2 : 1,
    reasonCode: "hours-not-covered",
    openedAt: row.submittedAt,
    closedAt: closed ? at : null,
  });
  if (!at) return;
  const [code, text] = rng.pick(advices);
  rows.adviceNote.push({
    id: `${id}-note-1`,
    adviceCaseId: id,
    code,
    text,
    at,
    accountId: accountId("relais"),
  });
  const by = { by: "adviser", accountId: accountId("relais") } as const;
  recordRemark(build, row, "advise", { at, ...by, reasonCode: code });
}

/** The latest cases, as many as `open`, are still under way; the others had their answer. */
export function addAdviceCases(build: Build, requests: DemoRequest[], open: number): void {
  const rng = random(build.seed, "advice");
  const cases = requests
    .filter(goesToTheRelais)
    .sort((one, other) => +(other.row.submittedAt as Date) - +(one.row.submittedAt as Date));
  for (const [index, request] of cases.entries()) {
    addAdviceCase(build, request, index >= open ? "closed" : rng.chance(0.25) ? "advised" : "open");
  }
}
