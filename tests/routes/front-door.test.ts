// What holds for every door alike: other sites, sessions, headers.
import { describe, expect, it } from "vitest";
import { hashToken } from "#app/platform/secrets.server.ts";
import { accessTable } from "./access-table.ts";
import { includes } from "./door-rule.ts";
import { type Form, knock } from "./knock.ts";
import { roles } from "./roles.ts";
import { type Door, cookieOf, serveTown, signIn } from "./served-town.ts";
import { stateOf } from "./town-state.ts";

const { url, doors, db, town, cookies } = await serveTown();

/** A link for a session more. */
async function newLink(email: string): Promise<string> {
  const token = `${email}-${Math.random()}`;
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 60_000);
  await db.signInLink.create({ data: { tokenHash: hashToken(token), email, createdAt: now, expiresAt } });
  return token;
}

/** Somebody who may act there, and something they may act on. */
function best(door: Door): { at: string; cookie: string } {
  const rule = accessTable[door.id];
  const role = roles.find((each) => rule && includes(rule.act ?? rule.read, each)) ?? "anonymous";
  const things = Object.values(rule?.things?.(town, role) ?? {});
  const param = things.find(({ of }) => includes(of, role))?.param ?? "nothing";
  return { at: door.path.replace(/:\w+|\*/, param), cookie: cookies[role] };
}

describe("a post from another site", () => {
  const foreign: Record<string, Record<string, string>> = {
    "its origin": { Origin: "https://evil.example" },
    "an origin that is kept secret": { Origin: "null" },
    "what the browser says": { "Sec-Fetch-Site": "cross-site" },
    "a neighbour's page": { "Sec-Fetch-Site": "same-site" },
    "a forwarded host": { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  };
  const ways: { form: Form; method: string }[] = [
    { form: "document", method: "POST" },
    { form: "data", method: "POST" },
    { form: "legacy", method: "POST" },
    { form: "document", method: "PUT" },
    { form: "document", method: "PATCH" },
    { form: "document", method: "DELETE" },
  ];

  it.each(doors)("is refused at $path, and changes nothing", async (door) => {
    const before = await stateOf(db);
    for (const [name, headers] of Object.entries(foreign))
      for (const way of ways) {
        const answer = await knock(url, { door, ...best(door), ...way, headers });
        expect.soft(answer.status, `${way.method} ${way.form}, known by ${name}`).toBe(403);
        expect.soft(answer.headers.getSetCookie()).toEqual([]);
      }
    expect(await stateOf(db)).toBe(before);
  });

  it("is not mistaken for one of our own", async () => {
    const door = doors.find(({ id }) => id === "routes/connexion._index")!;
    const own = { Origin: url, "Sec-Fetch-Site": "same-origin" };
    const answer = await knock(url, { door, at: door.path, form: "document", method: "POST", headers: own });
    expect(answer.status).toBe(422);
  });
});

describe("a session", () => {
  it("is held by a signed cookie that scripts and other sites do not get", async () => {
    const response = await signIn(url, await newLink("observer@example.org"));
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^session=/);
    for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(flag);
  });

  it("is new at each sign-in, whatever the browser held", async () => {
    const first = cookieOf(await signIn(url, await newLink("observer@example.org")));
    const second = cookieOf(await signIn(url, await newLink("observer@example.org"), first));
    expect(second).not.toBe(first);
    const planted = cookieOf(
      await signIn(url, await newLink("family@example.org"), "session=chosen-by-somebody"),
    );
    expect(planted).not.toContain("chosen-by-somebody");
  });

  it("opens nothing when its cookie was changed or made up", async () => {
    const good = cookieOf(await signIn(url, await newLink("observer@example.org")));
    const statusWith = async (cookie: string) =>
      (await fetch(`${url}/observatoire`, { redirect: "manual", headers: { Cookie: cookie } })).status;
    expect(await statusWith(good)).toBe(200);
    for (const bad of [good.slice(0, -2), good.replace("session=", "session=x"), "session=x.y", "session="])
      expect(await statusWith(bad)).toBe(302);
  });

  it("ends on the server too when signing out, and a link works once", async () => {
    const link = await newLink("observer@example.org");
    const cookie = cookieOf(await signIn(url, link));
    expect((await signIn(url, link)).status).toBe(410);
    const headers = { Cookie: cookie };
    await fetch(`${url}/deconnexion`, { method: "POST", redirect: "manual", headers });
    expect((await fetch(`${url}/observatoire`, { redirect: "manual", headers })).status).toBe(302);
  });

  it("never leads out of the site after sign-in", async () => {
    for (const away of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
    ]) {
      const body = new URLSearchParams({ langue: "fr", retour: away });
      const response = await fetch(`${url}/langue`, { method: "POST", redirect: "manual", body });
      expect(response.headers.get("Location")).toBe("/");
    }
  });
});

describe("every page", () => {
  it.each(doors.filter(({ page }) => page))("$path holds a strict policy and keeps to it", async (door) => {
    const { text, headers } = await knock(url, { door, ...best(door), form: "document" });
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/default-src 'self';.*script-src 'self' 'nonce-[^']+'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Powered-By")).toBeNull();
    expect(text).not.toContain("\0");
    expect(text).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    expect(text).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
    for (const [tag] of text.matchAll(/<script(?![^>]*type="application\/json")[^>]*>/g))
      expect(tag).toContain("nonce=");
  });

  it("is not kept by the browser, in whatever form it is asked for", async () => {
    const door = doors.find(({ id }) => id === "routes/famille._index")!;
    for (const form of ["document", "data", "alone", "legacy"] as const) {
      const { headers } = await knock(url, { door, at: "/famille", form, cookie: cookies.family });
      expect(headers.get("Cache-Control"), form).toBe("no-store");
    }
  });
});
