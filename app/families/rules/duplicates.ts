// Two children who may be the same one, typed twice: how much they look alike, and why. A person decides.
import { type CalendarDay, daysBetween } from "#app/calendar/rules/day.ts";

export type ChildSeen = {
  id: string;
  householdId: string;
  /** Empty before the birth. */
  firstName: string;
  lastName: string;
  birthDay: CalendarDay | null;
  expectedOn: CalendarDay | null;
  emails: string[];
  phones: string[];
  /** Street, number and postcode, in one line; empty when unknown. */
  address: string;
  /** Kinds of the open requests made for it. */
  openKinds: string[];
  /** When its first request was sent: an instant, as text. */
  since: string;
};

/** What each likeness weighs. Words: `families:duplicates.reason.<code>`. */
export const likenesses = {
  sameName: 40,
  closeName: 20,
  sameLastName: 15,
  sameBirth: 35,
  closeBirth: 15,
  closeExpected: 20,
  sameEmail: 30,
  samePhone: 25,
  sameAddress: 15,
  twoRequests: 100,
} as const;
export type LikenessCode = keyof typeof likenesses;

/** From this score on, a person is asked. */
export const lookAlikeFrom = 60;

/** Days between two dates of birth that a slip of the finger explains, and two that a due date does. */
const slipDays = 3;
const dueDays = { expected: 21, born: 45 };

const mark = /\p{M}/gu;

/** A name as a hurried hand may type it: accents, capitals, spaces and hyphens left out. */
export function plainName(name: string): string {
  return name
    .normalize("NFD")
    .replace(mark, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^\p{L}]/gu, "");
}

export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The last nine figures: what "+33 6…" and "06…" have in common; empty for anything shorter. */
export function plainPhone(phone: string): string {
  const figures = phone.replace(/\D/g, "");
  return figures.length >= 9 ? figures.slice(-9) : "";
}

/** Whether one letter added, left out, changed, or swapped with its neighbour makes one name of the other. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 3) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  const swapped = a.length === b.length && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
}

type Names = { first: string; last: string };
const namesOf = ({ firstName, lastName }: ChildSeen): Names => ({
  first: plainName(firstName),
  last: plainName(lastName),
});

/** "Jean" and "Jean-Baptiste", "Lea" and "Leah", "Lou" and "Loue". */
function areClose(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return one === other || (short.length >= 3 && long.startsWith(short)) || isSlip(one, other);
}

/** Null when the names say that they are two children: brothers, sisters, twins. */
function nameLikeness(one: Names, other: Names): LikenessCode | "none" | null {
  const unnamed = one.first === "" || other.first === "";
  if (unnamed) return one.last === other.last ? "sameLastName" : "none";
  if (one.first === other.last && one.last === other.first) return "sameName";
  if (!areClose(one.first, other.first)) return null;
  if (one.last === other.last) return one.first === other.first ? "sameName" : "closeName";
  return areClose(one.last, other.last) ? "closeName" : "none";
}

const swapDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;

/** Whether a birth day may be the other one mistyped: some days apart, day and month swapped, or a wrong year. */
export function isCloseBirth(one: CalendarDay, other: CalendarDay): boolean {
  return (
    Math.abs(daysBetween(one, other)) <= slipDays ||
    swapDay(one) === other ||
    (one.slice(4) === other.slice(4) && Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) === 1)
  );
}

/** Null when the dates say that they are two children. */
function dayLikeness(one: ChildSeen, other: ChildSeen): LikenessCode | null {
  if (one.birthDay && other.birthDay) {
    if (one.birthDay === other.birthDay) return "sameBirth";
    return isCloseBirth(one.birthDay, other.birthDay) ? "closeBirth" : null;
  }
  const [a, b] = [one.birthDay ?? one.expectedOn, other.birthDay ?? other.expectedOn];
  if (!a || !b) return null;
  const most = one.birthDay || other.birthDay ? dueDays.born : dueDays.expected;
  return Math.abs(daysBetween(a, b)) <= most ? "closeExpected" : null;
}

const share = (one: string[], other: string[], plain: (text: string) => string): boolean => {
  const known = new Set(one.map(plain).filter(Boolean));
  return other.some((each) => known.has(plain(each)));
};

export type Likeness = { score: number; reasons: LikenessCode[] };

/**
 * How much two children look like the same one; null when they cannot be, or not enough to ask somebody.
 * The same both ways round. Brothers and sisters of one household, twins included, are never taken for one child.
 */
export function likenessOf(one: ChildSeen, other: ChildSeen): Likeness | null {
  if (one.id === other.id) return null;
  const [a, b] = [namesOf(one), namesOf(other)];
  const names = nameLikeness(a, b);
  const days = dayLikeness(one, other);
  if (names === null || days === null) return null;
  // In one household, only the very same child typed twice: born, same first name, same day.
  if (one.householdId === other.householdId && (names !== "sameName" || days !== "sameBirth")) return null;
  const reasons = [
    names !== "none" && names,
    days,
    share(one.emails, other.emails, plainEmail) && "sameEmail",
    share(one.phones, other.phones, plainPhone) && "samePhone",
    one.address !== "" && plainAddress(one.address) === plainAddress(other.address) && "sameAddress",
  ].filter((reason) => reason !== false) as LikenessCode[];
  const score = reasons.reduce((sum, code) => sum + likenesses[code], 0);
  return score >= lookAlikeFrom ? { score, reasons } : null;
}

function plainAddress(address: string): string {
  return address
    .normalize("NFD")
    .replace(mark, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Kinds of care for which a child has more than one open request. */
export function kindsAskedTwice({ openKinds }: Pick<ChildSeen, "openKinds">): string[] {
  return [...new Set(openKinds.filter((kind, index) => openKinds.indexOf(kind) !== index))];
}

/** The one whose family asked first: it is kept, with its seniority. */
export function olderOf(one: ChildSeen, other: ChildSeen): { kept: ChildSeen; dropped: ChildSeen } {
  const first = one.since < other.since || (one.since === other.since && one.id <= other.id);
  return first ? { kept: one, dropped: other } : { kept: other, dropped: one };
}

/** Two children, or one child with two requests (then both are the same). `one.id` never comes after `other.id`. */
export type DuplicatePair = { one: ChildSeen; other: ChildSeen } & Likeness;

/** Two children who share none of these never look alike enough: without them, every pair would have to be compared. */
function keysOf(child: ChildSeen): string[] {
  const { first, last } = namesOf(child);
  return [
    child.birthDay && `day ${child.birthDay}`,
    first && `name ${[first, last].sort().join(" ")}`,
    child.address && `home ${plainAddress(child.address)}`,
    ...child.emails.map((email) => `mail ${plainEmail(email)}`),
    ...child.phones.map((phone) => plainPhone(phone) && `phone ${plainPhone(phone)}`),
  ].filter((key) => typeof key === "string" && key !== "") as string[];
}

export const pairKey = (oneId: string, otherId: string): string => [oneId, otherId].sort().join(" ");

/**
 * Every pair that a person should look at, the most alike first: at least one of the two has an open request.
 * @param decided keys (`pairKey`) of the pairs that somebody has looked at already
 */
export function findDuplicates(
  children: readonly ChildSeen[],
  decided: ReadonlySet<string>,
): DuplicatePair[] {
  const pairs = new Map<string, DuplicatePair>();
  const consider = (one: ChildSeen, other: ChildSeen): void => {
    const key = pairKey(one.id, other.id);
    if (pairs.has(key) || decided.has(key)) return;
    if (one.openKinds.length === 0 && other.openKinds.length === 0) return;
    const found = likenessOf(one, other);
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    if (found) pairs.set(key, { one: first, other: second, ...found });
  };
  const buckets = new Map<string, ChildSeen[]>();
  for (const child of children) {
    for (const key of new Set(keysOf(child))) {
      const known = buckets.get(key);
      if (!known) buckets.set(key, [child]);
      else {
        for (const other of known) consider(child, other);
        known.push(child);
      }
    }
    const key = pairKey(child.id, child.id);
    if (kindsAskedTwice(child).length > 0 && !decided.has(key))
      pairs.set(key, { one: child, other: child, score: likenesses.twoRequests, reasons: ["twoRequests"] });
  }
  return [...pairs.values()].sort(
    (a, b) => b.score - a.score || (pairKey(a.one.id, a.other.id) < pairKey(b.one.id, b.other.id) ? -1 : 1),
  );
}
