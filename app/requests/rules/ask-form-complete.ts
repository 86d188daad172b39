import type { AskDraft } from "./ask-form.ts";
import { type AskedAddress, readAddress } from "./ask-form-address.ts";
import { type AskedChild, dueDayOf, readChild } from "./ask-form-children.ts";
import { type AskedGuardian, readGuardians } from "./ask-form-guardians.ts";
import { type AskedHours, readHours } from "./ask-form-hours-read.ts";
import { type AskedSiblings, siblingsOf } from "./ask-form-siblings.ts";
import { type AskContext, gapsOf } from "./ask-form-steps.ts";
import { readFewerDays } from "./ask-form-wishes.ts";
import type { FewerDays } from "./fewer-days.ts";

export type CompleteAsk = {
  children: { child: AskedChild; hours: AskedHours; adviceConsent: boolean; fewerDays: FewerDays }[];
  guardians: AskedGuardian[];
  address: AskedAddress;
  facts: string[];
  /** Brothers and sisters who need the same kind of place, by their place among the children. */
  siblings: AskedSiblings[];
};

/** A draft with every answer right, as values; null while a question is open. */
export function completeAsk(draft: AskDraft, context: AskContext): CompleteAsk | null {
  if (gapsOf(draft, context).length > 0) return null;
  const children = draft.children.flatMap((typed, index) => {
    const child = readChild(typed, index, context.today);
    const hours = readHours(typed.hours, context.today, dueDayOf(typed));
    if (!child.ok || !hours.ok) return [];
    const fewerDays = readFewerDays(typed, hours.value.pattern);
    return [{ child: child.value, hours: hours.value, adviceConsent: typed.adviceConsent, fewerDays }];
  });
  return {
    children,
    guardians: readGuardians(draft.guardians, context.knownGuardians).guardians,
    address: readAddress(draft.address).address,
    facts: draft.facts ?? [],
    siblings: siblingsOf(draft),
  };
}
