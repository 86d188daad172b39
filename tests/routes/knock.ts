// One request at one door, in each of the forms that Remix answers, and what the answer comes to.
import { type Secret, secrets } from "./roles.ts";
import type { Door } from "./served-town.ts";

/** `document`: as browsers ask; `data`: single fetch; `alone`: one loader by name; `legacy`: `?_data=`. */
export type Form = "document" | "data" | "alone" | "legacy";
export const readForms: Form[] = ["document", "data", "alone", "legacy"];
export const actForms: { form: Form; method: string }[] = [
  { form: "document", method: "POST" },
  { form: "data", method: "POST" },
  { form: "legacy", method: "POST" },
  { form: "document", method: "PUT" },
  { form: "document", method: "PATCH" },
  { form: "document", method: "DELETE" },
];

export type Knock = {
  door: Door;
  /** The address, parameters filled in. */
  at: string;
  form: Form;
  method?: string;
  cookie?: string;
  body?: Record<string, string>;
  headers?: Record<string, string>;
};

export type Outcome = "open" | "signIn" | "forbidden" | "notFound" | "noMethod" | `${number}`;
export type Answer = { outcome: Outcome; status: number; text: string; headers: Headers };

export function addressOf({ door, at, form }: Pick<Knock, "door" | "at" | "form">): string {
  const [pathname = "/", search] = at.split("?");
  const query = new URLSearchParams(search);
  if (form === "legacy") query.set("_data", door.id);
  if (form === "alone") query.set("_routes", door.id);
  const single = form === "data" || form === "alone";
  const asked = single ? (pathname === "/" ? "/_root.data" : `${pathname}.data`) : pathname;
  return query.size > 0 ? `${asked}?${query}` : asked;
}

/** Where an answer leads, in whichever form it says so. */
function redirectIn(status: number, headers: Headers, text: string): string | null {
  const header = headers.get("Location") ?? headers.get("X-Remix-Redirect");
  if (header) return header;
  return status === 202 ? (/"redirect","([^"]+)"/.exec(text)?.[1] ?? "") : null;
}

const known: Record<number, Outcome> = { 403: "forbidden", 404: "notFound", 405: "noMethod" };

function outcomeOf(status: number, headers: Headers, text: string): Outcome {
  const to = redirectIn(status, headers, text);
  if (to !== null) return to.startsWith("/connexion?retour=") ? "signIn" : "open";
  return known[status] ?? (status < 300 ? "open" : `${status}`);
}

export async function knock(
  url: string,
  { method = "GET", cookie, body, headers, ...where }: Knock,
): Promise<Answer> {
  const response = await fetch(url + addressOf(where), {
    method,
    redirect: "manual",
    // Nothing here is about compression, and thousands of answers are read.
    headers: { "Accept-Encoding": "identity", ...(cookie ? { Cookie: cookie } : {}), ...headers },
    body: method === "GET" ? undefined : new URLSearchParams(body),
  });
  const text = await response.text();
  return {
    outcome: outcomeOf(response.status, response.headers, text),
    status: response.status,
    text,
    headers: response.headers,
  };
}

/** Names that an answer holds and should not. */
export function leaksIn({ text, headers }: Answer, allowed: readonly Secret[]): string[] {
  const whole = text + [...headers.values()].join("\n");
  return (Object.keys(secrets) as Secret[]).filter(
    (secret) => !allowed.includes(secret) && whole.includes(secrets[secret]),
  );
}

/**
 * What a refusal says, without what may differ and tells nothing: the address itself, the nonce, and how React cuts
 * an interactive page into pieces (their content is compared in the other forms).
 */
export function withoutAddress(text: string, param: string): string {
  return text
    .replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<template[\s\S]*?<\/template>|nonce="[^"]*"/g, "")
    .replaceAll(param, "…")
    .replaceAll(encodeURIComponent(param), "…");
}
