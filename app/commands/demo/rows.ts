import type { Prisma } from "#app/platform/database/client.server.ts";

/** Every row of the town, table by table, in an order that foreign keys accept. */
export type Rows = {
  organisation: Prisma.OrganisationCreateManyInput[];
  zone: Prisma.ZoneCreateManyInput[];
  street: Prisma.StreetCreateManyInput[];
  school: Prisma.SchoolCreateManyInput[];
  schoolPeriod: Prisma.SchoolPeriodCreateManyInput[];
  facility: Prisma.FacilityCreateManyInput[];
  schoolSite: Prisma.SchoolSiteCreateManyInput[];
  openingHours: Prisma.OpeningHoursCreateManyInput[];
  closure: Prisma.ClosureCreateManyInput[];
  section: Prisma.SectionCreateManyInput[];
  capacityBand: Prisma.CapacityBandCreateManyInput[];
  facilitySettings: Prisma.FacilitySettingsCreateManyInput[];
  staffBand: Prisma.StaffBandCreateManyInput[];
  account: Prisma.AccountCreateManyInput[];
  membership: Prisma.MembershipCreateManyInput[];
  household: Prisma.HouseholdCreateManyInput[];
  guardian: Prisma.GuardianCreateManyInput[];
  child: Prisma.ChildCreateManyInput[];
  careRequest: Prisma.CareRequestCreateManyInput[];
  wish: Prisma.WishCreateManyInput[];
  priorityFact: Prisma.PriorityFactCreateManyInput[];
  referral: Prisma.ReferralCreateManyInput[];
  requestStep: Prisma.RequestStepCreateManyInput[];
  offer: Prisma.OfferCreateManyInput[];
  contract: Prisma.ContractCreateManyInput[];
  contractHours: Prisma.ContractHoursCreateManyInput[];
  adviceCase: Prisma.AdviceCaseCreateManyInput[];
  adviceNote: Prisma.AdviceNoteCreateManyInput[];
  presence: Prisma.PresenceCreateManyInput[];
  occasionalWindow: Prisma.OccasionalWindowCreateManyInput[];
  occasionalStay: Prisma.OccasionalStayCreateManyInput[];
};
export type Table = keyof Rows;

export function noRows(): Rows {
  return {
    organisation: [],
    zone: [],
    street: [],
    school: [],
    schoolPeriod: [],
    facility: [],
    schoolSite: [],
    openingHours: [],
    closure: [],
    section: [],
    capacityBand: [],
    facilitySettings: [],
    staffBand: [],
    account: [],
    membership: [],
    household: [],
    guardian: [],
    child: [],
    careRequest: [],
    wish: [],
    priorityFact: [],
    referral: [],
    requestStep: [],
    offer: [],
    contract: [],
    contractHours: [],
    adviceCase: [],
    adviceNote: [],
    presence: [],
    occasionalWindow: [],
    occasionalStay: [],
  };
}

/**
 * The token of a tracking or answering link of the demonstration, such as "demo-offer-000001": known to everybody,
 * as the accounts are.
 */
export function demoToken(id: string): string {
  return `demo-${id}`;
}

/** "child-000123" */
export function idOf(kind: string, number: number): string {
  return `${kind}-${String(number).padStart(6, "0")}`;
}
