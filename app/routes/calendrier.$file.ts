import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/access/visit.server.ts";
import { readFeedFile } from "#app/attendance/acts/read-feed-file.server.ts";
import { tokenOfFile } from "#app/attendance/rules/feed.ts";

const statusOf = { unknown: 404, gone: 410, tooOften: 429 } as const;

/** The calendar that a telephone subscribed to: its address is the only key, and can be cut. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const file = await readFeedFile(visit, tokenOfFile(params.file), context.network);
  if (!file.ok)
    return new Response(null, {
      status: statusOf[file.why],
      headers: { "Cache-Control": "private, no-store" },
    });
  const headers = { "Cache-Control": "private, no-cache", ETag: file.tag, "X-Robots-Tag": "noindex" };
  // Compression on the way may have made the tag a weak one.
  const known = request.headers
    .get("If-None-Match")
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known?.includes(file.tag)) return new Response(null, { status: 304, headers });
  return new Response(file.text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="calendrier.ics"',
    },
  });
}
