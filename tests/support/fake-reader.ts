import { readFile } from "node:fs/promises";
import type { DocumentReader, ExtractedPage } from "#core/ports/document-reader.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import { type FakeDocument, type FakePage, handOutAll, parseFakePdf } from "./fake-files.ts";
import { layOutText } from "./lay-out-text.ts";

/** A place where reading waits. */
export interface Gate {
  /** Resolves when a reader has come to it. */
  readonly reached: Promise<void>;
  release(): void;
}

/** Implements the port without a PDF: for tests that are about what happens around reading. */
export interface FakeReader extends DocumentReader {
  /** From now on files are read as `change` says: another reading of the same bytes. */
  revise(change: (document: FakeDocument) => FakeDocument): void;
  /** Documents of this title wait, after their first page, until they are released or cancelled. */
  holdAt(title: string): Gate;
  /** Titles of the documents that were begun, in order. */
  readonly begun: readonly string[];
}

function toExtractedPage(page: FakePage, index: number): ExtractedPage {
  const { text, ...known } = typeof page === "string" ? { text: page } : page;
  return {
    label: null,
    box: [0, 0, 612, 792],
    rotation: 0,
    textState: text === "" ? "none" : "good",
    detections: [],
    language: null,
    signature: null,
    hidden: [],
    pictured: 0,
    ...known,
    page: index + 1,
    text,
    geometry: layOutText(text),
  };
}

interface OpenGate {
  readonly title: string;
  readonly reached: PromiseWithResolvers<void>;
  readonly released: PromiseWithResolvers<void>;
}

async function waitOrCancel(released: Promise<void>, signal: AbortSignal): Promise<void> {
  const cancelled = Promise.withResolvers<never>();
  const cancel = () => {
    cancelled.reject(new ProbativeError("job/cancelled"));
  };
  signal.addEventListener("abort", cancel, { once: true });
  try {
    await Promise.race([released, cancelled.promise]);
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** Makes a reader of fake PDFs. */
export function createFakeReader(concurrency = 2): FakeReader {
  let change = (document: FakeDocument) => document;
  const gates: OpenGate[] = [];
  const begun: string[] = [];

  async function passGates(title: string, signal: AbortSignal): Promise<void> {
    for (const gate of gates.filter((open) => open.title === title)) {
      gate.reached.resolve();
      await waitOrCancel(gate.released.promise, signal);
    }
  }

  return {
    concurrency,
    begun,
    revise: (next) => {
      change = next;
    },
    holdAt: (title) => {
      const gate = { title, reached: Promise.withResolvers<void>(), released: Promise.withResolvers<void>() };
      gates.push(gate);
      return { reached: gate.reached.promise, release: () => gate.released.resolve() };
    },
    read: async ({ path, maxPages }, onPages, signal) => {
      const document = change(parseFakePdf(await readFile(path, "utf8")));
      begun.push(document.title ?? "");
      if (document.pages.length > maxPages) throw new ProbativeError("import/page-count");
      for (const [index, page] of document.pages.entries()) {
        if (signal.aborted) throw new ProbativeError("job/cancelled");
        onPages([toExtractedPage(page, index)]);
        if (index === 0) await passGates(document.title ?? "", signal);
      }
      if (document.fail === "defect") throw new TypeError("a defect of the reader");
      if (document.fail !== undefined) throw new ProbativeError(document.fail);
      return {
        pageCount: document.pages.length,
        metadata: { ...NO_METADATA, title: document.title ?? null, author: document.author ?? null },
        outline: document.outline ?? [],
        damagedPages: document.damagedPages ?? [],
        attachments: document.attachments?.length ?? 0,
        annotations: document.annotations ?? [],
      };
    },
    readAttachments: async (path, children) => {
      const { attachments, attachmentsFail } = parseFakePdf(await readFile(path, "utf8"));
      handOutAll(attachments ?? [], children);
      if (attachmentsFail !== undefined) throw new ProbativeError(attachmentsFail);
    },
    close: async () => {},
  };
}
