import { readFile } from "node:fs/promises";
import { createDiskFileTree } from "#adapters/files/disk-file-tree.ts";
import type { ProgramPorts } from "#core/backend-context.ts";
import type { BriefPrinter } from "#core/ports/brief-printer.ts";
import type { CertificatePrinter } from "#core/ports/certificate-printer.ts";
import type { Clock } from "#core/ports/clock.ts";
import type { DocumentAnnotator } from "#core/ports/document-annotator.ts";
import type { IdSource } from "#core/ports/id-source.ts";
import type { Log } from "#core/ports/log.ts";
import type { WorkbookWriter } from "#core/ports/workbook-writer.ts";
import { makeId } from "#shared/base/ids.ts";
import { createFakeConverter, type FakeConverter } from "./fake-converter.ts";
import { createFakeReader, type FakeReader } from "./fake-reader.ts";
import { inlinePatternFinder } from "./inline-pattern-finder.ts";

const START = Date.parse("2026-03-01T09:30:00.000Z");

/** A clock that is a millisecond later each time it is read. */
export function createTestClock(): Clock {
  let reads = 0;
  return {
    now: () => {
      reads += 1;
      return new Date(START + reads).toISOString();
    },
  };
}

/** Identifiers that count up from a number: two runs of the same steps make the same ones. */
export function createTestIds(from = 0): IdSource {
  let count = from;
  return {
    next: (kind) => {
      count += 1;
      const digits = Array.from({ length: 12 }, (_, index) => Math.floor(count / 32 ** (11 - index)) % 32);
      return makeId(kind, Uint8Array.from(digits));
    },
  };
}

/** Keeps what was logged. */
export interface TestLog extends Log {
  readonly failures: readonly unknown[];
}

function createTestLog(): TestLog {
  const failures: unknown[] = [];
  return {
    failures,
    info: () => {},
    failure: (thrown) => {
      failures.push(thrown);
      return `f${failures.length}`;
    },
  };
}

/** Appends what it was asked to write, as readable text: the original stays a prefix. */
const fakeAnnotator: DocumentAnnotator = {
  annotate: async (path, annotations) => {
    const suffix = new TextEncoder().encode(`\n${JSON.stringify(annotations)}`);
    return Uint8Array.from([...(await readFile(path)), ...suffix]);
  },
};

/** Prints the brief as JSON. */
const fakePrinter: BriefPrinter = {
  print: async (brief, printedAt) => new TextEncoder().encode(JSON.stringify({ brief, printedAt })),
};

/** Prints a certificate as JSON. */
const fakeCertificatePrinter: CertificatePrinter = {
  print: async (certificate, sha256) => new TextEncoder().encode(JSON.stringify({ certificate, sha256 })),
};

/** Writes sheets as JSON. */
const fakeWorkbooks: WorkbookWriter = {
  write: async (sheets) => new TextEncoder().encode(JSON.stringify(sheets)),
};

/** The ports of the program, with fakes where the real thing is slow or not repeatable. */
export interface TestProgram extends ProgramPorts {
  readonly reader: FakeReader;
  readonly converter: FakeConverter;
  readonly log: TestLog;
}

/** Makes them: a real file tree; a fake reader, converter, clock, log, annotator and printer. */
export function createTestProgram(concurrency = 2): TestProgram {
  return {
    clock: createTestClock(),
    ids: createTestIds(),
    log: createTestLog(),
    reader: createFakeReader(concurrency),
    converter: createFakeConverter(concurrency),
    ocrEngines: async () => [],
    annotator: fakeAnnotator,
    printer: fakePrinter,
    certificatePrinter: fakeCertificatePrinter,
    workbooks: fakeWorkbooks,
    fileTree: createDiskFileTree(),
    patterns: inlinePatternFinder(),
    author: "A. Tester",
  };
}
