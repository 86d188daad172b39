import { type Permission, scopeOf } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { DeskForm, DeskOutcome } from "../rules/desk-forms.ts";
import { answerRenewal } from "./answer-renewal.server.ts";
import { askProof } from "./ask-proof.server.ts";
import { acceptProof, refuseProof } from "./decide-proof.server.ts";
import { referCareRequest } from "./refer-care-request.server.ts";

const permissionFor: Record<DeskForm["intent"], Permission> = {
  confirm: "careRequest:refer",
  change: "careRequest:refer",
  askProof: "proof:ask",
  acceptProof: "proof:decide",
  refuseProof: "proof:decide",
  stillNeeded: "careRequest:answer",
  withdraw: "careRequest:answer",
};

/** Does what a form of the desk asks, within what the agent may do. */
export async function answerDeskForm(
  visit: SignedVisit,
  careRequestId: string,
  form: DeskForm,
): Promise<DeskOutcome> {
  const scope = scopeOf(visit.actor, permissionFor[form.intent]);
  if (!scope) throw new Response(null, { status: 403 });
  const agent = { ...visit, scope };
  switch (form.intent) {
    case "confirm":
      return referCareRequest(agent, { careRequestId, version: form.version, change: null });
    case "change": {
      const change = { target: form.target, reason: form.changeReason };
      return referCareRequest(agent, { careRequestId, version: form.version, change });
    }
    case "askProof":
      return askProof(agent, { ...form, careRequestId });
    case "acceptProof":
      return acceptProof(agent, { ...form, careRequestId });
    case "refuseProof":
      return refuseProof(agent, { ...form, careRequestId, refusal: form.refusalReason });
    case "stillNeeded":
    case "withdraw": {
      const { intent: answer, version } = form;
      const said = await answerRenewal({ by: "desk", visit: agent, careRequestId }, { answer, version });
      if (!said.ok) return said;
      return { ok: true, notice: `requests:notice.said.${said.done}`, reference: said.reference };
    }
  }
}
