import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { answerByTelephone, readOfferToAnswer } from "#app/allocation/acts/answer-by-telephone.server.ts";
import { choiceOf } from "#app/allocation/rules/offer-choice.ts";
import { answerForm } from "#app/allocation/rules/offer-form.ts";
import { TelephonePage } from "#app/allocation/views/telephone-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:answer");
  const offer = await readOfferToAnswer(visit, params.id ?? "");
  const { pathname, searchParams } = new URL(request.url);
  const child = offer.childFirstName || visit.t("allocation:family.unborn");
  return {
    title: visit.t("allocation:telephone.title", { child }),
    offer,
    at: pathname,
    choice: choiceOf(searchParams),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:answer");
  const form = await readForm(request, answerForm);
  if (!form.ok) throw data(null, 400);
  const { offre: offerId, reponse: answer, version } = form.value;
  const answered = await answerByTelephone(visit, params.id ?? "", { offerId, answer, version });
  if (!answered.ok) return data({ error: answered.error }, 409);
  return redirectWithNotice(`/guichet/demandes/${params.id}`, `allocation:telephone.done.${answer}`);
}

export default function AnswerByTelephone(): ReactNode {
  const { offer, at, choice } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? null;
  return <TelephonePage offer={offer} at={at} choice={choice} error={error} />;
}
