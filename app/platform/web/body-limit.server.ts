import type { RequestHandler } from "express";

/** A proof of 5 MB with its form around it; every other form is far smaller. */
const mostBytes = 8_000_000;

/** Refuses a body that is too long, or does not say how long it is, before a byte of it is read. */
export const limitBody: RequestHandler = (request, response, next) => {
  const length = request.get("Content-Length");
  if (request.get("Transfer-Encoding") !== undefined) {
    response.status(411).type("text/plain").send("La longueur de l'envoi n'est pas donnée.\n");
  } else if (length !== undefined && !(Number(length) <= mostBytes)) {
    response.status(413).type("text/plain").send("Cet envoi est trop lourd : 8 Mo au plus.\n");
  } else {
    next();
  }
};
