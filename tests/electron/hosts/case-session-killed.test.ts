import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { randomIdSource } from "#adapters/system/random-id-source.ts";
import { verifyCase } from "#core/custody/verify-case.ts";
import { type CaseSession, createCase, openCase } from "#hosts/case-session.ts";
import type { ImportAccount } from "#shared/model/job.ts";
import { contentOf } from "../../support/compare-cases.ts";
import { fakeContainer } from "../../support/fake-files.ts";
import { performStep, plannedSteps } from "../../support/planned-steps.ts";
import { snapshotOf } from "../../support/snapshot.ts";
import { setUpTempFolder } from "../../support/temp-folder.ts";
import { type GivenFiles, runImport, writeFiles } from "../../support/test-case.ts";
import { createTestIds, createTestProgram } from "../../support/test-program.ts";

/** How often each kind of work is killed; the full proof (safety, D1) is PROBATIVE_KILL_POINTS=200. */
const POINTS = Number(process.env["PROBATIVE_KILL_POINTS"] ?? 6);
const TIMEOUT = 30_000 + POINTS * 10_000;

const CHILD = join(import.meta.dirname, "../../support/killed-child.ts");
const NOTHING = () => {};

interface Killed {
  /** What the child said before it died. */
  readonly lines: readonly string[];
  readonly signal: string | null;
}

/** Starts the child and kills it, as a power cut would, as soon as it has said `lines` lines. */
async function killAfter(lines: number, mode: "import" | "edit", folder: string, given = ""): Promise<Killed> {
  const child = spawn(process.execPath, [CHILD, mode, folder, given], { stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => {
    said.push(line);
    if (said.length === lines) child.kill("SIGKILL");
  });
  if (lines === 0) child.once("spawn", () => child.kill("SIGKILL"));
  const [signal] = await Promise.all([
    new Promise<string | null>((done) => child.once("exit", (_, name) => done(name))),
    new Promise<void>((done) => reader.once("close", done)),
  ]);
  return { lines: said, signal };
}

async function expectSound(session: CaseSession): Promise<void> {
  const report = await verifyCase(session.ports, session.checkCatalogue);
  expect({ ...report, tookMs: 0 }).toMatchObject({ ok: true, originals: [], passages: [] });
}

const FILES: GivenFiles = {
  ...Object.fromEntries(
    Array.from({ length: 140 }, (_, at) => [
      `${at % 7}/${at}.pdf`,
      at % 11 === 10
        ? { title: "Bad", pages: [`SPECIMEN ${at}`], fail: "import/corrupt" }
        : { title: `Paper ${at % 90} of the matter`, pages: [`SPECIMEN ${at % 90}`, "", `words of ${at % 90}`] },
    ]),
  ),
  ...Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [
      `box-${at}.zip`,
      fakeContainer({
        title: `Box ${at}`,
        children: [
          { name: "own.pdf", file: { pdf: { pages: [`SPECIMEN in box ${at}`] } } },
          { name: "shared.pdf", file: { pdf: { pages: ["SPECIMEN shared by all boxes"] } } },
          { name: "locked.pdf", refused: "import/encrypted" },
          {
            name: "inner.zip",
            file: {
              container: { children: [{ name: "deep.pdf", file: { pdf: { pages: [`SPECIMEN deep ${at % 4}`] } } }] },
            },
          },
        ],
      }),
    ]),
  ),
  "program.bin": Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe),
  "empty.pdf": new Uint8Array(0),
};

function figures({ given, imported, duplicate, failed, skipped, pending, pages, pagesWithoutText }: ImportAccount) {
  return { given, imported, duplicate, failed, skipped, pending, pages, pagesWithoutText };
}

describe("a program that is killed", () => {
  it("while it imports loses nothing it had finished, and the resumed import is as one that ran through", {
    timeout: TIMEOUT,
  }, async () => {
    const root = setUpTempFolder();
    const given = join(root, "given");
    await writeFiles(given, FILES);
    const whole = await createCase(join(root, "whole"), "Whole", createTestProgram(), NOTHING);
    const wanted = figures(await runImport(whole.jobs, whole.ports, [given]));
    const content = contentOf(whole.ports);
    await whole.close();
    const ending = await (async () => {
      const folder = join(root, "counted");
      await (await createCase(folder, "Counted", createTestProgram(), NOTHING)).close();
      return killAfter(Number.POSITIVE_INFINITY, "import", folder, given);
    })();
    expect(ending.lines.at(-1)).toBe("end");

    let killed = 0;
    for (let point = 0; point < POINTS; point += 1) {
      const folder = join(root, `killed-${point}`);
      await (await createCase(folder, "Killed", createTestProgram(), NOTHING)).close();
      const after = randomInt(ending.lines.length);
      const { lines, signal } = await killAfter(after, "import", folder, given);
      if (signal === "SIGKILL") killed += 1;
      const finished = lines.findLast((line) => line.startsWith("documents "))?.split(" ")[1] ?? "0";

      const session = await openCase(folder, { ...createTestProgram(), ids: randomIdSource }, NOTHING);
      expect(session.ports.documents.list().length, `killed after line ${after}`).toBeGreaterThanOrEqual(
        Number(finished),
      );
      await session.jobs.settled();
      await expectSound(session);
      const staging = join(folder, "staging");
      expect(readdirSync(folder).includes("staging") ? readdirSync(staging) : []).toEqual([]);
      const [job] = session.jobs.list();
      if (job === undefined) await runImport(session.jobs, session.ports, [given]);
      else if (job.status !== "done") {
        expect(job.status).toBe("interrupted");
        session.jobs.resume(job.jobId);
        await session.jobs.settled();
      }
      const jobId = session.jobs.list().at(-1)?.jobId;
      const account = jobId === undefined ? null : session.ports.jobs.account(jobId);
      if (account === null) throw new Error("the job has no account");
      expect(figures(account), `killed after line ${after}`).toEqual(wanted);
      expect(contentOf(session.ports)).toEqual(content);
      const journal = session.ports.journal.entries(0, 10_000).filter((line) => line.action === "document-imported");
      expect(journal.map((line) => line.subject).toSorted()).toEqual(
        session.ports.documents
          .list()
          .map((document) => document.documentId)
          .toSorted(),
      );
      await expectSound(session);
      await session.close();
    }
    expect(killed).toBeGreaterThan(0);
  });

  it("while people edit keeps every edit that it had acknowledged, whole", { timeout: TIMEOUT }, async () => {
    const root = setUpTempFolder();
    const given = join(root, "given");
    await writeFiles(given, {
      "note.pdf": { title: "Note", pages: ["SPECIMEN\nThe Embassy will house the persons transferred.", "two"] },
      "reply.pdf": { title: "Reply", pages: ["SPECIMEN\nThe Ministry presents its compliments to the Embassy."] },
    });
    const base = await createCase(join(root, "base"), "Base", createTestProgram(1), NOTHING);
    await runImport(base.jobs, base.ports, [given]);
    await base.close();

    const copy = (name: string): string => {
      cpSync(join(root, "base"), join(root, name), { recursive: true });
      return join(root, name);
    };
    const states: unknown[] = [];
    const program = { ...createTestProgram(2), ids: createTestIds(1000) };
    const reference = await openCase(copy("reference"), program, NOTHING);
    states.push(snapshotOf(reference.ports));
    for (const step of plannedSteps()) {
      performStep(reference.ports, step);
      states.push(snapshotOf(reference.ports));
    }
    await reference.close();

    let killed = 0;
    for (let point = 0; point < POINTS; point += 1) {
      const folder = copy(`killed-${point}`);
      const after = randomInt(states.length * 2);
      const { lines, signal } = await killAfter(after, "edit", folder);
      if (signal === "SIGKILL") killed += 1;
      const done = Number(lines.findLast((line) => line.startsWith("step "))?.split(" ")[1] ?? 0);
      const session = await openCase(folder, createTestProgram(), NOTHING);
      await expectSound(session);
      const found = snapshotOf(session.ports);
      // The last step may be done and not yet acknowledged.
      const candidates = [states[done], states[Math.min(done + 1, states.length - 1)]];
      expect(candidates, `killed after step ${done}`).toContainEqual(found);
      await session.close();
    }
    expect(killed).toBeGreaterThan(0);
  });
});
