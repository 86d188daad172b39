// Households, their guardians and their children: invented, believable, and told from the reference day.
import { type CalendarDay, addDays, addMonths, daysBetween } from "#app/calendar/rules/day.ts";
import { type NameOrigin, drawOrigin, otherOrigin } from "./names.ts";
import { type Random, random } from "./random.ts";
import { type Rows, idOf } from "./rows.ts";
import { streetsOf } from "./streets.ts";
import { type WorkProfile, drawProfile } from "./work-hours.ts";
import { type DemoZone, postcodeOf } from "./zones.ts";

export type Child = {
  id: string;
  family: Family;
  firstName: string;
  birthDay: CalendarDay | null;
  expectedOn: CalendarDay | null;
  schoolId: string | null;
};

export type Family = {
  id: string;
  number: number;
  zone: DemoZone;
  profile: WorkProfile;
  single: boolean;
  language: "fr" | "en";
  lastName: string;
  origins: [NameOrigin, NameOrigin];
  /** When the guichet first heard of them. */
  since: Date | null;
  /** The guardian who has an account from the start; the others get theirs at their first sign-in. */
  account: FamilyAccount | null;
  children: Child[];
  /** How many of them have a place. */
  placed: number;
  rng: Random;
};

export type FamilyAccount = { id: string; email: string; firstName: string; lastName: string };

export type Families = { all: Family[]; children: Child[]; seed: number; today: CalendarDay };

export function noFamilies(seed: number, today: CalendarDay): Families {
  return { all: [], children: [], seed, today };
}

export function openFamily(families: Families, zone: DemoZone, profile?: WorkProfile): Family {
  const number = families.all.length + 1;
  const rng = random(families.seed, "family", number);
  const origin = drawOrigin(rng);
  const life = profile ?? drawProfile(rng);
  const family: Family = {
    id: idOf("household", number),
    number,
    zone,
    profile: life,
    single: life === "sharedCustody" || rng.chance(0.17),
    language: rng.chance(0.02) ? "en" : "fr",
    lastName: rng.pick(origin.families),
    origins: [origin, otherOrigin(origin, rng)],
    since: null,
    account: null,
    children: [],
    placed: 0,
    rng,
  };
  families.all.push(family);
  return family;
}

/** The day on which a child of that age in completed months was born. */
export function bornMonthsAgo(today: CalendarDay, months: number, rng: Random): CalendarDay {
  return addDays(addMonths(today, -months), -rng.between(0, 27));
}

/** Brothers and sisters are born at least ten months apart. */
export function mayHaveChildOf(family: Family, birth: CalendarDay): boolean {
  return family.children.every(
    (child) => Math.abs(daysBetween((child.birthDay ?? child.expectedOn)!, birth)) > 300,
  );
}

export function addChild(families: Families, family: Family, birth: CalendarDay, born = true): Child {
  const { rng, origins, children } = family;
  const taken = new Set(children.map((child) => child.firstName));
  const names = rng.pick(origins)[rng.chance(0.5) ? "girls" : "boys"].filter((name) => !taken.has(name));
  const child: Child = {
    id: idOf("child", families.children.length + 1),
    family,
    // Nobody has told a first name before the birth.
    firstName: born ? rng.pick(names) : "",
    birthDay: born ? birth : null,
    expectedOn: born ? null : birth,
    schoolId: null,
  };
  children.push(child);
  families.children.push(child);
  return child;
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}|ı/gu, (found) => (found === "ı" ? "i" : ""))
    .toLowerCase()
    .replace(/[^a-z]+/g, "");

/** 06 39 98 is a range kept for fiction (Arcep). */
const phoneOf = (number: number): string =>
  `06 39 98 ${String(number % 10_000)
    .padStart(4, "0")
    .replace(/(..)(..)/, "$1 $2")}`;

function addGuardians(rows: Rows, family: Family): void {
  const { rng, origins, lastName, number, account } = family;
  const motherFirst = rng.chance(0.68);
  for (const rank of family.single ? [1] : [1, 2]) {
    const origin = origins[rank - 1]!;
    const known = rank === 1 ? account : null;
    const firstName = known?.firstName ?? rng.pick(motherFirst === (rank === 1) ? origin.women : origin.men);
    const name = rank === 1 || rng.chance(0.6) ? lastName : rng.pick(origin.families);
    const reachable = rank === 1 || rng.chance(0.8);
    const written = `${plain(firstName)}.${plain(name)}${number}@example.fr`;
    rows.guardian.push({
      id: `${family.id}-guardian-${rank}`,
      householdId: family.id,
      accountId: known?.id ?? null,
      firstName,
      lastName: name,
      email: known?.email ?? (reachable ? written : null),
      phone: reachable ? phoneOf(number * 2 + rank) : null,
      rank,
    });
  }
}

export function addFamilies(rows: Rows, families: Families): void {
  for (const family of families.all) {
    const street = family.rng.pick(streetsOf(family.zone));
    rows.household.push({
      id: family.id,
      street: street.name,
      streetNumber: `${family.rng.between(1, 88)}${family.rng.chance(0.06) ? " bis" : ""}`,
      postcode: postcodeOf(family.zone),
      city: "Metz",
      zoneCode: family.zone.code,
      createdAt: family.since!,
    });
    addGuardians(rows, family);
  }
  for (const { id, family, firstName, birthDay, expectedOn, schoolId } of families.children) {
    rows.child.push({
      id,
      householdId: family.id,
      firstName,
      lastName: family.lastName,
      birthDay,
      expectedOn,
      schoolId,
    });
  }
}
