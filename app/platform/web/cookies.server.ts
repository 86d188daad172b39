import { createCookie, type Cookie } from "@remix-run/node";
import { env } from "../env.server.ts";

const year = 365 * 24 * 3600;

function signedCookie(name: string, maxAge: number): Cookie {
  const secure = env().publicUrl.startsWith("https:");
  return createCookie(secure ? `__Host-${name}` : name, {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge,
    secrets: [env().sessionSecret],
  });
}

const cookies = new Map<string, Cookie>();
function cookie(name: string, maxAge: number): Cookie {
  const known = cookies.get(name) ?? signedCookie(name, maxAge);
  cookies.set(name, known);
  return known;
}

/** Holds a random session id only; the session itself is a row that can be revoked. */
export const sessionCookie = (): Cookie => cookie("session", 30 * 24 * 3600);
/** Finds the draft of a family that has not sent its request yet. */
export const draftCookie = (): Cookie => cookie("draft", 30 * 24 * 3600);
export const languageCookie = (): Cookie => cookie("language", year);
/** A sentence to show once on the next page. */
export const noticeCookie = (): Cookie => cookie("notice", 60);
/** A paired tablet: holds its token only; the device is a row that can be cut off. */
export const deviceCookie = (): Cookie => cookie("device", year);
/** This browser keeps the day's list of a facility: it is emptied before its session ends. Holds the facility's id. */
export const tabletCookie = (): Cookie => cookie("tablet", year);
