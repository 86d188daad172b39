import path from "node:path";
import { z } from "#app/zod.ts";

const schema = z
  .object({
    /** `demonstration` without configuration; `production` has neither one-click accounts nor mailbox page. */
    GUICHET_MODE: z.enum(["demonstration", "production"]).default("demonstration"),
    DATA_DIR: z.string().default("data"),
    DATABASE_URL: z.string().startsWith("file:").optional(),
    SESSION_SECRET: z.string().min(32).optional(),
    /** The address families type, without a trailing slash. */
    PUBLIC_URL: z.url().optional(),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    SMTP_URL: z.url().optional(),
    MAIL_FROM: z.string().default("Guichet Familles <guichet@localhost>"),
  })
  .superRefine((value, context) => {
    if (value.GUICHET_MODE !== "production") return;
    for (const name of ["SESSION_SECRET", "PUBLIC_URL", "SMTP_URL"] as const) {
      if (!value[name])
        context.addIssue({ code: "custom", path: [name], message: "required in production mode" });
    }
  });

export type Env = {
  mode: "demonstration" | "production";
  demonstration: boolean;
  dataDir: string;
  databaseUrl: string;
  sessionSecret: string;
  publicUrl: string;
  host: string;
  port: number;
  smtpUrl: string | null;
  mailFrom: string;
};

/** Reads the environment; throws one line that names what is wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Configuration: ${lines.join("; ")}`);
  }
  const value = parsed.data;
  const dataDir = path.resolve(value.DATA_DIR);
  return {
    mode: value.GUICHET_MODE,
    demonstration: value.GUICHET_MODE === "demonstration",
    dataDir,
    databaseUrl: value.DATABASE_URL ?? `file:${path.join(dataDir, "guichet.db")}`,
    // A known secret is fine for a demonstration only: production mode requires its own.
    sessionSecret: value.SESSION_SECRET ?? "demonstration-secret-not-for-production",
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ""),
    host: value.HOST,
    port: value.PORT,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
  };
}

let current: Env | undefined;

/** The environment of this process, read once. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}
