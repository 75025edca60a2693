import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test is about time: on a busy machine the default of five seconds fails tests that do nothing wrong.
    testTimeout: 30_000,
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/e2e/**", "tests/desktop/**", "tests/bench/**", "node_modules/**"],
  },
});
