import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { notFound, requirePermission } from "#app/access/visit.server.ts";
import { readManaged } from "#app/facilities/acts/read-managed.server.ts";
import { stateLicence } from "#app/facilities/acts/state-licence.server.ts";
import {
  type TypedLine,
  licenceForm,
  startingLines,
  typedLines,
  withBlankLines,
} from "#app/facilities/rules/licence-form.ts";
import { LicencePage } from "#app/facilities/views/licence-page.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

const sectionIn = (request: Request): string => new URL(request.url).searchParams.get("section") ?? "";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const { facility, sections, today } = await readManaged(visit, params.id);
  const section = sections.find(({ id }) => id === sectionIn(request)) ?? sections[0];
  if (!section) throw notFound();
  const lines = startingLines(section.versions.at(-1)?.rows ?? []);
  return {
    title: visit.t("facilities:settings.licenceTitle", { section: section.name }),
    facility,
    section,
    today,
    lines,
  };
}

type Reply = {
  values: Record<string, unknown>;
  errors: Record<string, string>;
  lines: TypedLine[];
  validFrom: string;
};

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const { sections } = await readManaged(visit, params.id);
  const sectionId = sectionIn(request) || sections[0]?.id;
  if (!sections.some(({ id }) => id === sectionId)) throw notFound();
  const posted = await request.clone().formData();
  const again = (errors: Record<string, string>, status: number, lines = typedLines(posted)) =>
    data<Reply>({ values: {}, errors, lines, validFrom: String(posted.get("validFrom") ?? "") }, status);
  if (posted.get("intent") === "more") return again({}, 200, withBlankLines(typedLines(posted)));
  const form = await readForm(request, licenceForm);
  if (!form.ok) return again(form.errors, 422);
  const stated = await stateLicence(visit, params.id, sectionId!, form.value);
  if (!stated.ok) return again({ [stated.field]: stated.error }, 409);
  const day = formatDate(form.value.validFrom, visit.language);
  return redirectWithNotice(
    `/structure/${params.id}/reglages#${sectionId}`,
    "facilities:settings.done.licence",
    { day },
  );
}

export default function Licence(): ReactNode {
  const { facility, section, today, lines } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <LicencePage
      facility={facility}
      section={section}
      today={today}
      lines={reply?.lines ?? lines}
      validFrom={reply?.validFrom ?? null}
      reply={reply}
    />
  );
}
