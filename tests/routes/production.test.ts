// Production mode: nothing of the demonstration is there, and nothing starts half configured.
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { demonstrationSuffix } from "#app/access/store.server.ts";
import { serveTown, signIn } from "./served-town.ts";

const production = {
  GUICHET_MODE: "production",
  SESSION_SECRET: "a secret of thirty-two characters, or more",
  PUBLIC_URL: "https://guichet.example.org",
  SMTP_URL: "smtp://127.0.0.1:9",
};
const { url, db, town } = await serveTown(production);

it("has no mailbox page, in whatever form it is asked for", async () => {
  for (const address of ["/courrier", "/courrier.data", "/courrier?_data=routes%2Fcourrier"])
    expect((await fetch(url + address)).status, address).toBe(404);
});

it("offers no account in one click, and lets nobody in by asking for one", async () => {
  const id = "account-of-the-demonstration";
  const email = `admin${demonstrationSuffix}`;
  await db.account.create({ data: { id, email, displayName: "Démonstration", createdAt: new Date() } });
  const page = await (await fetch(`${url}/connexion`)).text();
  expect(page).not.toContain(id);
  expect(page).not.toContain('name="compte"');
  const body = new URLSearchParams({ compte: id });
  const answer = await fetch(`${url}/connexion`, { method: "POST", redirect: "manual", body });
  expect(answer.status).toBe(422);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

it("does not call itself a demonstration", async () => {
  const page = await (await fetch(`${url}/`)).text();
  expect(page).not.toContain("démonstration");
  expect(page).not.toContain("/courrier");
});

it("behind https, keeps its cookies to https and to this very site", async () => {
  await db.signInLink.updateMany({ data: { usedAt: null } });
  const [cookie = ""] = (await signIn(url, town.linkOf("observer"))).headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-session=/);
  for (const flag of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(flag);
  const { headers } = await fetch(`${url}/`);
  expect(headers.get("Strict-Transport-Security")).toContain("max-age=31536000");
});

it("believes its configured address only, never the one that a request claims", async () => {
  const headers = { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" };
  expect((await fetch(`${url}/connexion`, { method: "POST", headers })).status).toBe(403);
});

it.each(["SESSION_SECRET", "PUBLIC_URL", "SMTP_URL"])("does not start without %s", (name) => {
  const settings: NodeJS.ProcessEnv = { ...process.env, ...production, PORT: "0", NODE_ENV: "production" };
  delete settings[name];
  const { status, stderr } = spawnSync(process.execPath, ["tests/routes/serve-build.mjs"], {
    env: settings,
    encoding: "utf8",
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain(name);
});
