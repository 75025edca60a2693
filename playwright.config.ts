import { defineConfig } from "@playwright/test";

/**
 * Browser tests drive the built workbench through the loopback host; desktop tests drive Electron where its runtime is.
 * One at a time: each test has a host, a browser and import workers of its own, and two cores to share.
 */
export default defineConfig({
  outputDir: "tests/.output/playwright",
  globalSetup: "./tests/e2e/support/prepare.ts",
  reporter: [["list"], ["json", { outputFile: "tests/.output/playwright.json" }]],
  forbidOnly: process.env["CI"] !== undefined,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000, screenshot: "only-on-failure", trace: "retain-on-failure" },
  projects: [
    { name: "workbench", testDir: "tests/e2e" },
    { name: "desktop", testDir: "tests/desktop" },
  ],
});
