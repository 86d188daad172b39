// 1,500 requests without a place yet, in every state where a request may stand.
import { type CalendarDay, addDays, mondayOf, monthsBetween } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { nextMeetingAfter, proofDueOn } from "#app/requests/rules/delays.ts";
import { demonstrationGroup, agentOf } from "./accounts.ts";
import type { Build } from "./build.ts";
import type { HoldPlace } from "./capacity.ts";
import { type DemoRequest, addRequest } from "./care-request.ts";
import { joinSiblings, siblingOnTheList } from "./family-choices.ts";
import { deskDay, deskMoment, recordTransition } from "./history.ts";
import { joinTheList } from "./listing.ts";
import { type Place, addOffer } from "./offers.ts";
import { submissionDay } from "./placement.ts";
import { addFacts, factToProve } from "./priority.ts";
import { addReferrals } from "./referrals.ts";
import { type Random, random } from "./random.ts";
import {
  type Need,
  type Seeker,
  type SeekerAge,
  drawNeed,
  drawSeeker,
  drawServableNeed,
} from "./waiting-children.ts";

export type WaitingStatus =
  "submitted" | "incomplete" | "expectedBirth" | "offered" | "declinedKept" | "expired" | "waiting";

/** The desk asks for the proof of one fact, due in the coming days. */
function askProof(build: Build, request: DemoRequest): void {
  const { row, rng, submittedOn } = request;
  const askedOn = deskDay(build, submittedOn, 1, 3, rng);
  const code = factToProve(request.facts) ?? "both-parents-work";
  if (!request.facts.includes(code)) request.facts.push(code);
  const dueOn = proofDueOn(askedOn, build.parameters.delays);
  addReferrals(build, request, null);
  addFacts(build, request, { reading: "asked", code, on: askedOn, dueOn });
  recordTransition(build, row, "askProof", {
    at: deskMoment(askedOn, rng),
    by: "desk",
    accountId: agentOf(row.handlerId!),
    details: { factCodes: [code], dueOn },
  });
  row.nextStepBy = dueOn;
}

/** A place that really is free, among the wishes, for the age of the child on the first day. */
function freePlace(need: Need, hold: HoldPlace): Place | undefined {
  const months = monthsBetween(need.child.birthDay!, need.startOn);
  for (const facility of need.wishes) {
    for (const section of facility.sections) {
      const ageFits = section.minAgeMonths <= months && months <= section.maxAgeMonths;
      if (ageFits && hold(section, need.pattern)) return { facility, section };
    }
  }
  return undefined;
}

const later = (one: CalendarDay, other: CalendarDay): CalendarDay => (one > other ? one : other);

const attempts = 200;

/** Draws hours and wishes until one of them has room. */
function needWithPlace(
  build: Build,
  seeker: Seeker,
  hold: HoldPlace,
  rng: Random,
): { need: Need; place: Place } {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const need = drawServableNeed(build, seeker, rng);
    const place = freePlace(need, hold);
    if (place) return { need, place };
  }
  throw new Error("No place is left to offer in the demonstration town.");
}

type Offered = "offered" | "declinedKept" | "expired";

function offer(build: Build, request: DemoRequest, place: Place, status: Offered): void {
  const { today, agenda, parameters } = build;
  const { offerAnswerDays: answerDays } = parameters.delays;
  const { rng, row } = request;
  if (status === "offered") {
    addOffer(build, request, place, agenda.afterWorkingDays(today, -rng.between(1, 4)), { status: "open" });
    return;
  }
  const offeredOn = agenda.workingDayFrom(addDays(today, -rng.between(answerDays + 6, 60)));
  if (status === "expired") addOffer(build, request, place, offeredOn, { status: "expired" });
  else {
    const answeredOn = addDays(offeredOn, rng.between(1, answerDays - 1));
    addOffer(build, request, place, offeredOn, { status: "declined", answeredOn });
  }
  row.nextStepBy = nextMeetingAfter(today, parameters.delays);
}

/** How many days ago each was sent. */
const sentDaysAgo: Record<WaitingStatus, [number, number]> = {
  submitted: [1, 8],
  incomplete: [7, 13],
  expectedBirth: [10, 90],
  offered: [40, 200],
  declinedKept: [90, 300],
  expired: [90, 300],
  waiting: [8, 340],
};

function ageOf(status: WaitingStatus, kind: CareKind, rng: Random): SeekerAge {
  if (status === "expectedBirth" || (status === "submitted" && kind === "nursery" && rng.chance(0.15)))
    return "expected";
  return status === "offered" || status === "declinedKept" || status === "expired" ? "settled" : "born";
}

/** Nobody asks for a place that should have begun already. */
function ask(build: Build, need: Need, status: WaitingStatus, rng: Random): DemoRequest {
  const [least, most] = sentDaysAgo[status];
  const wanted = addDays(build.today, -rng.between(least, most));
  const sibling = status === "waiting" ? siblingOnTheList(build, need) : undefined;
  const birth = (need.child.birthDay ?? need.child.expectedOn)!;
  const submittedOn = sibling?.submittedOn ?? submissionDay(wanted, birth);
  const request = addRequest(build, {
    ...need,
    // Sent together, for the same facilities.
    wishes: sibling?.wishes ?? need.wishes,
    submittedOn,
    startOn: later(later(need.startOn, sibling?.startOn ?? need.startOn), mondayOf(addDays(submittedOn, 20))),
  });
  if (sibling) joinSiblings(build, request, sibling);
  if (status === "waiting") build.listed.set(`${need.child.family.id}/${need.kind}`, request);
  return request;
}

function addOne(
  build: Build,
  kind: CareKind,
  status: WaitingStatus,
  rng: Random,
  atGroup?: number,
): DemoRequest {
  const seeker = drawSeeker(build, kind, ageOf(status, kind, rng), rng, atGroup);
  if (status === "offered" || status === "declinedKept" || status === "expired") {
    // An open offer holds its place; one that was declined or has expired gave it back.
    const { need, place } = needWithPlace(build, seeker, status === "offered" ? build.hold : () => true, rng);
    const request = ask(build, need, status, rng);
    joinTheList(build, request);
    offer(build, request, place, status);
    return request;
  }
  const request = ask(build, drawNeed(build, seeker, rng), status, rng);
  if (status === "submitted") {
    addReferrals(build, request, null);
    addFacts(build, request, { reading: "fresh" });
  } else if (status === "incomplete") askProof(build, request);
  else joinTheList(build, request);
  return request;
}

const afterSchoolShare: Record<WaitingStatus, number> = {
  submitted: 0.25,
  incomplete: 0.2,
  expectedBirth: 0,
  offered: 0.3,
  declinedKept: 0.2,
  expired: 0.2,
  waiting: 0.23,
};

/** @param counts how many requests stand in each state; families that came before are known by then */
export function addWaiting(build: Build, counts: Partial<Record<WaitingStatus, number>>): DemoRequest[] {
  const statuses = Object.keys(counts) as WaitingStatus[];
  const rng = random(build.seed, "waiting", ...statuses);
  // The association of the demonstration always has requests to read.
  let toRead = 3;
  return statuses.flatMap((status) =>
    Array.from({ length: counts[status]! }, () => {
      const kind = rng.chance(afterSchoolShare[status]) ? "afterSchool" : "nursery";
      const reads = status === "submitted" && kind === "afterSchool" && toRead-- > 0;
      return addOne(build, kind, status, rng, reads ? demonstrationGroup : undefined);
    }),
  );
}
