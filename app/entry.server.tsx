import { type AppLoadContext, type EntryContext, createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer, isRouteErrorResponse } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { jobs } from "./commands/jobs.ts";
import { translator, wordsOf } from "./i18n/resources.server.ts";
import { type Language, languageOf } from "./i18n/translator.ts";
import { WordsProvider } from "./i18n/words.tsx";
import { database } from "./platform/database/client.server.ts";
import { startSchedule } from "./platform/schedule.server.ts";
import { languageCookie } from "./platform/web/cookies.server.ts";
import { NonceProvider } from "./platform/web/nonce.tsx";
import { log } from "./platform/log.server.ts";
import type { PageHandle } from "./platform/web/page.ts";
import { type RunningServer, startServer as serve } from "./platform/web/server.server.ts";
import { wholeLetters } from "./platform/web/whole-letters.server.ts";

/** Serves the build, and keeps the hours of the jobs; the platform knows neither rooms nor commands, so both meet here. */
export async function startServer(...args: Parameters<typeof serve>): Promise<RunningServer> {
  const server = await serve(...args);
  const schedule = startSchedule(jobs, database());
  return {
    ...server,
    async close() {
      await Promise.all([server.close(), schedule.stop()]);
      await database().$disconnect();
    },
  };
}

/** The words of the rooms that an interactive page names; null when the page needs no JavaScript. */
function carriedWords(context: EntryContext, language: Language): string | null {
  const handles = context.staticHandlerContext.matches.map(
    ({ route }) => context.routeModules[route.id]?.handle as PageHandle | undefined,
  );
  if (!handles.some((handle) => handle?.interactive)) return null;
  const rooms = ["ui", ...handles.flatMap((handle) => handle?.words ?? [])];
  return JSON.stringify(wordsOf(language, rooms)).replaceAll("<", "\\u003c");
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const chosen: unknown = await languageCookie().parse(request.headers.get("Cookie"));
  const language = languageOf(chosen, request.headers.get("Accept-Language"));
  headers.set("Content-Type", "text/html; charset=utf-8");
  withoutCopy(headers);
  headers.set("Content-Language", language);
  headers.append("Vary", "Cookie, Accept-Language");

  const carried = carriedWords(context, language);
  const page = (
    <NonceProvider value={loadContext.nonce}>
      <WordsProvider t={translator(language)} language={language} carried={carried}>
        <RemixServer context={context} url={request.url} nonce={loadContext.nonce} />
      </WordsProvider>
    </NonceProvider>
  );
  // A page without JavaScript streams nothing: rendering it in one piece costs less than half.
  if (carried === null) return new Response(`<!DOCTYPE html>${renderToString(page)}`, { headers, status });
  return stream(page, { headers, status }, loadContext.nonce);
}

function stream(page: ReactElement, response: ResponseInit, nonce: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onShellReady() {
        const body = wholeLetters();
        resolve(new Response(createReadableStreamFromReadable(body), response));
        pipe(body);
      },
      onShellError: reject,
      onError: (error) => log().error({ err: error }, "rendering failed"),
    });
  });
}

/** Pages may hold a family's file: no copy stays in a shared browser, in whatever form they are asked for. */
const withoutCopy = (headers: Headers): void => {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
};

export function handleDataRequest(response: Response): Response {
  withoutCopy(response.headers);
  return response;
}

/** Errors that no page expected: written down without the address's search part, which may hold a token. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) {
    log().error({ err: error, method: request.method }, "unexpected error");
  }
}
