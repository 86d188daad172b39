// What a family has typed so far, right or wrong, as its draft keeps it. Only texts: each question has its own rules.
import { z } from "#app/zod.ts";
import { typedHours } from "./ask-form-hours-schema.ts";
import { emptyHours } from "./ask-form-hours.ts";

export const maxChildren = 6;
export const maxGuardians = 2;
export const longestAnswer = 200;

const text = z.string().max(longestAnswer).catch("");
const flag = z.boolean().catch(false);

/** More than may be kept, so that a rank given twice comes back as typed. */
const mostTypedWishes = 40;
const typedWish = z.object({ facilityId: text, rank: text });
export type TypedWish = z.output<typeof typedWish>;

const typedChild = z.object({
  firstName: text,
  lastName: text,
  birth: text,
  birthDay: text,
  expectedOn: text,
  kind: text,
  schoolId: text,
  hours: typedHours,
  /** Facilities with the rank typed, "1" to "5"; null until the question has been answered. */
  wishes: z.array(typedWish).max(mostTypedWishes).nullable().catch(null),
  adviceConsent: flag,
  /** The fewest days a week that would do; empty: all the hours, or nothing. */
  minDays: text,
  fewerDaysFirst: flag,
});
export type TypedChild = z.output<typeof typedChild>;

const typedGuardian = z.object({ firstName: text, lastName: text, email: text, phone: text });
export type TypedGuardian = z.output<typeof typedGuardian>;

const typedAddress = z.object({
  streetNumber: text,
  street: text,
  postcode: text,
  city: text,
  /** A zone, or "unknown", or "outside" the town; empty until it is known. */
  zoneCode: text,
  /** The street that the zone was found for, or chosen for. */
  zoneOfStreet: text,
});
export type TypedAddress = z.output<typeof typedAddress>;

export const emptyChild = (): TypedChild => ({
  firstName: "",
  lastName: "",
  birth: "",
  birthDay: "",
  expectedOn: "",
  kind: "",
  schoolId: "",
  hours: emptyHours(),
  wishes: null,
  adviceConsent: false,
  minDays: "",
  fewerDaysFirst: false,
});
export const emptyGuardian = (): TypedGuardian => ({ firstName: "", lastName: "", email: "", phone: "" });
const emptyAddress = (): TypedAddress => ({
  streetNumber: "",
  street: "",
  postcode: "",
  city: "",
  zoneCode: "",
  zoneOfStreet: "",
});

const siblingRules = z.object({ nursery: text, afterSchool: text });
const noSiblingRule = (): z.output<typeof siblingRules> => ({ nursery: "", afterSchool: "" });

export const askDraft = z.object({
  /** The household of whoever was signed in when the draft was begun. */
  householdId: z.string().nullable().catch(null),
  children: z
    .array(typedChild)
    .min(1)
    .max(maxChildren)
    .catch(() => [emptyChild()]),
  /** Guardians typed here; those that the household already has are not among them. */
  guardians: z
    .array(typedGuardian)
    .max(maxGuardians)
    .catch(() => [emptyGuardian()]),
  address: typedAddress.catch(emptyAddress),
  /** Codes of the facts that count for priority; null until the question has been answered. */
  facts: z.array(text).nullable().catch(null),
  /** Whether brothers and sisters who need the same kind of place must be together; empty: each for itself. */
  siblingRules: siblingRules.catch(noSiblingRule),
});
export type AskDraft = z.output<typeof askDraft>;

export function newAskDraft(): AskDraft {
  return {
    householdId: null,
    children: [emptyChild()],
    guardians: [emptyGuardian()],
    address: emptyAddress(),
    facts: null,
    siblingRules: noSiblingRule(),
  };
}

/** Reads a stored draft; what an older version wrote otherwise is asked again. */
export function readAskDraft(stored: unknown): AskDraft {
  const read = askDraft.safeParse(stored);
  return read.success ? read.data : newAskDraft();
}
