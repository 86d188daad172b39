import { useEffect, useState } from "react";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type TypedHours, countedWeeks, weekOf } from "../../rules/ask-form-hours.ts";
import { openingWeek } from "../../rules/ask-form-weeks.ts";

/** The week open; a link to a field that is wrong opens the week it is in. */
export function useOpenWeek(
  hours: TypedHours,
  wrongWeeks: number[],
  from: CalendarDay,
): [number, (week: number) => void] {
  const [chosen, setOpen] = useState<number | null>(wrongWeeks[0] ?? null);
  useEffect(() => {
    function follow(): void {
      const day = /^#f-days-(\d+)-/.exec(location.hash)?.[1];
      if (day) setOpen(weekOf(Number(day)));
    }
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const counted = countedWeeks(hours);
  const open = chosen !== null && counted.includes(chosen) ? chosen : openingWeek(hours, from);
  return [open, setOpen];
}
