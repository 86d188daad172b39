// "Do they need places together?": asked once of the children who need the same kind of place, with the last of them.
import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import type { AskDraft, TypedChild } from "./ask-form.ts";
import type { AskProblem } from "./ask-form-answers.ts";
import { type SiblingRule, siblingRuleOf } from "./siblings.ts";

export type AskedSiblings = { kind: CareKind; children: number[]; rule: SiblingRule };

const kindOf = ({ kind }: TypedChild): CareKind | undefined => careKinds.find((each) => each === kind);

/** The children of a draft who need the same kind of place, when there are several. */
export function siblingsOf(draft: AskDraft): AskedSiblings[] {
  return careKinds.flatMap((kind) => {
    const children = [...draft.children.keys()].filter((child) => kindOf(draft.children[child]!) === kind);
    return children.length > 1 ? [{ kind, children, rule: siblingRuleOf(draft.siblingRules[kind]) }] : [];
  });
}

/** The brothers and sisters whose question comes with the wishes of a child; null when none does. */
export function siblingsAskedAt(draft: AskDraft, child: number): AskedSiblings | null {
  return siblingsOf(draft).find(({ children }) => children.at(-1) === child) ?? null;
}

/** Keeps the answer given with the wishes of a child. */
export function keepSiblingRule(draft: AskDraft, child: number, answer: string): AskDraft {
  const asked = siblingsAskedAt(draft, child);
  if (!asked) return draft;
  return { ...draft, siblingRules: { ...draft.siblingRules, [asked.kind]: siblingRuleOf(answer) } };
}

/** Together or nothing needs a facility that all of them wish for. */
export function siblingProblems(draft: AskDraft, child: number): AskProblem[] {
  const asked = siblingsAskedAt(draft, child);
  if (asked?.rule !== "together") return [];
  const wished = asked.children.map((each) =>
    (draft.children[each]!.wishes ?? []).map(({ facilityId }) => facilityId),
  );
  // A child without a wish leaves the choice to the guichet, or has not been asked yet.
  if (wished.some((ids) => ids.length === 0)) return [];
  const shared = wished[0]!.some((id) => wished.every((ids) => ids.includes(id)));
  return shared ? [] : [{ name: "siblingRule", code: "noSharedWish" }];
}
