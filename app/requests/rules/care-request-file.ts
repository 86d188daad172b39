// What an agent sees of a request. Free of zod: browsers load it.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { ChangeTarget } from "./change-targets.ts";
import type { FewerDays } from "./fewer-days.ts";
import type { CareRequestStatus } from "./lifecycle.ts";
import type { ProofState } from "./proof-states.ts";
import type { ReferralReason, ReferralStatus, ReferralTarget } from "./referral-reasons.ts";
import type { AskedTogether } from "./siblings.ts";
import type { TimelineStep } from "./timeline.ts";

export type FileFact = {
  code: string;
  /** `requests:proof.<proof>`; "none" when no document is needed. */
  proof: string;
  proofState: ProofState;
  dueOn: string | null;
  askable: boolean;
  files: { id: string; fileName: string; bytes: number; sentAt: Date }[];
};

export type FileReferral = {
  id: string;
  target: ReferralTarget;
  name: string | null;
  reasons: ReferralReason[];
  status: ReferralStatus;
  changeReason: string | null;
};

export type CareRequestFile = {
  id: string;
  reference: string;
  kind: "nursery" | "afterSchool";
  status: CareRequestStatus;
  version: number;
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  atypicalMinutes: number;
  startOn: string;
  flexibleWeeks: number;
  submittedAt: Date;
  nextStepBy: string | null;
  today: CalendarDay;
  /** The day of the last step. */
  since: string | null;
  adviceConsent: boolean;
  fewerDays: FewerDays;
  together: AskedTogether;
  child: {
    /** Empty for a child not born yet. */
    firstName: string;
    lastName: string;
    birthDay: string | null;
    expectedOn: string | null;
    /** Completed months on the start day. */
    ageMonths: number | null;
    school: string | null;
  };
  childId: string;
  /** How many children may be the same one as this one; 0 for those who may not decide. */
  lookalikes: number;
  guardians: { name: string; email: string | null; phone: string | null }[];
  /** Lines. */
  address: string[];
  zoneCode: string | null;
  wishes: { rank: number; facilityId: string; name: string; percent: number | null; takesAge: boolean }[];
  facts: FileFact[];
  referrals: FileReferral[];
  /** Latest first. */
  steps: TimelineStep[];
  /** Where it may be sent instead; empty when it may not. */
  targets: ChangeTarget[];
  proposedDueOn: string;
  may: {
    /** The step that confirming takes; null when there is nothing to confirm. */
    refer: "refer" | "awaitBirth" | null;
    askProof: boolean;
    decideProof: boolean;
    proposePlace: boolean;
    /** What the family says by telephone: still needed, open it again, or withdraw it. */
    stillNeeded: "renew" | "confirm" | "reopen" | null;
    withdraw: boolean;
    /** A place is offered: the family may answer by telephone. */
    answerOffer: boolean;
  };
};
