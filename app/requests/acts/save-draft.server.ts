import type { Visit } from "#app/access/visit.server.ts";
import { languageOf } from "#app/i18n/translator.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { languageCookie } from "#app/platform/web/cookies.server.ts";
import { readUpload } from "#app/platform/web/upload.server.ts";
import { townSettings } from "#app/territory/rules/town.ts";
import type { AskDraft } from "../rules/ask-form.ts";
import { type AskProblem, readAnswers } from "../rules/ask-form-answers.ts";
import { type AskTown, applyIntent, keepTyped, withChild } from "../rules/ask-form-keep.ts";
import {
  type AskStep,
  type AskStop,
  askSent,
  nextStop,
  problemsAt,
  stopAddress,
  stopIn,
} from "../rules/ask-form-steps.ts";
import { readWishes } from "../rules/ask-form-wishes.ts";
import { type RatedFacility, suggestWishes } from "../rules/wishes.ts";
import { listSchools, listStreets, listZones } from "../store/ask-town.server.ts";
import { updateDraft } from "../store/drafts.server.ts";
import { type OpenDraft, readAskContext, readDraft } from "./read-draft.server.ts";
import { readRatedFacilities } from "./read-rated-facilities.server.ts";
import { startDraft } from "./start-draft.server.ts";
import { takeWorkCalendar } from "./take-work-calendar.server.ts";

export type SavedDraft = { ok: true; to: string; headers: Headers } | { ok: false; problems: AskProblem[] };

async function readTown({ db, today }: Visit, step: AskStep): Promise<AskTown> {
  const town = await readParameter(db, "town", today, townSettings);
  const schools = step === "children" ? await listSchools(db) : [];
  const zones = step === "address" ? await listZones(db) : [];
  return {
    streets: step === "address" ? await listStreets(db) : [],
    zoneCodes: zones.map(({ code }) => code),
    schoolIds: schools.map(({ id }) => id),
    town: town.name,
  };
}

/** Wishes are checked against the facilities of today; the other questions by the draft alone. */
function wishProblems(draft: AskDraft, { step, child }: AskStop, rated: RatedFacility[]): AskProblem[] {
  if (step !== "wishes") return [];
  const { wishes, kind } = draft.children[child]!;
  return readWishes(wishes, rated, kind).problems;
}

function continueFrom(draft: AskDraft, stop: AskStop & { back: boolean }): string {
  if (stop.back) return stopAddress({ step: "review", child: 0 });
  return stopAddress(nextStop(draft, stop) ?? { step: "review", child: 0 });
}

/** The draft of this browser; a form that comes without one begins a new draft with what it holds. */
async function draftOrNew(
  visit: Visit,
  request: Request,
): Promise<{ open: OpenDraft; cookie: string | null }> {
  const open = await readDraft(visit, request);
  if (open) return { open, cookie: null };
  const { draft, cookie } = await startDraft(visit, { replacing: null });
  return { open: draft, cookie };
}

type Posted = { form: FormData; calendar: Uint8Array | null };

/** A year of weeks, each with its days, its stays and their three fields. */
const mostFields = 3000;
/** A file too large for a calendar is read all the same, so that what was typed beside it is kept. */
const mostBytes = 8 * 1024 * 1024;

/** The form, and the file that the question of hours may carry. */
async function readPosted(request: Request): Promise<Posted | AskProblem> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data"))
    return { form: await request.formData(), calendar: null };
  const upload = await readUpload(request, "calendar", { fields: mostFields, bytes: mostBytes });
  if (!upload.ok)
    return {
      name: "calendar",
      code: upload.error === "tooLarge" ? "calendarTooLarge" : "calendarUnreadable",
    };
  return { form: upload.formData, calendar: upload.file?.bytes ?? null };
}

/** The hours once the calendar sent with them is read; null when none was, and none was meant to be. */
function readCalendar(
  visit: Visit,
  draft: AskDraft,
  { step, child }: AskStop,
  posted: { intent: string; calendar: Uint8Array | null },
): { draft: AskDraft; problems: AskProblem[] } | null {
  if (step !== "hours" || (posted.intent !== "readCalendar" && !posted.calendar)) return null;
  const { hours, problems } = takeWorkCalendar(visit, draft.children[child]!.hours, posted.calendar);
  return { draft: withChild(draft, child, { hours }), problems };
}

/** Keeps what was typed at a question, right or wrong, then does what the button says or goes on. */
export async function saveDraft(visit: Visit, request: Request, step: AskStep): Promise<SavedDraft> {
  const { open, cookie } = await draftOrNew(visit, request);
  const headers = new Headers();
  if (cookie) headers.append("Set-Cookie", cookie);
  if (open.sentAs.length > 0) return { ok: true, to: askSent, headers };
  const stop = stopIn(new URL(request.url).searchParams, step);
  if (!open.data.children[stop.child]) throw new Response(null, { status: 404 });

  const posted = await readPosted(request);
  if ("code" in posted) return { ok: false, problems: [posted] };
  const answers = readAnswers(posted.form);
  const typed = keepTyped(open.data, stop, answers, await readTown(visit, step));
  const rated = step === "wishes" ? await readRatedFacilities(visit.db, typed, stop.child) : [];
  const context = await readAskContext(visit, typed);
  const here = stopAddress(stop, { back: stop.back });
  const intent = answers.text("intent");
  const read = readCalendar(visit, typed, stop, { intent, calendar: posted.calendar });
  const acted = applyIntent(typed, stop, intent, {
    knownGuardians: context.knownGuardians.length,
    suggested: suggestWishes(rated),
    today: visit.today,
  });
  const draft = read?.draft ?? acted?.draft ?? typed;
  await updateDraft(visit.db, { id: open.id, data: draft, now: visit.now });

  if (answers.has("langue")) {
    headers.append("Set-Cookie", await languageCookie().serialize(languageOf(answers.text("langue"), null)));
    return { ok: true, to: here, headers };
  }
  // The page of a wrong answer is drawn from the draft, which a browser finds by a cookie it does not have yet.
  if (cookie) return { ok: true, to: stopAddress(stop, { back: stop.back, check: true }), headers };
  if (read && read.problems.length > 0) return { ok: false, problems: read.problems };
  if (read) return { ok: true, to: `${here}#planning`, headers };
  if (acted && answers.withheld.length === 0) return { ok: true, to: `${here}#${acted.anchor}`, headers };
  const wrong = [...problemsAt(draft, stop, context), ...wishProblems(draft, stop, rated)];
  const withheld = new Set(answers.withheld.map(({ name }) => name));
  const problems = [...answers.withheld, ...wrong.filter(({ name }) => !withheld.has(name))];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, to: continueFrom(draft, stop), headers };
}
