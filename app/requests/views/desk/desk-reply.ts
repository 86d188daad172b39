import type { DeskForm } from "../../rules/desk-forms.ts";

/** A form that came back: what was typed, and what to mend, by field; "" for the whole request. */
export type DeskReply = { values: Record<string, unknown>; errors: Record<string, string> };

/** The part of a reply that is for one form of the page; null when another form came back. */
export function replyTo(
  reply: DeskReply | null,
  intent: DeskForm["intent"],
  factCode?: string,
): DeskReply | null {
  if (!reply || reply.values.intent !== intent) return null;
  return factCode === undefined || reply.values.factCode === factCode ? reply : null;
}
