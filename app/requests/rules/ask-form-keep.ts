// What a posted question changes in the draft, whether the answers are right or not.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import type { AskDraft, TypedChild } from "./ask-form.ts";
import { type KnownStreet, keepAddress } from "./ask-form-address.ts";
import type { Answers } from "./ask-form-answers.ts";
import { addChild, keepChildren, removeChild } from "./ask-form-children.ts";
import { applyExample } from "./ask-form-examples.ts";
import { addGuardian, keepGuardians, removeGuardian } from "./ask-form-guardians.ts";
import { chooseFound } from "./ask-form-calendar.ts";
import { type TypedHours, countedFrom, countedWeeks } from "./ask-form-hours.ts";
import { keepHours } from "./ask-form-hours-kept.ts";
import { keepSiblingRule } from "./ask-form-siblings.ts";
import type { AskStop } from "./ask-form-steps.ts";
import {
  addWeek,
  chooseWeeks,
  clearDays,
  copyFirstWeek,
  copyMonday,
  copyPreviousWeek,
  removeWeek,
} from "./ask-form-weeks.ts";
import { asWishes, keepWishes } from "./ask-form-wishes.ts";

/** What the town knows, for the questions that need it. */
export type AskTown = { streets: KnownStreet[]; zoneCodes: string[]; schoolIds: string[]; town: string };

export function withChild(draft: AskDraft, child: number, change: Partial<TypedChild>): AskDraft {
  const children = draft.children.map((each, index) => (index === child ? { ...each, ...change } : each));
  return { ...draft, children };
}

export function keepTyped(
  draft: AskDraft,
  { step, child }: AskStop,
  answers: Answers,
  town: AskTown,
): AskDraft {
  switch (step) {
    case "children":
      return { ...draft, children: keepChildren(draft.children, answers, town.schoolIds) };
    case "guardians":
      return { ...draft, guardians: keepGuardians(draft.guardians, answers) };
    case "address":
      return { ...draft, address: keepAddress(answers, town) };
    case "hours":
      return withChild(draft, child, {
        hours: addWeek(keepHours(answers, draft.children[child]!.hours), answers.text("newWeek")),
      });
    case "wishes":
      return keepSiblingRule(
        withChild(draft, child, {
          wishes: keepWishes(answers),
          adviceConsent: answers.flag("adviceConsent"),
          minDays: answers.text("minDays"),
          fewerDaysFirst: answers.text("fewerDaysFirst") === "yes",
        }),
        child,
        answers.text("siblingRule"),
      );
    case "priority":
      return { ...draft, facts: answers.list("facts") };
    case "review":
      return draft;
  }
}

/** What a button other than "continue" does, and the place of the page to show next. */
export type AskedIntent = { draft: AskDraft; anchor: string };

export type IntentContext = {
  /** Guardians that the household already has. */
  knownGuardians: number;
  /** The facilities that the guichet puts forward for this child. */
  suggested: string[];
  today: CalendarDay;
};

/** Null when the button only continues. Intents are written "verb" or "verb:value". */
export function applyIntent(
  draft: AskDraft,
  { step, child }: AskStop,
  intent: string,
  context: IntentContext,
): AskedIntent | null {
  const [verb = "", value = ""] = intent.split(":");
  const index = Number(value);
  switch (`${step} ${verb}`) {
    case "children add":
      return {
        draft: { ...draft, children: addChild(draft.children) },
        anchor: `enfant-${draft.children.length + 1}`,
      };
    case "children remove":
      return { draft: { ...draft, children: removeChild(draft.children, index) }, anchor: "contenu" };
    case "guardians add":
      return {
        draft: { ...draft, guardians: addGuardian(draft.guardians, context.knownGuardians) },
        anchor: `personne-${context.knownGuardians + draft.guardians.length + 1}`,
      };
    case "guardians remove": {
      const guardians = removeGuardian(draft.guardians, index, context.knownGuardians);
      return { draft: { ...draft, guardians }, anchor: "contenu" };
    }
    case "wishes suggest":
      return { draft: withChild(draft, child, { wishes: asWishes(context.suggested) }), anchor: "liste" };
    case "wishes same": {
      const wishes = structuredClone(draft.children[index]?.wishes ?? null);
      return { draft: withChild(draft, child, { wishes }), anchor: "liste" };
    }
  }
  const hours = step === "hours" ? changeHours(draft, child, [verb, value], context.today) : null;
  return hours && { draft: withChild(draft, child, { hours }), anchor: "semaine" };
}

function changeHours(
  draft: AskDraft,
  child: number,
  [verb, value]: [string, string],
  today: CalendarDay,
): TypedHours | null {
  const { hours, kind } = draft.children[child]!;
  const careKind = careKinds.find((each) => each === kind) ?? "nursery";
  switch (verb) {
    case "copy":
      return copyMonday(hours, Number(value));
    case "copyWeek":
      return copyFirstWeek(hours);
    case "copyPrevious":
      return copyPreviousWeek(hours, Number(value));
    case "clear":
      return clearDays(hours);
    case "example":
      return applyExample(hours, careKind, value, countedWeeks(hours)[0]);
    case "same":
      return structuredClone(draft.children[Number(value)]?.hours ?? hours);
    case "addWeek":
      return hours;
    case "removeWeek":
      return removeWeek(hours, value);
    case "keepFound":
      return chooseFound(hours, value);
    case "refresh":
      return chooseWeeks(hours, hours.weeks, countedFrom(hours, today));
    default:
      return null;
  }
}
