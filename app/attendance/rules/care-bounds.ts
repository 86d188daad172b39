// The first and the last day of an agreement, from its rows.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type AgreementRow, neverBegan } from "./agreement.ts";

type Row = Pick<AgreementRow, "id" | "agreementId" | "startOn" | "endOn">;

export type CareBound<R> = { what: "careStart" | "careEnd"; day: CalendarDay; row: R };

/**
 * The days between two days on which care begins or ends; where a row follows another, it goes on.
 * @param rows those that run on some day of the period, and on the day before and after it
 */
export function careBounds<R extends Row>(
  rows: readonly R[],
  from: CalendarDay,
  to: CalendarDay,
): CareBound<R>[] {
  const held = rows.filter((row) => !neverBegan(row));
  const within = (day: CalendarDay): boolean => from <= day && day <= to;
  return held.flatMap((row): CareBound<R>[] => {
    const { agreementId, startOn, endOn } = row;
    const own = held.filter((other) => other.agreementId === agreementId);
    const goesOn = endOn !== null && own.some((other) => other.startOn === addDays(endOn, 1));
    const wentOn = own.some((other) => other.endOn === addDays(startOn, -1));
    return [
      ...(within(startOn) && !wentOn ? [{ what: "careStart" as const, day: startOn, row }] : []),
      ...(endOn !== null && within(endOn) && !goesOn ? [{ what: "careEnd" as const, day: endOn, row }] : []),
    ];
  });
}
