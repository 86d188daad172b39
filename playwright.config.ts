import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

/** Served by `npm test`: a production build on a port and a town of its own. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // The journeys of a project share one town: one after the other, each person finds what the one before left.
  projects: [
    { name: "journeys", testMatch: "journeys/**" },
    // Every page looked at, and the journeys that open towns of their own, whose days they choose.
    { name: "pages", testMatch: ["accessibility/**", "towns/**"] },
  ],
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 18 * 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        "--headless",
        "--disable-gpu",
        "--disable-background-networking",
        ...(asRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
});
