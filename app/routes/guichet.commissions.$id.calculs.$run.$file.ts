import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, requirePermission } from "#app/access/visit.server.ts";
import { readRunFile } from "#app/commission/acts/read-run.server.ts";

/** What the engine was given and what it answered, byte for byte: for the checker, outside the app. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  const { id = "", run = "", file } = params;
  if (file !== "instance.json" && file !== "result.jsonl") throw notFound();
  const { name, type, text } = await readRunFile(visit, id, run, file);
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
