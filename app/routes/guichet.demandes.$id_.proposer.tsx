import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { makeCombinedOffer } from "#app/allocation/acts/make-combined-offer.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { readPlaces } from "#app/allocation/acts/read-places.server.ts";
import { proposalForm } from "#app/allocation/rules/pair-form.ts";
import { ProposePage } from "#app/allocation/views/propose-page.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "offer:make");
  const page = await readPlaces(visit, params.id ?? "", new URL(request.url).searchParams);
  return {
    title: visit.t("allocation:make.title", {
      child: page.request.child.firstName || visit.t("allocation:family.unborn"),
    }),
    page,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "offer:make");
  const careRequestId = params.id ?? "";
  const form = await readForm(request, proposalForm);
  if (!form.ok) throw data(null, 400);
  const asked = form.value;
  const { version, debut: startOn, fin: endOn = null } = asked;
  const made =
    "parts" in asked
      ? await makeCombinedOffer(visit, {
          ...{ careRequestId, version, startOn, endOn },
          sections: [asked.premiere, asked.seconde],
          parts: asked.parts,
        })
      : await makeOffer(visit, {
          ...{ careRequestId, version, startOn, endOn },
          sectionId: asked.section,
          hours: asked.heures,
          transferOf: asked.transfert ?? null,
        });
  if (!made.ok) return data({ refusal: made }, 409);
  return redirectWithNotice(
    `/guichet/demandes/${careRequestId}`,
    made.writtenTo > 0 ? "allocation:make.done" : "allocation:make.doneCall",
    { date: formatDay(made.answerBy, visit.language) },
  );
}

export default function Propose(): ReactNode {
  const { page } = useLoaderData<typeof loader>();
  return <ProposePage page={page} refusal={useActionData<typeof action>()?.refusal ?? null} />;
}
