import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** Strict Content-Security-Policy with a nonce a request, kept in `response.locals.nonce`. */
export function securityHeaders({
  https,
  development = false,
}: {
  https: boolean;
  development?: boolean;
}): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: !development && {
        useDefaults: false,
        directives: {
          "default-src": ["'self'"],
          "script-src": [
            "'self'",
            (_request, response) => `'nonce-${(response as never as Nonced).locals.nonce}'`,
          ],
          "style-src": [
            "'self'",
            (_request, response) => `'nonce-${(response as never as Nonced).locals.nonce}'`,
          ],
          "img-src": ["'self'", "data:"],
          "font-src": ["'self'"],
          "connect-src": ["'self'"],
          "object-src": ["'none'"],
          "base-uri": ["'none'"],
          "form-action": ["'self'"],
          "frame-ancestors": ["'none'"],
          ...(https ? { "upgrade-insecure-requests": [] } : {}),
        },
      },
      // "no-referrer" would make browsers send "Origin: null" with forms, which are then refused.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
    }),
  ];
}

type Nonced = { locals: { nonce: string } };
