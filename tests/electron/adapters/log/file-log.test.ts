import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFileLog } from "#adapters/log/file-log.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";
import { createTestClock } from "../../../support/test-program.ts";

const CANARY = "the-canary-sings-of-custody";

function setUpLog() {
  const folder = setUpTempFolder();
  const path = join(folder, "logs/probative.log");
  const log = createFileLog(path, createTestClock());
  const text = () => readFileSync(path, "utf8");
  return {
    folder,
    path,
    log,
    text,
    entries: () =>
      text()
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
  };
}

function parseFailure(): unknown {
  try {
    JSON.parse(`{"quote": ${CANARY}`);
  } catch (thrown) {
    return thrown;
  }
  return null;
}

describe("the log", () => {
  it("keeps a failure under the number that the person sees, with its code and its stack", () => {
    const { log, entries } = setUpLog();
    log.info("started", { pages: 3 });
    const cause = new TypeError("inner");
    const id = log.failure(new ProbativeError("import/corrupt", CANARY, {}, cause), "job failed");
    expect(entries()[0]).toMatchObject({ event: "started", pages: 3, at: "2026-03-01T09:30:00.001Z" });
    expect(entries()[1]).toMatchObject({
      event: "job failed",
      correlationId: id,
      failure: { name: "ProbativeError", code: "import/corrupt", cause: { name: "TypeError" } },
    });
    expect(entries()[1].failure.stack[0]).toMatch(/^at .*file-log\.test\.ts/);
    expect(entries()[1].failure.cause.stack.length).toBeGreaterThan(0);
  });

  const changed = new Error("before");
  changed.message = CANARY;
  const rewritten = new Error(CANARY);
  rewritten.message = "after";
  const throws: readonly (readonly [string, unknown])[] = [
    ["a message", new Error(CANARY)],
    ["a named failure", new ProbativeError("passage/quote-not-found", CANARY, { quote: CANARY })],
    ["what was being parsed", parseFailure()],
    ["a message of several lines", new Error(`first\n    at ${CANARY} (file.ts:1:1)\n at ${CANARY}:1:2`)],
    ["a message that was changed", changed],
    ["a message that is only in the stack", rewritten],
    ["the cause of a cause", new Error("one", { cause: new Error("two", { cause: new Error(CANARY) }) })],
    ["a text that was thrown", CANARY],
    ["a thing that was thrown", { message: CANARY, code: CANARY }],
    ["several failures in one", new AggregateError([new Error(CANARY)], CANARY)],
  ];
  it.each(throws)("never holds %s", (_, thrown) => {
    const { log, text } = setUpLog();
    expect(log.failure(thrown, "failed")).toMatch(/^[0-9a-f]{8}$/);
    expect(text()).toContain('"event":"failed"');
    expect(text()).not.toContain("canary");
  });

  it("survives a failure that is its own cause", () => {
    const { log, entries } = setUpLog();
    const circular: Error = new Error("round");
    circular.cause = circular;
    log.failure(circular, "failed");
    expect(entries()).toHaveLength(1);
  });

  it("is turned over when it is large and can be read by its owner only", () => {
    const { folder, path, log, text } = setUpLog();
    log.info("first");
    writeFileSync(path, "x".repeat(5_000_001));
    log.info("second");
    log.info("third");
    expect(readdirSync(join(folder, "logs")).toSorted()).toEqual(["probative.log", "probative.log.1"]);
    expect(text().split("\n")).toHaveLength(3);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("never stops the program when it cannot be written", () => {
    const folder = setUpTempFolder();
    writeFileSync(join(folder, "logs"), "a file where the folder should be");
    const log = createFileLog(join(folder, "logs/probative.log"), createTestClock());
    expect(log.failure(new Error("no"), "failed")).toMatch(/^[0-9a-f]{8}$/);
  });
});
