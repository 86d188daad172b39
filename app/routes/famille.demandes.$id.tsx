import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type SignedVisit, requirePermission } from "#app/access/visit.server.ts";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { readLatestOffer } from "#app/allocation/acts/read-offer.server.ts";
import { familyForm } from "#app/allocation/rules/family-form.ts";
import { choiceOf } from "#app/allocation/rules/offer-choice.ts";
import { OfferSection } from "#app/allocation/views/offer-section.tsx";
import { endContract } from "#app/attendance/acts/end-contract.server.ts";
import { readFamilyAgreements } from "#app/attendance/acts/read-family-agreements.server.ts";
import { noticeForm } from "#app/attendance/rules/contract-forms.ts";
import type { ContractReply } from "#app/attendance/views/contract-page.tsx";
import { FamilyAgreements } from "#app/attendance/views/family-agreements.tsx";
import { readAnswers } from "#app/commission/acts/read-answers.server.ts";
import { readAppeal } from "#app/commission/acts/read-public-rules.server.ts";
import { FamilyAnswer } from "#app/commission/views/family-answer.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import { readUpload } from "#app/platform/web/upload.server.ts";
import { answerRenewal } from "#app/requests/acts/answer-renewal.server.ts";
import { declareBirth } from "#app/requests/acts/declare-birth.server.ts";
import { readFamilyRequest } from "#app/requests/acts/read-family-request.server.ts";
import { sendProof } from "#app/requests/acts/send-proof.server.ts";
import { withdrawCareRequest } from "#app/requests/acts/withdraw-care-request.server.ts";
import { type FamilyReply, RequestPage } from "#app/requests/views/family/request-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "family:read");
  const page = await readFamilyRequest(visit, params.id ?? "");
  const { searchParams } = new URL(request.url);
  const child = page.request.child.firstName || visit.t("allocation:family.unborn");
  return {
    title: visit.t("allocation:family.requestTitle", { child }),
    page,
    offer: await readLatestOffer(visit, page.request.id),
    answer: (await readAnswers(visit, page.request.id))[0] ?? null,
    appeal: await readAppeal(visit),
    agreements: await readFamilyAgreements(visit, page.request.id),
    choice: choiceOf(searchParams),
    withdrawing: searchParams.has("retirer"),
    today: visit.today,
  };
}

type Reply = FamilyReply & { notice?: ContractReply };
const comeBack = (reply: Partial<Reply>, status: number) =>
  data<Reply>({ error: null, form: null, proof: null, ...reply }, status);

async function giveNotice(visit: SignedVisit, careRequestId: string, request: Request) {
  const form = await readForm(request, noticeForm);
  if (!form.ok) return comeBack({ notice: { values: form.values, errors: form.errors, refusal: null } }, 422);
  const { contrat, version, dernierJour: lastDay } = form.value;
  const ended = await endContract(visit, { by: "family", agreementId: contrat, version, lastDay });
  if (!ended.ok) {
    const values = Object.fromEntries(form.formData);
    return comeBack({ notice: { values, errors: {}, refusal: ended } }, 409);
  }
  const day = formatDay(lastDay, visit.language);
  return redirectWithNotice(`/famille/demandes/${careRequestId}`, "attendance:contract.notice.done", { day });
}

async function receiveProof(visit: SignedVisit, careRequestId: string, request: Request) {
  const upload = await readUpload(request, "fichier");
  // The rest of a file that is too large is never read: which fact it was for is unknown.
  if (!upload.ok) {
    const tooLarge = upload.error === "tooLarge";
    const error = tooLarge ? "requests:error.fileTooBig" : "allocation:family.proof.unreadable";
    return comeBack({ error }, tooLarge ? 413 : 400);
  }
  const factCode = String(upload.formData.get("fait") ?? "");
  const sent = await sendProof(visit, { careRequestId, factCode, file: upload.file });
  if (!sent.ok) return comeBack({ proof: { factCode, error: sent.error } }, 422);
  return redirectWithNotice(`/famille/demandes/${careRequestId}`, "allocation:family.proof.done");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "family:act");
  const careRequestId = params.id ?? "";
  const here = `/famille/demandes/${careRequestId}`;
  if (request.headers.get("Content-Type")?.startsWith("multipart/form-data"))
    return receiveProof(visit, careRequestId, request);
  const intention = (await request.clone().formData()).get("intention");
  if (intention === "notice") return giveNotice(visit, careRequestId, request);
  const read = await readForm(request, familyForm);
  if (!read.ok) return comeBack({ form: read }, 422);
  const form = read.value;
  if (form.intention === "answer") {
    const answer = { answer: form.reponse, version: form.version };
    const answered = await answerOffer(visit, { offerId: form.offre }, answer);
    if (!answered.ok) return comeBack({ error: answered.error }, 409);
    return redirectWithNotice(here, `allocation:offer.done.${form.reponse}`);
  }
  if (form.intention === "withdraw") {
    const withdrawn = await withdrawCareRequest(visit, { careRequestId, version: form.version });
    if (!withdrawn.ok) return comeBack({ error: withdrawn.error }, 409);
    return redirectWithNotice(here, "allocation:family.withdraw.done");
  }
  if (form.intention === "stillNeeded") {
    const key = { by: "family" as const, visit, careRequestId };
    const said = await answerRenewal(key, { answer: "stillNeeded", version: form.version });
    if (!said.ok) return comeBack({ error: said.error }, 409);
    return redirectWithNotice(here, `requests:renewal.done.${said.done}`);
  }
  const { version, birthDay, firstName } = form;
  const declared = await declareBirth(visit, { careRequestId, version, birthDay, firstName });
  if (declared.ok) return redirectWithNotice(here, "allocation:family.birth.done");
  if ("field" in declared)
    return comeBack({ form: { values: { ...form }, errors: { [declared.field]: declared.error } } }, 422);
  return comeBack({ error: declared.error }, 409);
}

export default function FamilyRequest(): ReactNode {
  const { page, offer, answer, appeal, agreements, choice, withdrawing, today } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const at = `/famille/demandes/${page.request.id}`;
  return (
    <RequestPage
      page={page}
      offer={offer && <OfferSection offer={offer} at={at} choice={choice} />}
      answer={answer && <FamilyAnswer view={answer} careRequestId={page.request.id} appeal={appeal} />}
      contracts={<FamilyAgreements agreements={agreements} reply={reply?.notice} />}
      today={today}
      withdrawing={withdrawing}
      reply={reply ?? null}
    />
  );
}
