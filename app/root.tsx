import "@fontsource/atkinson-hyperlegible/400.css";
import "@fontsource/atkinson-hyperlegible/700.css";
import "./ui/base.css";
import { type LoaderFunctionArgs, data } from "@remix-run/node";
import {
  Links,
  Outlet,
  Scripts,
  isRouteErrorResponse,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { navigationFor } from "./access/rules/navigation.ts";
import { SiteFrame, type FrameProps } from "./access/views/site-frame.tsx";
import { anyone } from "./access/visit.server.ts";
import { CarriedWords, useWords } from "./i18n/words.tsx";
import { env } from "./platform/env.server.ts";
import { takeNotice } from "./platform/web/notice.server.ts";
import { useNonce } from "./platform/web/nonce.tsx";
import type { PageHandle } from "./platform/web/page.ts";
import { ButtonLink, ButtonRow } from "./ui/button.tsx";
import { Page } from "./ui/page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const url = new URL(request.url);
  const { notice, forget } = await takeNotice(request);
  const frame: FrameProps = {
    demonstration: env().demonstration,
    accountName: visit.actor?.displayName ?? null,
    navigation: navigationFor(visit.actor),
    path: url.pathname + url.search,
    notice,
  };
  return data({ frame }, forget ? { headers: { "Set-Cookie": forget } } : undefined);
}

/** Each door returns `title`; the deepest one names the page. */
function useTitle(): string {
  const { t } = useWords();
  const titles = useMatches().map((match) => (match.data as { title?: string } | undefined)?.title);
  const title = titles.findLast(Boolean);
  return title ? `${title} – ${t("ui:site")}` : t("ui:site");
}

export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { language } = useWords();
  const nonce = useNonce();
  const title = useTitle();
  const interactive = useMatches().some((match) => (match.handle as PageHandle | undefined)?.interactive);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>
        {children}
        <CarriedWords />
        {interactive && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App(): ReactNode {
  const { frame } = useLoaderData<typeof loader>();
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  const bare = handles.some((handle) => handle?.bare);
  const typedForm = handles.findLast((handle) => handle?.typedForm)?.typedForm;
  if (bare) return <Outlet />;
  return (
    <SiteFrame frame={frame} typedForm={typedForm}>
      <Outlet />
    </SiteFrame>
  );
}

const known = new Set([400, 403, 404, 405]);

export function ErrorBoundary(): ReactNode {
  const error = useRouteError();
  const { t } = useWords();
  const root = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) && known.has(error.status) ? String(error.status) : "500";
  const page = (
    <Page title={t(`ui:failure.${status}.title`)} lead={t(`ui:failure.${status}.next`)}>
      <ButtonRow>
        <ButtonLink href="/" kind="main">
          {t("ui:failure.home")}
        </ButtonLink>
        <ButtonLink href="/aide">{t("ui:help")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
  return root ? <SiteFrame frame={root.frame}>{page}</SiteFrame> : page;
}
