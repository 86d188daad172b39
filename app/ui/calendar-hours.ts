import type { CalendarEvent } from "./calendar.tsx";

type Moment = {
  hour: number;
  minute: number;
  startOf: (unit: "day") => Moment;
  set: (values: object) => Moment;
} & {
  toJSDate: () => Date;
  toISODate: () => string | null;
};

/** The hours of the day that a week's grid needs: no empty night, unless somebody stays for it. */
export function hoursToDraw(
  events: Pick<CalendarEvent, "start" | "end" | "allDay">[],
  local: (date: Date) => Moment,
): { min: Date; max: Date } {
  let [first, last] = [8, 18];
  for (const { start, end, allDay } of events) {
    if (allDay) continue;
    const [from, to] = [local(start), local(end)];
    if (from.toISODate() !== to.toISODate()) [first, last] = [0, 24];
    first = Math.min(first, from.hour);
    last = Math.max(last, to.minute > 0 ? to.hour + 1 : to.hour);
  }
  const day = local(new Date(0)).startOf("day");
  const max = last === 24 ? day.set({ hour: 23, minute: 59 }) : day.set({ hour: last });
  return { min: day.set({ hour: first }).toJSDate(), max: max.toJSDate() };
}
