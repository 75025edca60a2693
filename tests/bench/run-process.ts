import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

/** How a process went. */
export interface ProcessRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** What a run may need besides its words. */
export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** After so many seconds it is killed, and its exit code is -1. */
  readonly secondsAtMost?: number;
}

/** Runs a program to its end and times it, start-up included. Rejects when it cannot be started. */
export function runProcess(
  program: string,
  words: readonly string[],
  { environment = {}, secondsAtMost }: RunOptions = {},
): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(program, words, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
      ...(secondsAtMost === undefined ? {} : { timeout: secondsAtMost * 1000, killSignal: "SIGKILL" as const }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({
        exitCode: code ?? -1,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
        seconds: (performance.now() - startedAt) / 1000,
      });
    });
  });
}

/** What a piece of work cost. */
export interface Cost {
  readonly seconds: number;
  /** Processor time of all processes that it started, on all cores; null where the system does not tell. */
  readonly cpuSeconds: number | null;
}

/** A run whose memory and processor time were watched. */
export interface MeasuredRun extends ProcessRun, Cost {
  /** Most memory that any one process of the run held (resident set), in bytes. */
  readonly peakBytes: number;
}

const MEMORY_REPORTER = new URL("./report-peak-memory.mjs", import.meta.url);

/** Runs a Node.js program and reads its peak memory from the operating system's own account of it. */
export async function runMeasured(
  program: string,
  words: readonly string[],
  own: Readonly<Record<string, string>> = {},
): Promise<MeasuredRun> {
  const folder = await mkdtemp(join(tmpdir(), "probative-memory-"));
  const cpuBefore = readChildrenCpu();
  try {
    const reporting = { NODE_OPTIONS: `--import=${MEMORY_REPORTER.href}`, PROBATIVE_BENCH_MEMORY: folder };
    const run = await runProcess(program, words, { environment: { ...own, ...reporting } });
    const reports = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
    const cpuSeconds = difference(readChildrenCpu(), cpuBefore);
    return { ...run, cpuSeconds, peakBytes: 1024 * Math.max(0, ...reports.map(Number)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves with a run that ended well; rejects with what it printed otherwise. */
export async function expectSuccess<Run extends ProcessRun>(running: Promise<Run>): Promise<Run> {
  const run = await running;
  if (run.exitCode !== 0) throw new Error(`exit code ${run.exitCode}: ${run.stderr}${run.stdout}`.slice(0, 2000));
  return run;
}

/** True when the program can be started. */
export async function isInstalled(program: string, versionWord: string): Promise<boolean> {
  try {
    await runProcess(program, [versionWord]);
    return true;
  } catch {
    return false;
  }
}

/** Does the work for all items, `atOnce` at a time, and answers with what it cost. */
export async function measureInParallel<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<unknown>,
): Promise<Cost> {
  const startedAt = performance.now();
  const cpuBefore = readChildrenCpu();
  let next = 0;
  const takeTurns = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
  const cpuSeconds = difference(readChildrenCpu(), cpuBefore);
  return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds };
}

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock (proc(5), USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Processor seconds of all processes that this one started and that have ended; null where there is no /proc. */
function readChildrenCpu(): number | null {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").replace(/^.*\)/s, "").trim().split(" ");
    // Counted from the state, field 3 of proc(5): cutime is field 16, cstime field 17.
    return (Number(fields[16 - 3]) + Number(fields[17 - 3])) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

function difference(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before;
}

/** Cores that programs may use here. */
export const CORES = availableParallelism();
