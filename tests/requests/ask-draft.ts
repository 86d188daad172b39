// A draft with every question answered: a test changes only what matters to it.
import { noScope } from "#app/access/rules/permissions.ts";
import type { Visit } from "#app/access/visit.server.ts";
import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { OpenDraft } from "#app/requests/acts/read-draft.server.ts";
import { startDraft } from "#app/requests/acts/start-draft.server.ts";
import {
  type AskDraft,
  type TypedChild,
  emptyChild,
  emptyGuardian,
  newAskDraft,
} from "#app/requests/rules/ask-form.ts";
import { emptyHours } from "#app/requests/rules/ask-form-hours.ts";
import { typeCycle } from "#app/requests/rules/ask-form-hours-typed.ts";
import { updateDraft } from "#app/requests/store/drafts.server.ts";

export const today = "2026-09-14" as CalendarDay;

export const weekOf = (weekdays: Weekday[], start: number, end: number): WeeklyPattern => ({
  cycleWeeks: 1,
  slots: weekdays.map((weekday) => ({ week: 0, weekday, start, end })),
});
export const officeWeek = weekOf([1, 2, 3, 4, 5], 480, 1080);

export function aTypedChild(change: Partial<TypedChild> & { pattern?: WeeklyPattern } = {}): TypedChild {
  const { pattern = officeWeek, ...typed } = change;
  return {
    ...emptyChild(),
    firstName: "Léa",
    lastName: "Martin",
    birth: "born",
    birthDay: "2025-09-01",
    kind: "nursery",
    hours: { ...typeCycle(emptyHours(), pattern)!, startOn: "2026-11-02", flexibleWeeks: "4" },
    wishes: [{ facilityId: "day", rank: "1" }],
    ...typed,
  };
}

export function aDraft(change: Partial<AskDraft> = {}): AskDraft {
  return {
    ...newAskDraft(),
    children: [aTypedChild()],
    guardians: [
      { ...emptyGuardian(), firstName: "Camille", lastName: "Martin", email: "camille@example.fr" },
    ],
    address: {
      streetNumber: "3",
      street: "rue du Lavoir",
      postcode: "",
      city: "Metz",
      zoneCode: "unknown",
      zoneOfStreet: "rue du lavoir",
    },
    facts: ["atypical-work"],
    ...change,
  };
}

/** A posted form. */
export function form(answers: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(answers))
    for (const each of [value].flat()) data.append(name, each);
  return data;
}

/** Somebody who is not signed in, on the day of these tests. */
export function aVisitor(db: Database): Visit {
  const now = new Date("2026-09-14T21:00:00Z");
  return {
    db: db as Visit["db"],
    now,
    today,
    language: "fr",
    t: translator("fr"),
    actor: null,
    scope: noScope,
  };
}

/** A draft kept for a browser, and what that browser sends. */
export async function keptDraft(
  db: Database,
  visit: Visit,
  data: AskDraft,
): Promise<{ draft: OpenDraft; asks: (path: string, answers?: Parameters<typeof form>[0]) => Request }> {
  const { draft, cookie } = await startDraft(visit, { replacing: null });
  await updateDraft(db, { id: draft.id, data, now: visit.now });
  const headers = { Cookie: cookie.split(";")[0]! };
  return {
    draft: { ...draft, data },
    asks: (path, answers) =>
      new Request(`http://town.invalid${path}`, {
        headers,
        ...(answers && { method: "POST", body: form(answers) }),
      }),
  };
}
