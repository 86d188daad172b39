import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type SignedVisit, requirePermission } from "#app/access/visit.server.ts";
import { adoptGrid } from "#app/commission/acts/adopt-grid.server.ts";
import { discardDraft, saveDraft } from "#app/commission/acts/change-draft.server.ts";
import { readGridPage } from "#app/commission/acts/read-grid-page.server.ts";
import { startDraft } from "#app/commission/acts/start-draft.server.ts";
import {
  type GridFormValues,
  adoptionForm,
  gridForm,
  reservedClasses,
} from "#app/commission/rules/grid-form.ts";
import { formValuesOf } from "#app/commission/rules/grid-form-values.ts";
import { GridFormPage } from "#app/commission/views/grid-form-page.tsx";
import { GridPage, type GridReply } from "#app/commission/views/grid-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "grid:read");
  const view = await readGridPage(visit, params.id ?? "");
  const { grid, mayChange, seen } = view;
  const editing = mayChange && grid.status === "draft" && new URL(request.url).searchParams.has("modifier");
  return {
    title: grid.name,
    view,
    form: editing ? formValuesOf(grid, seen, reservedClasses) : null,
  };
}

const comeBack = (reply: GridReply, status: number) => data<GridReply>(reply, status);

async function save(visit: SignedVisit, id: string, request: Request) {
  const form = await readForm(request, gridForm);
  if (!form.ok) return comeBack(form, 422);
  const saved = await saveDraft(visit, id, form.value);
  if (!saved.ok) return comeBack({ values: { ...form.value }, errors: saved.errors }, 422);
  return redirectWithNotice(`/guichet/grilles/${id}`, "commission:grid.done.saved");
}

async function adopt(visit: SignedVisit, id: string, request: Request) {
  const form = await readForm(request, adoptionForm);
  if (!form.ok) return comeBack(form, 422);
  const adopted = await adoptGrid(visit, id, form.value);
  if (!adopted.ok) return comeBack({ values: { ...form.value }, errors: adopted.errors }, 422);
  return redirectWithNotice(`/guichet/grilles/${id}`, "commission:grid.done.adopted");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "grid:change");
  const id = params.id ?? "";
  const intent = (await request.clone().formData()).get("intent");
  if (intent === "save") return save(visit, id, request);
  if (intent === "adopt") return adopt(visit, id, request);
  if (intent === "discard") {
    const discarded = await discardDraft(visit, id);
    if (!discarded.ok) return comeBack({ values: {}, errors: discarded.errors }, 409);
    return redirectWithNotice("/guichet/grilles", "commission:grid.done.discarded");
  }
  if (intent !== "copy") throw data(null, 400);
  const draftId = await startDraft(visit, id);
  return redirectWithNotice(`/guichet/grilles/${draftId}`, "commission:grid.done.copied");
}

export default function GridOfCriteria(): ReactNode {
  const { view, form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!form) return <GridPage view={view} reply={reply} />;
  const typed = reply && "criteria" in reply.values ? (reply.values as GridFormValues) : form;
  return <GridFormPage view={view} values={typed} reply={reply} />;
}
