import { type CalendarDay, isDay } from "#app/calendar/rules/day.ts";

export const fileKinds = [
  "careRequest",
  "presenceList",
  "contract",
  "facility",
  "adviceCase",
  "proof",
  "audit",
  "account",
  "job",
  "message",
  "device",
  "grid",
  "meeting",
] as const;
export type FileKind = (typeof fileKinds)[number];

/** What the address of the access log asks for; unreadable parts are left out. */
export type AuditFilters = {
  /** Part of a name or of an address. */
  who: string;
  kind: FileKind | null;
  /** A reference ("GF-26-7K3MQ") or an id. */
  subject: string;
  from: CalendarDay | null;
  to: CalendarDay | null;
  page: number;
};

const dayIn = (text: string | null): CalendarDay | null => (text && isDay(text) ? text : null);

export function readAuditFilters(search: URLSearchParams): AuditFilters {
  const page = Number(search.get("page"));
  return {
    who: (search.get("qui") ?? "").trim().slice(0, 100),
    kind: fileKinds.find((kind) => kind === search.get("nature")) ?? null,
    subject: (search.get("objet") ?? "").trim().slice(0, 100),
    from: dayIn(search.get("du")),
    to: dayIn(search.get("au")),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of another page of the same log. */
export function auditAddress({ who, kind, subject, from, to }: AuditFilters, page: number): string {
  const search = new URLSearchParams();
  const parts = { qui: who, nature: kind, objet: subject, du: from, au: to, page: page > 1 ? page : null };
  for (const [name, value] of Object.entries(parts)) if (value) search.set(name, String(value));
  return `/administration/journal?${search}`;
}
