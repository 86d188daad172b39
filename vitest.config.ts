import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Files that change the environment, or try the database itself: a worker each. The others share their workers. */
const alone = [
  "tests/{bin,routes,platform/database}/**/*.test.ts",
  "tests/commands/{demo,doctor,import,import-shared-data,job,main}.test.ts",
  "tests/requests/acts/{proofs,proof-validity}.test.ts",
];

export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    environment: "node",
    // better-sqlite3 is native, and its file locks belong to a process: one process per worker.
    pool: "forks",
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    cache: false,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      {
        extends: true,
        test: {
          name: "together",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: alone,
          isolate: false,
        },
      },
    ],
  },
});
