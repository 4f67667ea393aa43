import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  workers: 2,
  // A machine that is busy for a moment must not hold back what is right; the summary names each second try.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Traces of all tests make them some 7 % slower. Without a second try, `--trace on` asks for one.
  use: { trace: "on-first-retry", screenshot: "only-on-failure" },
});
