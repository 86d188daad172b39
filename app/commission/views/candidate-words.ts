import type { Language, Translate } from "#app/i18n/translator.ts";
import type { Meaning } from "#app/ui/notice.tsx";
import type { CandidateState } from "../rules/meeting.ts";
import type { CandidateLine } from "../rules/meeting-view.ts";

export const stateMeanings: Record<CandidateState, Meaning | "neutral"> = {
  included: "information",
  toRenew: "attention",
  gate: "refusal",
  noOption: "refusal",
};

/** Why a request is not examined; a gate is named by the grid. */
export function reasonText(
  { state, stateReason }: Pick<CandidateLine, "state" | "stateReason">,
  t: Translate,
  gates: Record<string, string> = {},
): string {
  if (!stateReason) return t(`commission:page.stateOne.${state}`);
  if (state === "gate")
    return t("commission:page.gateUnmet", {
      gate: gates[stateReason] ?? t(`commission:page.gate.${stateReason}`, { defaultValue: stateReason }),
    });
  return t(`commission:meeting.reason.${stateReason}`);
}

/** What a run gives to a candidate, in a few words. */
export function heldText(
  { held, state }: Pick<CandidateLine, "held" | "state">,
  t: Translate,
  _language: Language,
): string {
  if (state !== "included") return t("commission:page.result.notExamined");
  if (!held) return t("commission:page.result.none");
  if (held.wishRank === null) return t("commission:page.result.kept", { facility: held.facility.name });
  return t(held.partial ? "commission:page.result.partial" : "commission:page.result.placed", {
    facility: held.facility.name,
    rank: held.wishRank,
  });
}
