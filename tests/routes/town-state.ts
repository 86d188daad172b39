import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { createHash } from "node:crypto";

/** What moves by itself: jobs and the minute at which a session was last seen. */
const moving = new Set(["Job", "Session"]);

/** One word for everything written in the town; the same word, the same town. `besides`: tables left out. */
export async function stateOf(db: PrismaClient, besides: string[] = []): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%' ORDER BY "name"`;
  const hash = createHash("sha256");
  for (const { name } of tables.filter((table) => !moving.has(table.name) && !besides.includes(table.name))) {
    const rows = await db.$queryRawUnsafe<unknown[]>(`SELECT * FROM "${name}" ORDER BY 1, 2`);
    hash.update(
      JSON.stringify([name, rows], (_, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      ),
    );
  }
  return hash.digest("hex");
}
