import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ensureBuiltOrExit } from "./ensure-built.ts";

/**
 * `npm test`: Vitest, then Playwright, also when the first failed, and one line with the totals of both. Words after
 * `npm test --` go to Vitest alone.
 */

const root = resolve(import.meta.dirname, "../../..");

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why tests were skipped, each reason once. */
  readonly reasons: readonly string[];
}

/** Tests of Playwright's report, in suites that hold further suites. */
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly tests: readonly {
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** Counters of both reports, of which Vitest writes the first three and Playwright the others. */
interface Report extends Suite {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly stats?: {
    readonly expected: number;
    readonly unexpected: number;
    readonly skipped: number;
    readonly flaky: number;
  };
}

async function runTool(program: string, words: readonly string[], reportFile: string): Promise<Totals> {
  const child = spawn(process.execPath, [join(root, program), ...words], {
    cwd: root,
    stdio: "inherit",
  });
  const exitCode = await new Promise<number | null>((done) => child.once("close", done));
  const totals = existsSync(reportFile) ? totalsOf(JSON.parse(await readFile(reportFile, "utf8"))) : null;
  if (totals === null) return { passed: 0, failed: 1, skipped: 0, reasons: [] };
  // A tool that fails without a failed test (an error while it collected them) has failed all the same.
  return exitCode === 0 || totals.failed > 0 ? totals : { ...totals, failed: 1 };
}

function totalsOf(report: Report): Totals {
  const { stats } = report;
  const reasons = [...new Set(skipReasons(report))];
  if (stats !== undefined) {
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, reasons };
  }
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, reasons };
}

function skipReasons({ suites = [], specs = [] }: Suite): readonly string[] {
  const annotations = specs.flatMap((spec) => spec.tests.flatMap((test) => test.annotations));
  const own = annotations.flatMap(({ type, description }) =>
    type === "skip" ? [description ?? "no reason given"] : [],
  );
  return [...own, ...suites.flatMap(skipReasons)];
}

function describeTotals(name: string, { passed, failed, skipped, reasons }: Totals): string {
  const why = reasons.length === 0 ? "" : ` (${reasons.join("; ")})`;
  return `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped${why}`;
}

await ensureBuiltOrExit(root);
const folder = await mkdtemp(join(tmpdir(), "probative-test-reports-"));
const unitReport = join(folder, "vitest.json");
// Named by playwright.config.ts. One that an earlier run left would be taken for this one's.
const browserReport = join(root, "tests/.output/playwright.json");
await rm(browserReport, { force: true });
const unit = await runTool(
  "node_modules/vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`, ...process.argv.slice(2)],
  unitReport,
);
const browser = await runTool("node_modules/@playwright/test/cli.js", ["test"], browserReport);
await rm(folder, { recursive: true, force: true });
const all: Totals = {
  passed: unit.passed + browser.passed,
  failed: unit.failed + browser.failed,
  skipped: unit.skipped + browser.skipped,
  reasons: [],
};
process.stdout.write(`\n${describeTotals("Vitest", unit)}\n${describeTotals("Playwright", browser)}\n`);
// Plain on purpose: what reads the end of a run looks for this line alone.
process.stdout.write(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped\n`);
process.exitCode = all.failed === 0 ? 0 : 1;
