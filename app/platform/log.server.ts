import { pino, type Logger } from "pino";
import { env } from "./env.server.ts";

let logger: Logger | undefined;

/** One JSON line an event. Never a name, an address, a figure of means or of health: ids only. */
export function log(): Logger {
  logger ??= pino({
    level: process.env.LOG_LEVEL ?? (env().demonstration ? "warn" : "info"),
    redact: { paths: ["*.email", "*.recipient", "*.token", "req.headers.cookie"], remove: true },
  });
  return logger;
}
