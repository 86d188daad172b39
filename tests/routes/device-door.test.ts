// A paired tablet: it reaches the doors of its own facility's attendance, and no other door at all.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashToken } from "#app/platform/secrets.server.ts";
import { type Door, cookieOf, serveTown } from "./served-town.ts";
import { knock, leaksIn } from "./knock.ts";

const { url, doors, db, cookies } = await serveTown();
const now = new Date();
let made = 0;

/** Pairs a tablet through the door, as people do. */
async function pair(facilityId = "facility-nursery"): Promise<{ id: string; cookie: string }> {
  const code = `ABCDEF${String(22 + (made += 1))}`;
  const expires = new Date(now.getTime() + 15 * 60_000);
  const { id } = await db.device.create({
    data: {
      facilityId,
      name: code,
      pairingHash: hashToken(code),
      pairingExpiresAt: expires,
      createdAt: now,
      createdBy: "account-facilityManager",
    },
  });
  const body = new URLSearchParams({ code: code.toLowerCase() });
  const answer = await fetch(`${url}/appareil`, { method: "POST", redirect: "manual", body });
  expect(answer.headers.get("Location")).toBe("/pointage");
  return { id, cookie: cookieOf(answer) };
}
const ask = (path: string, cookie: string, posted?: unknown): Promise<Response> =>
  fetch(url + path, {
    redirect: "manual",
    headers: { Cookie: cookie, ...(posted ? { "Content-Type": "application/json" } : {}) },
    ...(posted ? { method: "POST", body: JSON.stringify(posted) } : {}),
  });

const { id: deviceId, cookie } = await pair();
const own = (door: Door): boolean => door.id.startsWith("routes/pointage");

it("the day of its facility opens to it, with names and hours and nothing else", async () => {
  const answer = await ask("/pointage/jour", cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  const text = await answer.text();
  expect(text).toContain("Secretalpha");
  for (const other of ["Secretbravo", "Secretcharlie", "@example.org", "birthDay", "householdId", "Compte "])
    expect(text).not.toContain(other);
});

describe.each(doors.filter((door) => !own(door)))("$path", (door) => {
  it("is to a tablet what it is to a stranger", async () => {
    const at = door.path.replaceAll(/:\w+|\*/g, "facility-nursery");
    for (const method of ["GET", "POST"] as const) {
      // Attempts with a used link or a code are counted: the same answer is not asked for twice.
      if (method === "POST" && ["routes/appareil", "routes/connexion._index"].includes(door.id)) continue;
      const asked = { door, at, form: "document" as const, method };
      const [stranger, tablet] = [await knock(url, asked), await knock(url, { ...asked, cookie })];
      expect.soft([method, tablet.outcome]).toEqual([method, stranger.outcome]);
      expect
        .soft(leaksIn(tablet, door.id === "routes/courrier" ? ["family", "otherFamily"] : []))
        .toEqual([]);
    }
  });
});

it("does not become another facility's by naming it", async () => {
  const answer = await ask("/pointage/jour?structure=facility-other-nursery", cookie);
  expect(answer.headers.get("Location") ?? "").toContain("/connexion");
});

it("marks nobody of another facility, nor what is no operation", async () => {
  const operation = {
    id: randomUUID(),
    kind: "mark",
    mark: "asPlanned",
    code: null,
    seen: 0,
    at: Date.now(),
  };
  const foreign = { ...operation, presenceId: "presence-otherFamily" };
  const answer = await ask("/pointage/operations", cookie, { operations: [foreign, { id: "?" }] });
  const { results } = (await answer.json()) as { results: { outcome: string }[] };
  expect(results.map(({ outcome }) => outcome)).toEqual(["refused", "refused"]);
  expect((await db.presence.findUniqueOrThrow({ where: { id: "presence-otherFamily" } })).state).toBe(
    "planned",
  );
  const many = Array.from({ length: 201 }, () => ({ ...foreign, id: randomUUID() }));
  expect((await ask("/pointage/operations", cookie, { operations: many })).status).toBe(422);
});

it("is not believed from another site", async () => {
  const answer = await fetch(`${url}/pointage/operations`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: "https://evil.example", "Content-Type": "application/json" },
    body: JSON.stringify({ operations: [] }),
  });
  expect(answer.status).toBe(403);
});

it("that is cut off is refused at its very next request", async () => {
  const lost = await pair();
  expect((await ask("/pointage/jour", lost.cookie)).status).toBe(200);
  const body = new URLSearchParams({ act: "cut", device: lost.id });
  const manager = { Cookie: cookies.facilityManager };
  await fetch(`${url}/structure/facility-nursery/tablettes`, {
    method: "POST",
    redirect: "manual",
    headers: manager,
    body,
  });
  for (const path of ["/pointage/jour", "/pointage/operations", "/pointage/fin"])
    expect((await ask(path, lost.cookie)).status, path).toBe(401);
  expect(await (await ask("/pointage/operations", lost.cookie, { operations: [] })).json()).toEqual({
    error: "cutOff",
  });
});

it("of another facility is not cut off by this one's manager", async () => {
  const theirs = await pair("facility-other-nursery");
  const body = new URLSearchParams({ act: "cut", device: theirs.id });
  const headers = { Cookie: cookies.facilityManager };
  const answer = await fetch(`${url}/structure/facility-nursery/tablettes`, {
    method: "POST",
    redirect: "manual",
    headers,
    body,
  });
  expect(answer.status).toBe(404);
  expect((await ask("/pointage/jour", theirs.cookie)).status).toBe(200);
});

it("that leaves must be paired again; its code served once", async () => {
  const { id, cookie: leaving } = await pair();
  const { name } = await db.device.findUniqueOrThrow({ where: { id } });
  const again = await fetch(`${url}/appareil`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ code: name }),
  });
  expect(again.status).toBe(422);
  const gone = await fetch(`${url}/pointage/fin`, { method: "POST", headers: { Cookie: leaving } });
  expect(gone.status).toBe(204);
  expect((await ask("/pointage/jour", leaving)).status).toBe(401);
});

it("is shown to the manager as seen, and never its token", async () => {
  const device = await db.device.findUniqueOrThrow({ where: { id: deviceId } });
  expect(device.lastSeenAt).not.toBeNull();
  expect(device.pairingHash).toBeNull();
  expect(cookie).not.toContain(device.tokenHash!);
});

it("codes are not found by trying", async () => {
  const answers: number[] = [];
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const body = new URLSearchParams({ code: `ZZZZZZ${String(22 + attempt)}` });
    answers.push((await fetch(`${url}/appareil`, { method: "POST", redirect: "manual", body })).status);
  }
  expect(answers.at(-1)).toBe(429);
});
