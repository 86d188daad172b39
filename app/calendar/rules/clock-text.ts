const clock = /^(\d{1,2})\s*(?:[:h]\s*(\d{2})(?::00)?|h)$/i;

/** Minutes of the day from "7h15", "7 h 15", "18h", "07:15", "07:15:00" or "24:00"; null for anything else. */
export function parseClock(text: string): number | null {
  const found = clock.exec(text.trim());
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 1440 ? total : null;
}

/** "07:15"; the midnight that ends a day is "24:00". */
export function printClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
