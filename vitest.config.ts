import { defineConfig } from "vitest/config";

export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
    // better-sqlite3 is native, and its file locks belong to a process: one process per worker.
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    cache: false,
  },
});
