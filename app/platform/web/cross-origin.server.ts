import type { RequestHandler } from "express";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site's page makes the browser send. Remix checks page actions only, and believes
 * X-Forwarded-Host; this covers every route. A request without these headers does not come from a browser page.
 */
export function refuseCrossOrigin(publicUrl: () => string): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method)) return next();
    const site = request.get("Sec-Fetch-Site");
    const origin = request.get("Origin");
    const own = [new URL(publicUrl()).host, request.get("Host")];
    const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
    const foreignOrigin =
      origin !== undefined && (!URL.canParse(origin) || !own.includes(new URL(origin).host));
    if (foreignSite || foreignOrigin) {
      response
        .status(403)
        .type("text/plain")
        .send("Cette demande vient d'un autre site : elle est refusée.\n");
      return;
    }
    next();
  };
}
