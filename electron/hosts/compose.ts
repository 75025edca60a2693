import "./small-young-generation.ts";
import { randomBytes } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { availableParallelism, userInfo } from "node:os";
import { basename, join, resolve } from "node:path";
import { createPooledDocumentConverter } from "#adapters/convert/pooled-document-converter.ts";
import { EXPORTS_FOLDER } from "#adapters/files/disk-export-folder.ts";
import { createDiskFileTree } from "#adapters/files/disk-file-tree.ts";
import { createRecentCases } from "#adapters/files/recent-cases.ts";
import { casesFolder, settingsFolder } from "#adapters/files/user-folders.ts";
import { createFileLog } from "#adapters/log/file-log.ts";
import { createPatternFinder } from "#adapters/patterns/worker-pattern-finder.ts";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import { createPdfBriefPrinter } from "#adapters/print/pdf-brief-printer.ts";
import { createPdfCertificatePrinter } from "#adapters/print/pdf-certificate-printer.ts";
import { createXlsxWriter } from "#adapters/spreadsheet/xlsx-writer.ts";
import { randomIdSource } from "#adapters/system/random-id-source.ts";
import { systemClock } from "#adapters/system/system-clock.ts";
import type { ProgramPorts } from "#core/backend-context.ts";
import { ensurePages } from "#core/import/ensure-rendition.ts";
import { requireDocument } from "#core/library/require-document.ts";
import type { Call, Handlers, ParsedInputOf, ProcedureName } from "#shared/contract/contract.ts";
import type { BackendEvent, BackendEventListener } from "#shared/contract/events.ts";
import { parseInput, requireProcedureName } from "#shared/contract/validate.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CaseInfo } from "#shared/model/case.ts";
import type { Backend } from "./backend.ts";
import { type CaseSession, createCase, INCOMING_FOLDER, openCase } from "./case-session.ts";
import { createCaseHandlers, type ProgramProcedure } from "./handlers.ts";
import { createOcrEngines } from "./ocr-engines.ts";

/** Workers beyond this wait for the disk and the database more than they read. */
const MAX_READERS = 8;

/** Workers that convert beside those that read: a file is first converted, then read. */
const MAX_CONVERTERS = 4;

/** What a host decides about its backend. */
export interface BackendOptions {
  /** Entry point of the worker that reads PDFs; those of the other workers stand beside it. */
  readonly workerUrl: URL;
  /** Opening a case resolves only when its index is complete: for a command that runs once and ends. */
  readonly waitForIndex?: boolean;
  /** OCR starts by itself when pages wait for it: for a workbench. */
  readonly recogniseInBackground?: boolean;
}

/** Another worker than the one that reads PDFs: from source or bundled, all stand in one folder. */
function workerBeside(workerUrl: URL, name: string): URL {
  const extension = workerUrl.pathname.slice(workerUrl.pathname.lastIndexOf("."));
  return new URL(`${name}${extension}`, workerUrl);
}

const EXPORTED_TYPES: Readonly<Record<string, string>> = {
  ".md": "text/markdown; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function exportedMediaType(name: string): string {
  return EXPORTED_TYPES[name.slice(name.lastIndexOf("."))] ?? "application/pdf";
}

/** Wires adapters into use cases: the one place where they meet. */
export function createBackend(options: BackendOptions): Backend {
  const settings = settingsFolder();
  const log = createFileLog(join(settings, "logs", "probative.log"), systemClock);
  const recent = createRecentCases(settings);
  const reader = createPooledDocumentReader({
    workerUrl: options.workerUrl,
    concurrency: Math.min(MAX_READERS, availableParallelism()),
  });
  const converter = createPooledDocumentConverter({
    workerUrl: workerBeside(options.workerUrl, "convert"),
    concurrency: Math.min(MAX_CONVERTERS, availableParallelism()),
  });
  const patterns = createPatternFinder(workerBeside(options.workerUrl, "patterns"));
  const engines = createOcrEngines(workerBeside(options.workerUrl, "ocr"), reader);
  const sessionOptions = { recogniseInBackground: options.recogniseInBackground ?? false };
  const program: ProgramPorts = {
    clock: systemClock,
    ids: randomIdSource,
    log,
    reader,
    converter,
    ocrEngines: engines.list,
    annotator: reader,
    printer: createPdfBriefPrinter(),
    certificatePrinter: createPdfCertificatePrinter(),
    workbooks: createXlsxWriter(),
    fileTree: createDiskFileTree(),
    patterns,
    author: process.env["PROBATIVE_AUTHOR"] ?? userInfo().username,
  };
  const listeners = new Set<BackendEventListener>();
  let session: CaseSession | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function publish(event: BackendEvent): void {
    for (const listener of listeners) listener(event);
  }

  function requireSession(): CaseSession {
    if (session === null) throw new ProbativeError("case/none-open");
    return session;
  }

  async function closeSession(): Promise<void> {
    const closing = session;
    session = null;
    await closing?.close();
  }

  function requireIdle(): void {
    if (session?.jobs.isBusy() === true) throw new ProbativeError("case/busy");
  }

  /**
   * Runs changes of the open case one after the other: of two that overlap, one would lose its session, and with it the
   * lock of a case.
   */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }

  /** Puts another case in the place of the open one, which stays open when this fails. */
  async function exchange(open: () => Promise<CaseSession>): Promise<CaseSession> {
    requireIdle();
    const next = await open();
    await closeSession();
    session = next;
    remember(next);
    publish({ kind: "case" });
    return next;
  }

  /** A case is open also when its place cannot be remembered (a settings folder that cannot be written). */
  function remember(opened: CaseSession): void {
    const { directory, title } = opened.info();
    try {
      recent.add(directory, title, systemClock.now());
    } catch (thrown) {
      log.failure(thrown, "the list of recent cases could not be written");
    }
  }

  async function openExisting(directory: string): Promise<CaseSession> {
    // Opening the case that is open must not meet its own lock.
    if (session?.directory === resolve(directory)) return session;
    return exchange(() => openCase(directory, program, publish, sessionOptions));
  }

  async function openAndSettle(directory: string): Promise<CaseInfo> {
    const opened = await inTurn(() => openExisting(directory));
    // Out of turn, so that closing can interrupt it.
    if (options.waitForIndex === true) await opened.jobs.settled();
    return opened.info();
  }

  async function createSample(folder: string) {
    const { isCase, SAMPLE_TITLE, writeSampleDocuments } = await import("./sample-case.ts");
    const sample = isCase(folder)
      ? await openExisting(folder)
      : await exchange(() => createCase(folder, SAMPLE_TITLE, program, publish, sessionOptions));
    // A sample whose documents could not be written the first time is filled now.
    if (sample.jobs.list().length > 0) return { case: sample.info(), jobId: null };
    const incomingFolder = await createIncomingFolder();
    await writeSampleDocuments(incomingFolder);
    const request = { paths: [incomingFolder], incomingFolder, documents: null };
    const jobId = sample.jobs.start("import", "Import of the sample documents", request);
    return { case: sample.info(), jobId };
  }

  async function createIncomingFolder(): Promise<string> {
    const folder = join(requireSession().directory, INCOMING_FOLDER, randomBytes(9).toString("base64url"));
    await mkdir(folder, { recursive: true });
    return folder;
  }

  const programHandlers: Pick<Handlers, ProgramProcedure> = {
    "case.create": ({ directory, title }) =>
      inTurn(async () => {
        const created = await exchange(() => createCase(directory, title, program, publish, sessionOptions));
        return created.info();
      }),
    "case.open": ({ directory }) => openAndSettle(directory),
    "case.close": () =>
      inTurn(async () => {
        requireIdle();
        await closeSession();
        publish({ kind: "case" });
        return {};
      }),
    "case.current": () => ({ case: session?.info() ?? null }),
    "case.recent": () => ({ cases: recent.list(), suggestedDirectory: casesFolder() }),
    "case.create-sample": ({ directory }) =>
      inTurn(() => createSample(directory ?? join(casesFolder(), "Sample matter.probative"))),
  };
  const handlers: Handlers = { ...programHandlers, ...createCaseHandlers(requireSession) };

  async function dispatch(name: unknown, input: unknown): Promise<unknown> {
    const known = requireProcedureName(name);
    return handle(known, parseInput(known, input));
  }

  function handle<Name extends ProcedureName>(name: Name, input: ParsedInputOf<Name>) {
    return handlers[name](input);
  }

  return {
    dispatch,
    call: dispatch as Call,
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    documentFile: async (documentId) => {
      const { ports } = requireSession();
      const document = requireDocument(ports, documentId);
      const path = await ensurePages(ports, document, new AbortController().signal);
      const name = document.format === "pdf" ? document.fileName : `${document.fileName}.pdf`;
      return { path, mediaType: "application/pdf", name };
    },
    originalFile: async (documentId) => {
      const { ports } = requireSession();
      const { sha256, fileName } = requireDocument(ports, documentId);
      if (!(await ports.vault.exists(sha256))) throw new ProbativeError("document/original-missing", fileName);
      return { path: ports.vault.pathOf(sha256), mediaType: "application/octet-stream", name: fileName };
    },
    exportedFile: async (name) => {
      if (name !== basename(name) || name === "" || name.startsWith("."))
        throw new ProbativeError("input/invalid", "name");
      const path = join(requireSession().directory, EXPORTS_FOLDER, name);
      try {
        if (!(await stat(path)).isFile()) throw new ProbativeError("document/not-found", name);
      } catch (thrown) {
        if (thrown instanceof ProbativeError) throw thrown;
        throw new ProbativeError("document/not-found", name, {}, thrown);
      }
      return { path, mediaType: exportedMediaType(name), name };
    },
    createIncomingFolder,
    reportUnknown: (thrown) => log.failure(thrown, "request failed"),
    close: () =>
      inTurn(async () => {
        await closeSession();
        await engines.close();
        await Promise.all([reader.close(), converter.close(), patterns.close()]);
      }),
  };
}
