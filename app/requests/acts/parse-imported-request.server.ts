import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { emailAddress, optional, personName, phoneNumber } from "#app/families/rules/person.ts";
import { matchKey, parseDay, parseWhole, parseYesNo } from "#app/platform/files/cell-values.ts";
import type { Note } from "#app/platform/files/import-report.ts";
import type { ParsedRow } from "#app/platform/files/plan-rows.ts";
import type { ColumnRow, ColumnSpec } from "#app/platform/files/read-columns.ts";
import { z } from "#app/zod.ts";
import { emptyChild } from "../rules/ask-form.ts";
import { type KnownStreet, zonesOfStreet } from "../rules/ask-form-address.ts";
import { readChild, unknownSchool } from "../rules/ask-form-children.ts";
import type { Opening } from "../rules/coverage.ts";
import { careDays, fewerDaysChoices } from "../rules/fewer-days.ts";
import { type ImportedRequest, type StatedNeed, careKindSpellings } from "../rules/imported-request.ts";
import { maxWishes } from "../rules/wishes.ts";

export const requestColumns = {
  childFirstName: { names: ["child_first_name", "prenom_enfant"], required: true },
  childLastName: { names: ["child_last_name", "nom_enfant"], required: true },
  birthDay: { names: ["child_birth_date", "naissance", "date_naissance"], required: true },
  dueDay: { names: ["child_due_date", "naissance_prevue", "terme"] },
  guardianFirstName: { names: ["guardian_first_name", "prenom_parent"], required: true },
  guardianLastName: { names: ["guardian_last_name", "nom_parent"], required: true },
  email: { names: ["guardian_email", "email", "courriel", "mel"], required: true },
  phone: { names: ["guardian_phone", "telephone", "phone"] },
  streetNumber: { names: ["street_number", "numero"] },
  street: { names: ["street", "rue", "adresse"] },
  postcode: { names: ["postcode", "code_postal"] },
  city: { names: ["city", "ville", "commune"] },
  kind: { names: ["kind", "type", "accueil"], required: true },
  school: { names: ["school", "ecole"] },
  startOn: { names: ["start_date", "date_debut", "debut"], required: true },
  flexibleWeeks: { names: ["flexible_weeks", "souplesse_semaines"] },
  hours: { names: ["hours", "horaires"], required: true },
  wishes: { names: ["wishes", "voeux"], required: true },
  consent: { names: ["advice_consent", "consent", "consentement"] },
  minDays: { names: ["min_days", "jours_minimum"] },
  fewerDaysFirst: { names: ["fewer_days_first", "moins_de_jours_avant"] },
  receivedOn: { names: ["received_on", "recue_le", "date_demande"] },
} as const satisfies Record<string, ColumnSpec>;
export type RequestColumn = keyof typeof requestColumns;
type Cells = Record<RequestColumn, string | null>;

/** What the town has, under the names that people write. */
export type ImportTown = {
  facilities: { id: string; name: string; careKind: CareKind; opening: Opening[] }[];
  schools: { id: string; name: string }[];
  streets: KnownStreet[];
};

/** Two years each way: an older waiting list has certainly been sorted out since. */
const furthestMonths = 24;

export function parseImportedRequest(
  { line, cells, ...row }: ColumnRow<RequestColumn>,
  town: ImportTown,
  today: CalendarDay,
): ParsedRow<ImportedRequest> {
  const subject = [cells.childFirstName, cells.childLastName].filter(Boolean).join(" ");
  const [wrong, said] = [[...row.wrong], [...row.said]];
  const kind = kindOf(cells, wrong);
  const child = kind && childOf(cells, kind, town, today, wrong, said);
  const guardian = guardianOf(cells, wrong);
  const need = statedNeed(cells, kind, town, today, wrong, said);
  if (!kind || !child || !guardian || !need || wrong.length > 0)
    return { line, subject, facts: null, notes: wrong };
  const address = addressOf(cells, town, said);
  return { line, subject, facts: { kind, child, guardian, address, ...need }, notes: said };
}

function kindOf({ kind }: Cells, wrong: Note[]): CareKind | null {
  if (kind === null) {
    wrong.push({ code: "emptyCell", values: { column: "kind" } });
    return null;
  }
  const found = careKindSpellings[matchKey(kind)] ?? null;
  if (!found) wrong.push({ code: "careKind", values: { text: kind } });
  return found;
}

/** A day, or nothing; text that is no day is wrong. */
function dayOf(cells: Cells, key: RequestColumn, wrong: Note[]): CalendarDay | null {
  const text = cells[key];
  const day = text === null ? null : parseDay(text);
  if (text !== null && !day)
    wrong.push({ code: "day", values: { column: requestColumns[key].names[0], text } });
  return day;
}

function childOf(
  cells: Cells,
  kind: CareKind,
  { schools }: ImportTown,
  today: CalendarDay,
  wrong: Note[],
  said: Note[],
): ImportedRequest["child"] | null {
  const before = wrong.length;
  const [birthDay, dueDay] = [dayOf(cells, "birthDay", wrong), dayOf(cells, "dueDay", wrong)];
  if (wrong.length > before) return null;
  if ((birthDay === null) === (dueDay === null)) {
    wrong.push({ code: birthDay ? "bothBirths" : "noBirth" });
    return null;
  }
  const school = cells.school && schools.find(({ name }) => matchKey(name) === matchKey(cells.school!));
  if (cells.school && !school) wrong.push({ code: "school", values: { text: cells.school } });
  if (kind === "afterSchool" && !cells.school) said.push({ code: "schoolUnknown" });
  const read = readChild(
    {
      ...emptyChild(),
      firstName: cells.childFirstName ?? "",
      lastName: cells.childLastName ?? "",
      birth: birthDay ? "born" : "expected",
      birthDay: birthDay ?? "",
      expectedOn: dueDay ?? "",
      kind,
      schoolId: school ? school.id : unknownSchool,
    },
    0,
    today,
  );
  if (!read.ok) {
    wrong.push(...read.problems.map(({ code }) => ({ code: `child.${code}` })));
    return null;
  }
  const { kind: _, ...child } = read.value;
  return child;
}

const guardianCells = z.object({
  firstName: personName("firstName"),
  lastName: personName("lastName"),
  email: optional(emailAddress),
  phone: optional(phoneNumber),
});

function guardianOf(cells: Cells, wrong: Note[]): ImportedRequest["guardian"] | null {
  const read = guardianCells.safeParse({
    firstName: cells.guardianFirstName ?? "",
    lastName: cells.guardianLastName ?? "",
    email: cells.email ?? "",
    phone: cells.phone ?? "",
  });
  if (!read.success) {
    wrong.push(...read.error.issues.map(({ message }) => ({ code: `guardian.${message}` })));
    return null;
  }
  if (read.data.email === null && read.data.phone === null) wrong.push({ code: "guardian.unreachable" });
  return read.data;
}

function addressOf(cells: Cells, { streets }: ImportTown, said: Note[]): ImportedRequest["address"] {
  const { streetNumber, street, postcode, city } = cells;
  const zones = street === null ? [] : zonesOfStreet(street, streets);
  if (zones.length !== 1) said.push({ code: street === null ? "streetUnknown" : "zoneNotFound" });
  return { streetNumber, street, postcode, city, zoneCode: zones.length === 1 ? zones[0]! : null };
}

/** Yes, no, or nothing; any other text is wrong. */
function yesNoOf(cells: Cells, key: RequestColumn, wrong: Note[]): boolean | null {
  const text = cells[key];
  const said = text === null ? null : parseYesNo(text);
  if (text !== null && said === null)
    wrong.push({ code: "yesNo", values: { column: requestColumns[key].names[0], text } });
  return said;
}

/** The fewest days a week, fewer than those of the hours. */
function minDaysOf({ minDays: text }: Cells, pattern: WeeklyPattern | null, wrong: Note[]): number | null {
  if (text === null || !pattern) return null;
  const days = parseWhole(text);
  if (days !== null && fewerDaysChoices(pattern).includes(days)) return days;
  wrong.push({ code: "minDays", values: { text, most: careDays(pattern) - 1 } });
  return null;
}

type Need = StatedNeed & Pick<ImportedRequest, "receivedOn">;

function statedNeed(
  cells: Cells,
  kind: CareKind | null,
  town: ImportTown,
  today: CalendarDay,
  wrong: Note[],
  said: Note[],
): Need | null {
  const startOn = dayOf(cells, "startOn", wrong);
  if (cells.startOn === null) wrong.push({ code: "emptyCell", values: { column: "start_date" } });
  if (
    startOn &&
    (startOn < addMonths(today, -furthestMonths) || startOn > addMonths(today, furthestMonths))
  ) {
    wrong.push({ code: "startTooFar", values: { text: cells.startOn! } });
  }
  if (startOn && startOn < today) said.push({ code: "startPast" });
  const weeks = cells.flexibleWeeks === null ? null : parseWhole(cells.flexibleWeeks);
  if (cells.flexibleWeeks !== null && (weeks === null || weeks > 52)) {
    wrong.push({ code: "number", values: { column: "flexible_weeks", text: cells.flexibleWeeks } });
  }
  const adviceConsent = yesNoOf(cells, "consent", wrong);
  if (cells.consent === null) said.push({ code: "consentUnknown" });
  const receivedOn = dayOf(cells, "receivedOn", wrong);
  if (receivedOn && receivedOn > today) wrong.push({ code: "receivedInFuture" });
  const pattern = hoursOf(cells, wrong);
  const wishes = wishesOf(cells, kind, town, wrong, said);
  const minDays = minDaysOf(cells, pattern, wrong);
  const fewerDaysFirst = yesNoOf(cells, "fewerDaysFirst", wrong);
  if (!startOn || !pattern) return null;
  const need = { startOn, flexibleWeeks: weeks, pattern, wishes, adviceConsent, minDays, fewerDaysFirst };
  return { ...need, receivedOn };
}

function hoursOf({ hours }: Cells, wrong: Note[]): WeeklyPattern | null {
  const read = parseHours(hours ?? "");
  if (read.ok) return read.pattern;
  wrong.push({ code: `hours.${read.problem.code}`, values: { text: read.problem.text } });
  return null;
}

function wishesOf(
  { wishes }: Cells,
  kind: CareKind | null,
  { facilities }: ImportTown,
  wrong: Note[],
  said: Note[],
): string[] | null {
  const names = (wishes ?? "").split("|").flatMap((name) => name.trim() || []);
  if (names.length === 0) {
    said.push({ code: "noWish" });
    return null;
  }
  if (names.length > maxWishes) wrong.push({ code: "tooManyWishes", values: { most: maxWishes } });
  const ids: string[] = [];
  for (const text of names) {
    const facility = facilities.find(({ name }) => matchKey(name) === matchKey(text));
    if (!facility) wrong.push({ code: "wishUnknown", values: { text } });
    else if (kind && facility.careKind !== kind) wrong.push({ code: "wishKind", values: { text } });
    else if (ids.includes(facility.id)) wrong.push({ code: "wishTwice", values: { text } });
    else ids.push(facility.id);
  }
  return ids;
}
