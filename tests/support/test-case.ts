import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { importFiles } from "#core/import/import-files.ts";
import { rebuildIndex } from "#core/import/rebuild-index.ts";
import { createJobRunner, type JobRunner } from "#core/jobs/job-runner.ts";
import { runOcr } from "#core/ocr/ocr-job.ts";
import { createOcrMonitor } from "#core/ocr/ocr-monitor.ts";
import { type CaseSession, createCase, openCase } from "#hosts/case-session.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import type { ImportAccount } from "#shared/model/job.ts";
import { type FakeDocument, fakePdf } from "./fake-files.ts";
import { setUpTempFolder } from "./temp-folder.ts";
import { createTestProgram, type TestProgram } from "./test-program.ts";

/** Files by relative path: bytes, or what the fake reader is to find in them. */
export type GivenFiles = Readonly<Record<string, Uint8Array | FakeDocument>>;

/** A case in a temporary folder, with the real databases and files and a fake reader. */
export interface TestCase {
  readonly program: TestProgram;
  /** Folder of the case. */
  readonly folder: string;
  /** Folder in which `give` writes. */
  readonly given: string;
  readonly events: readonly BackendEvent[];
  session(): CaseSession;
  ports(): CasePorts;
  /** Writes files to import; returns their folder. */
  give(files: GivenFiles): Promise<string>;
  /** Writes files, imports them and waits for the end. */
  importAll(files: GivenFiles): Promise<ImportAccount>;
  /** Imports one document and returns its identifier. */
  importOne(document: FakeDocument, name?: string): Promise<DocumentId>;
  close(): Promise<void>;
  /** Closes the case, if it is open, and opens it again. */
  reopen(): Promise<CaseSession>;
}

/** Writes files below a folder. */
export async function writeFiles(folder: string, files: GivenFiles): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content instanceof Uint8Array ? content : fakePdf(content));
  }
}

/** The runner of a case with some of its ports exchanged, to make one of them fail. */
export function runnerWith(ports: CasePorts): JobRunner {
  const monitor = createOcrMonitor(() => 0);
  return createJobRunner(ports, {
    import: importFiles,
    "rebuild-index": rebuildIndex,
    ocr: (own, run) => runOcr(own, run, monitor),
  });
}

/** Runs an import with a runner and returns its account. */
export async function runImport(jobs: JobRunner, ports: CasePorts, paths: readonly string[]): Promise<ImportAccount> {
  const jobId = jobs.start("import", "Import", { paths, incomingFolder: null, documents: null });
  await jobs.settled();
  const account = ports.jobs.account(jobId);
  if (account === null) throw new Error("the job has no account");
  return account;
}

/** Creates a case that is closed and removed when the running test ends. */
export async function setUpTestCase(program: TestProgram = createTestProgram()): Promise<TestCase> {
  const test = await createTestCase(setUpTempFolder(), program);
  onTestFinished(test.close);
  return test;
}

/** Creates a case in an empty folder; whoever asks closes it, and removes the folder. */
export async function createTestCase(root: string, program: TestProgram): Promise<TestCase> {
  const folder = join(root, "case");
  const given = join(root, "given");
  await mkdir(given);
  const events: BackendEvent[] = [];
  const publish = (event: BackendEvent) => {
    events.push(event);
  };
  let session: CaseSession | null = await createCase(folder, "Test case", program, publish);

  const requireSession = (): CaseSession => {
    if (session === null) throw new Error("the test closed its case");
    return session;
  };
  const close = async (): Promise<void> => {
    const closing = session;
    session = null;
    await closing?.close();
  };
  const give = async (files: GivenFiles): Promise<string> => {
    await writeFiles(given, files);
    return given;
  };
  const importAll = async (files: GivenFiles): Promise<ImportAccount> => {
    await give(files);
    const paths = Object.keys(files).map((path) => join(given, path));
    return runImport(requireSession().jobs, requireSession().ports, paths);
  };
  return {
    program,
    folder,
    given,
    events,
    session: requireSession,
    ports: () => requireSession().ports,
    give,
    importAll,
    importOne: async (document, name = `${document.title ?? "document"}.pdf`) => {
      const [file] = (await importAll({ [name]: document })).files;
      if (file?.documentId === undefined) throw new Error(`not imported: ${file?.message ?? "no file"}`);
      return file.documentId;
    },
    close,
    reopen: async () => {
      await close();
      session = await openCase(folder, program, publish);
      return session;
    },
  };
}
