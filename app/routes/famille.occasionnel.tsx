import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { notFound, requirePermission } from "#app/access/visit.server.ts";
import { answerOccasional } from "#app/attendance/acts/answer-occasional.server.ts";
import { bookOccasional } from "#app/attendance/acts/book-occasional.server.ts";
import { cancelOccasional } from "#app/attendance/acts/cancel-occasional.server.ts";
import { readFamilyOccasional } from "#app/attendance/acts/read-family-occasional.server.ts";
import { familyOccasionalForm } from "#app/attendance/rules/occasional-forms.ts";
import { FamilyOccasionalPage, type OccasionalReply } from "#app/attendance/views/family-occasional-page.tsx";
import { formatDay, formatMinute } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

const here = "/famille/occasionnel";
const done = (what: string): string => `attendance:occasional.done.${what}`;

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "family:read");
  return { title: visit.t("attendance:occasional.family.title"), view: await readFamilyOccasional(visit) };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "family:act");
  const form = await readForm(request, familyOccasionalForm);
  if (!form.ok) throw notFound();
  const asked = form.value;
  const refuse = (reply: OccasionalReply) => data<OccasionalReply>(reply, 409);
  if (asked.acte === "book") {
    const { contrat: contractId, jour: day, debut: start, fin: end } = asked;
    const orWait = asked.attendre === "oui";
    const booked = await bookOccasional(visit, { contractId, day, start, end, orWait });
    if (booked.ok) {
      const said = {
        day: formatDay(day, visit.language),
        start: formatMinute(start, visit.language),
        end: formatMinute(end, visit.language),
      };
      return redirectWithNotice(here, done(booked.status), said);
    }
    const mayWait = booked.error === "attendance:occasional.error.full";
    return refuse({ error: booked.error, typed: { contractId, day, start, end }, mayWait });
  }
  const made =
    asked.acte === "cancel"
      ? await cancelOccasional(visit, asked.sejour)
      : await answerOccasional(visit, { stayId: asked.sejour }, asked.reponse);
  if (!made.ok) return refuse({ error: made.error, typed: null, mayWait: false });
  return redirectWithNotice(here, done(asked.acte === "cancel" ? "cancelled" : asked.reponse));
}

export default function FamilyOccasional(): ReactNode {
  return (
    <FamilyOccasionalPage view={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />
  );
}
