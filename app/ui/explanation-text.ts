// The answer of a commission in sentences: the same in a letter, on a page and in a terminal. The numbers are those of
// allocation/rules/explanation.ts, and no other.
import { formatDate, formatLength, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { conjunction, type HoldersTold, holdersText, pointsText } from "./holders-text.ts";
import { type MomentTold, momentText } from "./moment-text.ts";

/** Shaped as an `Explanation` of allocation/rules, which this kit does not know. */
export type ExplanationTold = {
  option: number;
  facilities: string[];
  weekdays: number[];
  facility: string;
  kind:
    | "points"
    | "equalPoints"
    | "reserve"
    | "kept"
    | "weekHours"
    | "staff"
    | "classMax"
    | "claim"
    | "unexplained";
  moment: MomentTold | null;
  when: { week: "A" | "B" | null; period: string | null } | null;
  section: string | null;
  class: string | null;
  cap: number;
  used: number;
  need: number;
  surnombre: number;
  holders: HoldersTold | null;
  reserve: string | null;
  threshold: { points: number; lottery: number } | null;
  own: { points: number; lottery: number };
  momentsFree: boolean;
  fullDays: number[];
  free: { weekdays: number[]; together: boolean };
  leastPoints: number | "beyond" | null;
  claim: number | null;
};

/** What the ids are called by those who read; the id itself when a name is not given. */
export type AllocationNames = {
  facility?: (id: string) => string;
  section?: (id: string) => string;
  period?: (id: string) => string;
  /** "convention insertion, 1 pour 20" */
  reserve?: (id: string) => string;
  /** As it follows "pour": "les familles d'autres communes". */
  class?: (id: string) => string;
  /** The day the draw was published. */
  drawDay?: string;
};

const itself = (id: string): string => id;
const key = (path: string): string => `allocation:explanation.${path}`;

const daysList = (weekdays: number[], language: Language): string =>
  conjunction(
    weekdays.map((day) => formatWeekday(day, language)),
    language,
  );

/** "les 14 places", "13 des 14 places", "les 15 places (dont 1 en surnombre)" */
function placesText({ cap, used, surnombre }: ExplanationTold, t: Translate): string {
  if (used < cap)
    return t(key(surnombre > 0 ? "places.someWithExtra" : "places.some"), {
      count: used,
      cap,
      extra: surnombre,
    });
  return t(key(surnombre > 0 ? "places.withExtra" : "places.all"), { count: cap, extra: surnombre });
}

/** Which refusal sentence a kind reads, by what is full. */
function subjectOf({ kind, section }: ExplanationTold): string {
  if (kind === "weekHours" || kind === "staff" || kind === "classMax") return kind;
  return section === null ? "total" : "section";
}

function refusedText(
  told: ExplanationTold,
  names: AllocationNames,
  t: Translate,
  language: Language,
): string {
  const { kind, cap, used, need, moment, section, when } = told;
  const facility = (names.facility ?? itself)(told.facility);
  if (kind === "claim") return t(key("refused.claim"), { facility, number: told.claim });
  if (kind === "unexplained") return t(key("refused.unexplained"), { facility });
  const subject = subjectOf(told);
  const period = names.period ?? itself;
  const hours = (units: number): string => formatLength(units * 30, language);
  const measured = (units: number): string => (subject === "weekHours" ? hours(units) : String(units));
  const periods = [
    ...(when?.week ? [t(key("moment.week"), { week: when.week })] : []),
    ...(when?.period ? [period(when.period)] : []),
  ];
  const values = {
    facility,
    moment: moment ? momentText(moment, period, t, language) : "",
    section: section === null ? "" : (names.section ?? itself)(section),
    class: told.class === null ? "" : (names.class ?? itself)(told.class),
    when: periods.join(", "),
    places: placesText(told, t),
    holders: holdersText(told, names.reserve ?? itself, t, language),
    cap: measured(cap),
    used: measured(used),
    need: measured(need),
  };
  const capital = subject.charAt(0).toUpperCase() + subject.slice(1);
  if (used === 0 && cap > 0 && (subject === "section" || subject === "total"))
    return t(key(`refused.tooFew${capital}`), { ...values, count: cap });
  if (used === 0) return t(key(`refused.none${capital}`), values);
  if (subject === "weekHours")
    return t(key(periods.length > 0 ? "refused.weekHoursIn" : "refused.weekHours"), values);
  return t(key(`refused.${subject}`), { ...values, count: subject === "classMax" ? cap : used });
}

/** How the request compares with those above it, where points decide. */
function ownText(
  told: ExplanationTold,
  { drawDay }: AllocationNames,
  t: Translate,
  language: Language,
): string[] {
  const { kind, holders, threshold, own } = told;
  if (holders === null ? kind !== "points" : holders.points.files + holders.ahead.files === 0) return [];
  if (holders && holders.ahead.files > 0) return [t(key("own.ahead"), { points: own.points })];
  if (threshold === null) return [t(key("own.better"), { points: own.points })];
  if (threshold.points > own.points) return [t(key("own.points"), { points: own.points })];
  const values = { points: pointsText(own.points, t), mine: own.lottery, theirs: threshold.lottery };
  return [
    drawDay
      ? t(key("own.drawOf"), { ...values, date: formatDate(drawDay, language) })
      : t(key("own.draw"), values),
  ];
}

/** How many places are needed at once, when one that is left is not enough. */
function needText({ kind, need, used, cap, moment }: ExplanationTold, t: Translate): string[] {
  const ofPlaces = moment !== null && kind !== "staff";
  return ofPlaces && need > 1 && used < cap ? [t(key("own.need"), { count: need })] : [];
}

/**
 * Why an option was refused, as the family reads it: "Refusé à X : mardi après-midi, section moyens, les 14 places sont
 * tenues par 9 enfants déjà accueillis et 5 dossiers d'au moins 45 points. Le vôtre : 38."
 */
export function explanationText(
  told: ExplanationTold,
  names: AllocationNames,
  t: Translate,
  language: Language,
): string {
  const reserve = told.kind === "reserve" ? [t(key("own.reserve"))] : [];
  const hours = told.kind === "weekHours" && told.momentsFree ? [t(key("own.momentsFree"))] : [];
  return [
    refusedText(told, names, t, language),
    ...hours,
    ...needText(told, t),
    ...ownText(told, names, t, language),
    ...reserve,
  ].join(" ");
}

/** What else is known of the refusal, one sentence each: other days full, free days, the points it would have taken. */
export function explanationDetails(
  told: ExplanationTold,
  { facility = itself }: AllocationNames,
  t: Translate,
  language: Language,
): string[] {
  const { facilities, fullDays, free, leastPoints, kind } = told;
  const lines: string[] = [];
  if (facilities.length > 1)
    lines.push(t(key("also.together"), { facilities: conjunction(facilities.map(facility), language) }));
  if (fullDays.length > 0) lines.push(t(key("also.fullToo"), { days: daysList(fullDays, language) }));
  if (free.weekdays.length > 0)
    lines.push(
      t(key(free.together ? "also.free" : "also.freeApart"), { days: daysList(free.weekdays, language) }),
    );
  if (leastPoints === "beyond") {
    if (kind !== "kept" && kind !== "reserve") lines.push(t(key("also.beyondPoints")));
  } else if (leastPoints !== null) lines.push(t(key("also.least"), { points: pointsText(leastPoints, t) }));
  return lines;
}
