import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import staticWithBrotli from "express-static-gzip";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { ViteDevServer } from "vite";
import { env } from "../env.server.ts";
import { log } from "../log.server.ts";
import { limitBody } from "./body-limit.server.ts";
import { refuseCrossOrigin } from "./cross-origin.server.ts";
import { securityHeaders } from "./security-headers.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    nonce: string;
    /** Where the request comes from, for limits alone: never kept. */
    network: string;
  }
}

export type RunningServer = { url: string; close: () => Promise<void> };

/** For `npm run dev`: Vite serves the modules as they change, and its inline scripts pass. */
type Development = { vite?: ViteDevServer };

function serveAssets(app: Express): void {
  const client = path.resolve("build/client");
  app.use(
    "/assets",
    staticWithBrotli(path.join(client, "assets"), {
      enableBrotli: true,
      orderPreference: ["br"],
      serveStatic: { immutable: true, maxAge: "1y" },
    }),
  );
  app.use(compression({ level: 4 }));
  app.use(express.static(client, { maxAge: "1h" }));
}

/** Starts serving a build; port 0 takes any free port. */
export async function startServer(build: ServerBuild, { vite }: Development = {}): Promise<RunningServer> {
  const { host, port, publicUrl } = env();
  const https = publicUrl.startsWith("https:");
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", "loopback");
  app.use((request, _response, next) => {
    // The public address is configured: nobody may choose it by a header.
    delete request.headers["x-forwarded-host"];
    next();
  });
  app.use(securityHeaders({ https, development: vite !== undefined }));
  if (vite) app.use(vite.middlewares);
  else serveAssets(app);
  app.use(limitBody);
  app.use(refuseCrossOrigin(() => publicUrl));
  app.all(
    "*",
    createRequestHandler({
      build: vite ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild> : build,
      mode: vite ? "development" : "production",
      getLoadContext: (request, response): AppLoadContext => ({
        nonce: response.locals.nonce as string,
        network: request.ip ?? "",
      }),
    }),
  );

  const server = app.listen(port, host);
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const address = server.address() as AddressInfo;
  const shownHost = ["127.0.0.1", "0.0.0.0", "::"].includes(host) ? "localhost" : host;
  const url = `http://${shownHost}:${address.port}`;
  log().info({ url }, "serving");
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
