import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type ClosureReply, readClosure, refuseClosure } from "../rules/closure-form.ts";
import type { Closure } from "../rules/days-off.ts";
import { type KnownClosure, listClosures } from "../store/closures.server.ts";
import { type Concerned, readClosureEffect } from "./read-closure-effect.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type ClosurePreview = { closure: Closure } & Pick<
  Concerned,
  "stays" | "households" | "writtenTo" | "toCall"
>;

export type ClosuresView = {
  facility: { id: string; name: string };
  /** In progress and to come. */
  closures: (KnownClosure & { mayBeRemoved: boolean })[];
  today: CalendarDay;
  /** What was typed to be looked at, with what is wrong with it. */
  typed: ClosureReply | null;
  /** What adding it would do; null until it may be added. */
  preview: ClosurePreview | null;
};

/** The closures of a facility, and what one more would change. */
export async function readClosures(
  visit: SignedVisit,
  facilityId: string | undefined,
  search: URLSearchParams,
): Promise<ClosuresView> {
  const { db, today } = visit;
  const facility = await requireFacility(visit, facilityId);
  const known = await listClosures(db, facility.id, today);
  const asked = readClosure(search);
  const refused = asked?.closure ? refuseClosure(asked.closure, known, today) : null;
  const preview =
    asked?.closure && !refused
      ? { closure: asked.closure, ...(await readClosureEffect(db, facility, asked.closure, today)) }
      : null;
  return {
    facility: { id: facility.id, name: facility.name },
    closures: known.map((closure) => ({ ...closure, mayBeRemoved: closure.fromDay > today })),
    today,
    typed: asked && { ...asked.reply, errors: refused ?? asked.reply.errors },
    preview: preview && {
      closure: preview.closure,
      stays: preview.stays,
      households: preview.households,
      writtenTo: preview.writtenTo,
      toCall: preview.toCall,
    },
  };
}
