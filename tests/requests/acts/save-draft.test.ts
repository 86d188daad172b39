import { beforeEach, describe, expect, it } from "vitest";
import type { Visit } from "#app/access/visit.server.ts";
import { eraseExpiredDrafts } from "#app/requests/acts/erase-expired-drafts.server.ts";
import { readAskAddress } from "#app/requests/acts/read-ask-address.server.ts";
import { readAskGuardians } from "#app/requests/acts/read-ask-guardians.server.ts";
import { readAskHours } from "#app/requests/acts/read-ask-hours.server.ts";
import { readAskStart } from "#app/requests/acts/read-ask-start.server.ts";
import { readAskWishes } from "#app/requests/acts/read-ask-wishes.server.ts";
import { readDraft } from "#app/requests/acts/read-draft.server.ts";
import { saveDraft } from "#app/requests/acts/save-draft.server.ts";
import { startDraft } from "#app/requests/acts/start-draft.server.ts";
import { newAskDraft } from "#app/requests/rules/ask-form.ts";
import { aDraft, aTypedChild, aVisitor, form, keptDraft, weekOf } from "#tests/requests/ask-draft.ts";
import { openTown } from "#tests/requests/town.ts";
import { createCareRequest, visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";

let db: TestDatabase["db"];
let visit: Visit;
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  await openTown(db);
  visit = aVisitor(db);
});

const base = "/demandes/nouvelle";
const kept = async (id: string) => JSON.stringify((await db.draft.findUniqueOrThrow({ where: { id } })).data);
/** Where an act that redirects leads. */
const leads = async (page: Promise<unknown>): Promise<string | null> => {
  const thrown = await page.then(
    () => null,
    (reason: unknown) => reason as Response,
  );
  return thrown && thrown.headers.get("Location");
};
const guardian = (answers: Record<string, string>) => ({
  "guardians[0].firstName": "Camille",
  "guardians[0].lastName": "Martin",
  "guardians[0].email": "camille@example.fr",
  "guardians[0].phone": "",
  ...answers,
});

describe("an answer", () => {
  it("is kept and leads to the next question", async () => {
    const { draft, asks } = await keptDraft(db, visit, newAskDraft());
    const saved = await saveDraft(visit, asks(`${base}/demandeurs`, guardian({})), "guardians");
    expect(saved).toMatchObject({ ok: true, to: `${base}/adresse` });
    expect(await kept(draft.id)).toContain("camille@example.fr");
  });

  it("is kept when it is wrong, and says what to mend", async () => {
    const { draft, asks } = await keptDraft(db, visit, newAskDraft());
    const typed = guardian({ "guardians[0].email": "camille" });
    expect(await saveDraft(visit, asks(`${base}/demandeurs`, typed), "guardians")).toEqual({
      ok: false,
      problems: [{ name: "guardians[0].email", code: "email" }],
    });
    expect(await kept(draft.id)).toContain('"camille"');
  });

  it("that holds a social security number is refused and not kept", async () => {
    const { draft, asks } = await keptDraft(db, visit, newAskDraft());
    const typed = guardian({ "guardians[0].phone": "2 85 09 57 463 123 45" });
    const saved = await saveDraft(visit, asks(`${base}/demandeurs`, typed), "guardians");
    expect(saved).toEqual({
      ok: false,
      problems: [{ name: "guardians[0].phone", code: "socialSecurityNumber" }],
    });
    expect(await kept(draft.id)).not.toContain("463");
  });

  it("to the review's question leads back to the review", async () => {
    const { asks } = await keptDraft(db, visit, aDraft());
    const request = asks(`${base}/demandeurs?retour=relecture`, guardian({}));
    expect(await saveDraft(visit, request, "guardians")).toMatchObject({ to: `${base}/relecture` });
  });

  it("of a browser without a draft begins one with what was typed", async () => {
    const request = new Request(`http://town.invalid${base}/demandeurs`, {
      method: "POST",
      body: form(guardian({})),
    });
    const saved = await saveDraft(visit, request, "guardians");
    expect(saved).toMatchObject({ ok: true, to: `${base}/demandeurs?verifier=1` });
    expect(saved.ok && saved.headers.get("Set-Cookie")).toContain("draft=");
    expect(JSON.stringify(await db.draft.findMany())).toContain("camille@example.fr");
  });

  it("about a child that is not there is not found", async () => {
    const { asks } = await keptDraft(db, visit, aDraft());
    await expect(saveDraft(visit, asks(`${base}/horaires?enfant=3`, {}), "hours")).rejects.toMatchObject({
      status: 404,
    });
  });

  it("adds a child and shows it", async () => {
    const { asks } = await keptDraft(db, visit, aDraft());
    const posted = { "children[0].lastName": "Martin", intent: "add" };
    expect(await saveDraft(visit, asks(`${base}/enfants`, posted), "children")).toMatchObject({
      to: `${base}/enfants#enfant-2`,
    });
  });

  it("finds the zone of the street", async () => {
    const zone = {
      code: "574630101",
      name: "Nord",
      quarterCode: "5746301",
      quarterName: "Les Ponts",
      source: "t",
    };
    await db.zone.create({ data: zone });
    await db.street.create({
      data: { name: "Rue du Lavoir", searchName: "rue du lavoir", zoneCode: zone.code },
    });
    const { asks } = await keptDraft(db, visit, newAskDraft());
    const typed = { streetNumber: "3", street: "rue du lavoir", city: "Metz" };
    await saveDraft(visit, asks(`${base}/adresse`, typed), "address");
    expect(await readAskAddress(visit, asks(`${base}/adresse`))).toMatchObject({
      quarterName: "Les Ponts",
      choice: [],
    });
    await saveDraft(visit, asks(`${base}/adresse`, { ...typed, street: "rue inventée" }), "address");
    expect((await readAskAddress(visit, asks(`${base}/adresse`))).choice).toHaveLength(1);
  });
});

describe("a draft", () => {
  it("is found by its browser alone, and its cookie holds no answer", async () => {
    const { draft, asks } = await keptDraft(db, visit, aDraft());
    expect((await readDraft(visit, asks(base)))?.id).toBe(draft.id);
    expect(draft.id).not.toBe(draft.token);
    expect(await readDraft(visit, new Request(`http://town.invalid${base}`))).toBeNull();
    const forged = new Request(`http://town.invalid${base}`, { headers: { Cookie: `draft=${draft.token}` } });
    expect(await readDraft(visit, forged)).toBeNull();
  });

  it("tells what is left and until when it is kept", async () => {
    const { asks } = await keptDraft(db, visit, aDraft({ facts: null }));
    expect(await readAskStart(visit, asks(base))).toMatchObject({
      begun: {
        remaining: 1,
        resumeAt: `${base}/priorites`,
        keptUntil: "2026-10-14",
        childNames: ["Léa"],
      },
    });
  });

  it("is erased once its time has passed", async () => {
    const { asks } = await keptDraft(db, visit, aDraft());
    const later = { ...visit, now: new Date("2026-10-20T08:00:00Z") };
    expect(await readDraft(later, asks(base))).toBeNull();
    expect(await eraseExpiredDrafts({ db, now: visit.now })).toEqual({ erased: 0 });
    expect(await eraseExpiredDrafts({ db, now: later.now })).toEqual({ erased: 1 });
  });

  it("begun again takes the place of the one before", async () => {
    const { draft } = await keptDraft(db, visit, aDraft());
    await startDraft(visit, { replacing: draft.id });
    expect(await db.draft.count()).toBe(1);
  });

  it("of a signed-in guardian does not ask again who they are", async () => {
    const { householdId } = await createCareRequest(db);
    await db.household.update({
      where: { id: householdId },
      data: { street: "rue du Lavoir", city: "Metz" },
    });
    const signed = await visitAs(db, "family", "family:read", { householdIds: [householdId] });
    const { cookie } = await startDraft(signed, { replacing: null });
    const request = new Request(`http://town.invalid${base}/demandeurs`, {
      headers: { Cookie: cookie.split(";")[0]! },
    });
    const page = await readAskGuardians(signed, request);
    expect(page.known.map(({ firstName }) => firstName)).toEqual(["Sam"]);
    expect(page.guardians).toEqual([]);
    // Signed out since: the form asks who they are, and shows nothing of the household.
    expect(await readAskGuardians(visit, request)).toMatchObject({ known: [] });
  });
});

describe("a question", () => {
  it("without a draft leads to the beginning", async () => {
    const request = new Request(`http://town.invalid${base}/adresse`);
    expect(await leads(readAskAddress(visit, request))).toBe(`${base}?brouillon=absent`);
  });

  it("that needs earlier answers leads to the first that is missing", async () => {
    const children = [aTypedChild({ pattern: { cycleWeeks: 1, slots: [] } })];
    const { asks } = await keptDraft(db, visit, aDraft({ children }));
    expect(await leads(readAskWishes(visit, asks(`${base}/structures`)))).toBe(
      `${base}/horaires?enfant=0&verifier=1`,
    );
  });

  it("of hours offers those of the children before", async () => {
    const { asks } = await keptDraft(db, visit, aDraft({ children: [aTypedChild(), aTypedChild()] }));
    const page = await readAskHours(visit, asks(`${base}/horaires?enfant=1`));
    expect(page.same).toEqual([{ child: 0, name: "Léa" }]);
  });

  it("of wishes shows what each facility covers, and asks leave for advice when none covers all", async () => {
    const nights = weekOf([1, 2, 3, 4], 1230, 1830);
    const { asks } = await keptDraft(db, visit, aDraft({ children: [aTypedChild({ pattern: nights })] }));
    const page = await readAskWishes(visit, asks(`${base}/structures?enfant=0`));
    expect(page.facilities.map(({ id, coveredMinutes }) => [id, coveredMinutes])).toEqual([
      ["night", 2400],
      ["day", 0],
    ]);
    expect(page.asksConsent).toBe(false);
    await db.openingHours.deleteMany({ where: { facilityId: "night", weekday: 2 } });
    expect((await readAskWishes(visit, asks(`${base}/structures?enfant=0`))).asksConsent).toBe(true);
  });

  it("of wishes for a school child has the site of the school chosen already", async () => {
    const noe = { birthDay: "2020-01-01", kind: "afterSchool", schoolId: "school-north", wishes: null };
    const { asks } = await keptDraft(db, visit, aDraft({ children: [aTypedChild(noe)] }));
    const page = await readAskWishes(visit, asks(`${base}/structures?enfant=0`));
    expect(page).toMatchObject({ preselected: true, facilities: [{ id: "site-north", rank: "1" }] });
  });
});

describe("the calendar of an employer", () => {
  const shift = (day: string) =>
    [
      "BEGIN:VEVENT",
      `UID:${day}@employer.example`,
      "DTSTAMP:20260901T000000Z",
      `DTSTART;TZID=Europe/Paris:${day}T080000`,
      `DTEND;TZID=Europe/Paris:${day}T160000`,
      "SUMMARY:Ligne 4, dépôt nord",
      "END:VEVENT",
    ].join("\r\n");
  const calendar = ["BEGIN:VCALENDAR", "VERSION:2.0", shift("20260914"), shift("20260921"), "END:VCALENDAR"];
  const typed = { startOn: "2026-11-02", travelBefore: "20", travelAfter: "20", intent: "readCalendar" };

  const send = async (text: string | null, answers: Record<string, string> = {}) => {
    const { draft, asks } = await keptDraft(db, visit, aDraft());
    const plain = asks(`${base}/horaires?enfant=0`);
    const body = form({ ...typed, ...answers });
    if (text !== null) body.append("calendar", new File([text], "rota.ics", { type: "text/calendar" }));
    const request = new Request(plain.url, { method: "POST", body, headers: plain.headers });
    return { saved: await saveDraft(visit, request, "hours"), draft, asks };
  };

  it("is shown before anything of it is kept, and never kept itself", async () => {
    const { saved, draft, asks } = await send(calendar.join("\r\n"));
    expect(saved).toMatchObject({ ok: true, to: `${base}/horaires?enfant=0#planning` });
    expect(await kept(draft.id)).not.toContain("Ligne 4");
    const page = await readAskHours(visit, asks(`${base}/horaires?enfant=0`));
    expect(page.found).toMatchObject({ shifts: 2, firstDay: "2026-09-14", cycle: { cycleWeeks: 1 } });
    expect(page.found!.rota.rota![0]!.slots).toEqual([{ weekday: 1, start: 460, end: 980 }]);
    const repeat = asks(`${base}/horaires?enfant=0`, { ...typed, intent: "keepFound:repeat" });
    expect(await saveDraft(visit, repeat, "hours")).toMatchObject({ ok: true });
    const decided = await readAskHours(visit, asks(`${base}/horaires?enfant=0`));
    expect(decided).toMatchObject({ found: null, hours: { weeks: 1 } });
  });

  it("that is none is said beside the field; what was typed is kept", async () => {
    const { saved, draft } = await send("Bonjour", { travelBefore: "35" });
    expect(saved).toEqual({ ok: false, problems: [{ name: "calendar", code: "calendarNotCalendar" }] });
    expect(await kept(draft.id)).toContain('"travelBefore":"35"');
    expect((await send(null)).saved).toMatchObject({ problems: [{ code: "calendarMissing" }] });
    const tooLarge = await send("x".repeat(3 * 1024 * 1024));
    expect(tooLarge.saved).toMatchObject({ problems: [{ code: "calendarTooLarge" }] });
    expect(await kept(tooLarge.draft.id)).toContain('"travelBefore":"20"');
  });
});

describe("the language switch", () => {
  it("keeps what was typed, right or wrong, and comes back to the question", async () => {
    const { draft, asks } = await keptDraft(db, visit, newAskDraft());
    const typed = guardian({ "guardians[0].email": "camille", langue: "en" });
    const saved = await saveDraft(visit, asks(`${base}/demandeurs?retour=relecture`, typed), "guardians");
    expect(saved).toMatchObject({ ok: true, to: `${base}/demandeurs?retour=relecture` });
    expect(saved.ok && saved.headers.get("Set-Cookie")).toContain("language=");
    expect(await kept(draft.id)).toContain('"camille"');
  });
});
