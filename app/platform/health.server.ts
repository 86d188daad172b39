import { readFileSync } from "node:fs";
import type { Database } from "./database/client.server.ts";
import { listMigrations } from "./database/migration-list.server.ts";

export type Health = {
  status: "ok" | "failing";
  version: string;
  database: "ok" | "unreachable";
  migrations: { applied: number; expected: number };
};

/** Whether the service can serve; nothing personal. */
export async function readHealth(db: Database): Promise<Health> {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const expected = listMigrations("prisma/migrations").length;
  try {
    const rows = await db.$queryRaw<{ applied: bigint | number }[]>`
      SELECT count(*) AS "applied" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`;
    const applied = Number(rows[0]?.applied ?? 0);
    return {
      status: applied >= expected ? "ok" : "failing",
      version,
      database: "ok",
      migrations: { applied, expected },
    };
  } catch {
    return { status: "failing", version, database: "unreachable", migrations: { applied: 0, expected } };
  }
}
