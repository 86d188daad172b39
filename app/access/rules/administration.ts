// Accounts and roles, as the administrator grants them.
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { z } from "#app/zod.ts";
import { type StaffRole, staffRoles } from "./actor.ts";

/** Where a role may hold: the town for some, but one facility or one association for others. */
export const placesOfRole = {
  coordinator: ["town", "organisation"],
  facility_manager: ["facility"],
  attendance_staff: ["facility"],
  association_manager: ["organisation"],
  rpe_adviser: ["town", "organisation"],
  caf_referrer: ["town", "organisation"],
  observer: ["town"],
  administrator: ["town"],
} as const satisfies Record<StaffRole, readonly PlaceKind[]>;

type PlaceKind = "town" | "organisation" | "facility";
export type Place = { kind: PlaceKind; id: string | null };

/** "town", "organisation:<id>" or "facility:<id>"; null for anything else. */
export function readPlace(text: string): Place | null {
  if (text === "town") return { kind: "town", id: null };
  const [, kind, id] = /^(organisation|facility):(.+)$/.exec(text) ?? [];
  return kind && id ? { kind: kind as PlaceKind, id } : null;
}

export const accountForm = z.object({
  name: z.string({ error: "access:error.name" }).trim().min(2, "access:error.name").max(100),
  email: z
    .string({ error: "access:error.email" })
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: "access:error.email" })),
});

const day = z.string({ error: "access:error.day" }).pipe(calendarDay);

export const membershipForm = z
  .object({
    role: z.enum(staffRoles, { error: "access:error.role" }),
    place: z.string().default("town"),
    from: day,
    to: calendarDay.optional(),
  })
  .transform(({ place, ...membership }) => ({ ...membership, place: readPlace(place) }))
  .superRefine(({ role, place, from, to }, context) => {
    const allowed: readonly PlaceKind[] = placesOfRole[role];
    if (!place || !allowed.includes(place.kind)) {
      const message = `access:error.place.${allowed[0]}`;
      context.addIssue({ code: "custom", path: ["place"], message });
    }
    if (to && to < from) context.addIssue({ code: "custom", path: ["to"], message: "access:error.dayOrder" });
  });

export type MembershipState = "coming" | "inForce" | "over";

export function membershipState(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  today: CalendarDay,
): MembershipState {
  if (validTo !== null && validTo < today) return "over";
  return validFrom > today ? "coming" : "inForce";
}
