// What anyone may know of a meeting that published nothing.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { CancelReason } from "./meeting.ts";

/** Given up once its list was frozen: its ranks could have been read. */
export type CancelledMeetingView = {
  id: string;
  heldOn: CalendarDay;
  careKind: CareKind;
  cancelledAt: string;
  reason: CancelReason;
  seedCommitment: string;
};
