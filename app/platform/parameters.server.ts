import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { z } from "#app/zod.ts";
import type { Database } from "./database/client.server.ts";

const missing = (code: string, day: CalendarDay): Error =>
  new Error(`Parameter "${code}" has no value in force on ${day}: run "npx guichet doctor".`);

/**
 * The value of a dated parameter in force on a day.
 * @throws when no row is in force, or when its value does not fit the schema: the installation is then incomplete
 */
export async function readParameter<S extends z.ZodType>(
  db: Database,
  code: string,
  day: CalendarDay,
  schema: S,
): Promise<z.output<S>> {
  const row = await db.parameter.findFirst({
    where: { code, validFrom: { lte: day } },
    orderBy: { validFrom: "desc" },
  });
  if (!row) throw missing(code, day);
  return schema.parse(row.value);
}

/** Several parameters in force on a day, by code, in one query. @throws as `readParameter` does */
export async function readParameters<S extends Record<string, z.ZodType>>(
  db: Database,
  day: CalendarDay,
  schemas: S,
): Promise<{ [Code in keyof S]: z.output<S[Code]> }> {
  const rows = await db.parameter.findMany({
    where: { code: { in: Object.keys(schemas) }, validFrom: { lte: day } },
    orderBy: { validFrom: "asc" },
  });
  const latest = new Map(rows.map(({ code, value }) => [code, value]));
  const values = Object.entries(schemas).map(([code, schema]) => {
    if (!latest.has(code)) throw missing(code, day);
    return [code, schema.parse(latest.get(code))];
  });
  return Object.fromEntries(values) as { [Code in keyof S]: z.output<S[Code]> };
}

export type ParameterRow = { code: string; validFrom: string; source: string; value: unknown };

/** The rows of a list that the database has not got yet. */
export async function missingParameters(db: Database, rows: ParameterRow[]): Promise<ParameterRow[]> {
  const present = await db.parameter.findMany({ select: { code: true, validFrom: true } });
  const known = new Set(present.map((row) => `${row.code} ${row.validFrom}`));
  return rows.filter((row) => !known.has(`${row.code} ${row.validFrom}`));
}

/** Adds the rows that are not there yet; never changes one that is. Returns how many were added. */
export async function addMissingParameters(db: Database, rows: ParameterRow[]): Promise<number> {
  const missing = await missingParameters(db, rows);
  if (missing.length > 0) {
    await db.parameter.createMany({ data: missing.map((row) => ({ ...row, value: row.value as object })) });
  }
  return missing.length;
}

export type ParameterInForce = ParameterRow & {
  /** The day when the next value takes over, if one is written down. */
  until: string | null;
};

/** The value of every parameter on a day, with its date and its source. */
export async function readParametersInForce(db: Database, day: CalendarDay): Promise<ParameterInForce[]> {
  const rows = await db.parameter.findMany({ orderBy: [{ code: "asc" }, { validFrom: "asc" }] });
  return rows.flatMap(({ code, validFrom, value, source }, index) => {
    const next = rows[index + 1];
    const until = next?.code === code ? next.validFrom : null;
    return validFrom <= day && (until === null || until > day)
      ? [{ code, validFrom, value, source, until }]
      : [];
  });
}
