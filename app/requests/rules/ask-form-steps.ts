// The questions in their order, where each is asked, and what is still to be answered.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { AskDraft } from "./ask-form.ts";
import { readAddress } from "./ask-form-address.ts";
import type { AskProblem } from "./ask-form-answers.ts";
import { dueDayOf, readChild } from "./ask-form-children.ts";
import { readGuardians } from "./ask-form-guardians.ts";
import { readHours } from "./ask-form-hours-read.ts";
import { siblingProblems } from "./ask-form-siblings.ts";

export const askSteps = [
  "children",
  "guardians",
  "address",
  "hours",
  "wishes",
  "priority",
  "review",
] as const;
export type AskStep = (typeof askSteps)[number];

export const askStart = "/demandes/nouvelle";
export const askSent = `${askStart}/envoyee`;

const paths: Record<AskStep, string> = {
  children: "enfants",
  guardians: "demandeurs",
  address: "adresse",
  hours: "horaires",
  wishes: "structures",
  priority: "priorites",
  review: "relecture",
};

/** Questions asked of each child in turn. */
const perChild: readonly AskStep[] = ["hours", "wishes"];

/** A question, of one child when it is asked of each. */
export type AskStop = { step: AskStep; child: number };

/** @param back the review sent the family here, and waits for it */
export function stopAddress({ step, child }: AskStop, { back = false, check = false } = {}): string {
  const search = new URLSearchParams();
  if (perChild.includes(step)) search.set("enfant", String(child));
  if (back) search.set("retour", "relecture");
  if (check) search.set("verifier", "1");
  const query = search.toString();
  return `${askStart}/${paths[step]}${query ? `?${query}` : ""}`;
}

/** The question of an address: of which child, whether the review waits for it, and whether to show what is wrong. */
export function stopIn(search: URLSearchParams, step: AskStep): AskStop & { back: boolean; check: boolean } {
  const child = Number(search.get("enfant") ?? 0);
  return {
    step,
    child: Number.isInteger(child) && child >= 0 ? child : 0,
    back: search.get("retour") === "relecture",
    check: search.has("verifier"),
  };
}

/** Every question of a draft in order: those asked of each child come once for each. */
export function stopsOf(draft: AskDraft): AskStop[] {
  return askSteps.flatMap((step) =>
    perChild.includes(step) ? draft.children.map((_, child) => ({ step, child })) : [{ step, child: 0 }],
  );
}

const indexOf = (stops: AskStop[], { step, child }: AskStop): number =>
  stops.findIndex((stop) => stop.step === step && stop.child === child);

/** Null after the review. */
export function nextStop(draft: AskDraft, stop: AskStop): AskStop | null {
  const stops = stopsOf(draft);
  return stops[indexOf(stops, stop) + 1] ?? null;
}

/** Null before the first question. */
export function previousStop(draft: AskDraft, stop: AskStop): AskStop | null {
  const stops = stopsOf(draft);
  return stops[indexOf(stops, stop) - 1] ?? null;
}

export type AskContext = {
  today: CalendarDay;
  /** Guardians that the household already has. */
  knownGuardians: { email: string | null }[];
};

/** What is missing or wrong at a question, as far as the draft alone can tell. */
export function problemsAt(draft: AskDraft, { step, child }: AskStop, context: AskContext): AskProblem[] {
  const { today, knownGuardians } = context;
  const typed = draft.children[child];
  switch (step) {
    case "children":
      return draft.children.flatMap((each, index) => {
        const read = readChild(each, index, today);
        return read.ok ? [] : read.problems;
      });
    case "guardians":
      return readGuardians(draft.guardians, knownGuardians).problems;
    case "address":
      return readAddress(draft.address).problems;
    case "hours": {
      const read = typed && readHours(typed.hours, today, dueDayOf(typed));
      return !read || read.ok ? [] : read.problems;
    }
    case "wishes":
      if (typed && typed.wishes === null) return [{ name: "wishes", code: "noWish" }];
      return siblingProblems(draft, child);
    case "priority":
      return draft.facts === null ? [{ name: "facts", code: "facts" }] : [];
    case "review":
      return [];
  }
}

/** Questions that still want an answer. */
export function gapsOf(draft: AskDraft, context: AskContext): AskStop[] {
  return stopsOf(draft).filter((stop) => problemsAt(draft, stop, context).length > 0);
}

/** Questions before a stop that it depends on: wishes need the children, the address and the hours. */
export function gapBefore(draft: AskDraft, stop: AskStop, context: AskContext): AskStop | null {
  if (stop.step !== "wishes") return null;
  const needed: readonly AskStep[] = ["children", "address", "hours"];
  return (
    gapsOf(draft, context).find(
      ({ step, child }) => needed.includes(step) && (step !== "hours" || child === stop.child),
    ) ?? null
  );
}
