import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from "#adapters/workers/worker-pool.ts";
import type { ProbativeError } from "#shared/errors/probative-error.ts";
import type { TrialTask, TrialValue } from "./trial-worker.ts";

type TrialPool = WorkerPool<TrialTask, number, TrialValue>;

/** Far longer than any of these tasks takes, so that only what hangs reaches it. */
const PATIENT_MS = 60_000;

const pools: TrialPool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function spawnTrialWorker(): Worker {
  return new Worker(new URL("./trial-worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 32 } });
}

function makePool(options: Partial<WorkerPoolOptions> = {}): TrialPool {
  const pool: TrialPool = createWorkerPool({
    size: 1,
    spawn: spawnTrialWorker,
    progressDeadlineMs: PATIENT_MS,
    recycleAfterTasks: 1000,
    recycleAboveBytes: 1000,
    ...options,
  });
  pools.push(pool);
  return pool;
}

function run(
  pool: TrialPool,
  task: TrialTask,
  signal = new AbortController().signal,
  onPart = (_: number): void => {},
) {
  return pool.run({ task, onPart, signal });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no failure",
    (error: ProbativeError) => error.code,
  );
}

describe("worker pool", () => {
  test("answers, and keeps its worker for the next task", async () => {
    const pool = makePool();
    const first = await run(pool, { kind: "echo", text: "one" });
    const second = await run(pool, { kind: "echo", text: "two" });
    expect([first.text, second.text]).toEqual(["one", "two"]);
    expect(second.thread).toBe(first.thread);
  });

  test("runs as many tasks at a time as it has workers, the others in turn", async () => {
    const pool = makePool({ size: 2 });
    const values = await Promise.all(
      Array.from({ length: 7 }, (_, index) => run(pool, { kind: "echo", text: String(index) })),
    );
    expect(values.map((value) => value.text)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(new Set(values.map((value) => value.thread)).size).toBe(2);
  });

  test("hands over parts in order, more of them than may be under way", async () => {
    const pool = makePool();
    const parts: number[] = [];
    await run(pool, { kind: "parts", count: 50 }, undefined, (part) => parts.push(part));
    expect(parts).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  test("reports an orderly refusal with its words and details, and keeps the worker", async () => {
    const pool = makePool();
    const { thread } = await run(pool, { kind: "echo", text: "" });
    await expect(run(pool, { kind: "refuse" })).rejects.toMatchObject({
      code: "import/page-count",
      message: expect.stringMatching(/ It claims -1\.$/),
      details: { count: -1 },
    });
    expect((await run(pool, { kind: "echo", text: "" })).thread).toBe(thread);
  });

  test.each([
    ["crash", "import/worker-crashed"],
    ["exit", "import/worker-crashed"],
    ["throw", "import/worker-crashed"],
    ["allocate", "import/memory"],
  ] as const)("a worker that does %s fails its own task with %s and is replaced", async (kind, code) => {
    const pool = makePool();
    const before = await run(pool, { kind: "echo", text: "before" });
    const [failure, after] = await Promise.all([
      codeOf(run(pool, { kind })),
      run(pool, { kind: "echo", text: "after" }),
    ]);
    expect(failure).toBe(code);
    expect(after.text).toBe("after");
    expect(after.thread).not.toBe(before.thread);
  });

  test("ends a worker that makes no progress", async () => {
    const started = spawnTrialWorker();
    await once(started, "message");
    const pool = makePool({ progressDeadlineMs: 150, spawn: () => started });
    expect(await codeOf(run(pool, { kind: "hang" }))).toBe("import/timeout");
    await pool.close();
    // Node gives a thread that has ended this number.
    expect(started.threadId).toBe(-1);
  });

  test("waits for a slow worker as long as it shows signs of life", async () => {
    const started = spawnTrialWorker();
    await once(started, "message");
    const pool = makePool({ progressDeadlineMs: 1500, spawn: () => started });
    const value = await run(pool, { kind: "slow", steps: 3, stepMs: 700 });
    expect(value.text).toBe("at last");
  });

  test("cancels a task that runs, and one that waits", async () => {
    const pool = makePool();
    const running = new AbortController();
    const waiting = new AbortController();
    const both = Promise.all([
      codeOf(run(pool, { kind: "hang" }, running.signal)),
      codeOf(run(pool, { kind: "echo", text: "" }, waiting.signal)),
    ]);
    waiting.abort();
    running.abort();
    expect(await both).toEqual(["job/cancelled", "job/cancelled"]);
    expect((await run(pool, { kind: "echo", text: "still there" })).text).toBe("still there");
  });

  test("does not start what was cancelled before", async () => {
    let spawned = 0;
    const pool = makePool({
      spawn() {
        spawned += 1;
        return spawnTrialWorker();
      },
    });
    expect(await codeOf(run(pool, { kind: "echo", text: "" }, AbortSignal.abort()))).toBe("job/cancelled");
    expect(spawned).toBe(0);
  });

  test("ends a task whose parts cannot be taken, with the reason", async () => {
    const pool = makePool();
    const refuse = (): never => {
      throw new Error("the disk is full");
    };
    await expect(run(pool, { kind: "parts", count: 9 }, undefined, refuse)).rejects.toThrow("the disk is full");
    expect((await run(pool, { kind: "echo", text: "next" })).text).toBe("next");
  });

  test("hands over nothing after it was cancelled while taking a part", async () => {
    const pool = makePool();
    const stop = new AbortController();
    const parts: number[] = [];
    const code = await codeOf(
      run(pool, { kind: "parts", count: 9 }, stop.signal, (part) => {
        parts.push(part);
        stop.abort();
      }),
    );
    expect(code).toBe("job/cancelled");
    expect(parts).toEqual([0]);
  });

  test("replaces a worker after a number of tasks", async () => {
    const pool = makePool({ recycleAfterTasks: 2 });
    const threads: number[] = [];
    for (let index = 0; index < 5; index += 1) {
      threads.push((await run(pool, { kind: "echo", text: "" })).thread);
    }
    expect(threads[1]).toBe(threads[0]);
    expect(threads[2]).not.toBe(threads[1]);
    expect(threads[3]).toBe(threads[2]);
    expect(threads[4]).not.toBe(threads[3]);
  });

  test("replaces a worker whose memory has grown", async () => {
    const pool = makePool({ recycleAboveBytes: 1000 });
    const first = await run(pool, { kind: "grow", bytes: 1000 });
    const second = await run(pool, { kind: "grow", bytes: 1001 });
    const third = await run(pool, { kind: "echo", text: "" });
    expect(second.thread).toBe(first.thread);
    expect(third.thread).not.toBe(second.thread);
  });

  test("closing cancels what runs and what waits, and takes nothing more", async () => {
    const pool = makePool();
    const running = codeOf(run(pool, { kind: "hang" }));
    const waiting = codeOf(run(pool, { kind: "echo", text: "" }));
    await pool.close();
    expect([await running, await waiting]).toEqual(["job/cancelled", "job/cancelled"]);
    expect(await codeOf(run(pool, { kind: "echo", text: "" }))).toBe("job/cancelled");
  });
});
