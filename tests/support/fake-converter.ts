import { readFile } from "node:fs/promises";
import type { DocumentConverter } from "#core/ports/document-converter.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { NO_METADATA } from "#shared/model/document.ts";
import type { MessageHeaders } from "#shared/model/format.ts";
import { type FakeContainer, fakePdf, handOutAll, parseFakeContainer } from "./fake-files.ts";

/** Implements the port without any format: for tests that are about what happens around converting. */
export interface FakeConverter extends DocumentConverter {
  /** Names of the files that were converted, in order. */
  readonly converted: readonly string[];
}

const NO_HEADERS: MessageHeaders = {
  from: null,
  to: [],
  cc: [],
  bcc: [],
  subject: null,
  date: null,
  messageId: null,
  inReplyTo: null,
  references: [],
};

/** Makes a converter of fake containers and of plain text. */
export function createFakeConverter(concurrency = 2): FakeConverter {
  const converted: string[] = [];
  return {
    concurrency,
    converted,
    convert: async ({ path, fileName, format }, children, signal) => {
      const text = await readFile(path, "utf8");
      converted.push(fileName);
      if (signal.aborted) throw new ProbativeError("job/cancelled");
      const plain = { format: format === "compound-file" ? ("msg" as const) : format, pages: [text] };
      const container: FakeContainer = parseFakeContainer(text) ?? plain;
      handOutAll(container.children ?? [], children);
      if (container.fail === "defect") throw new TypeError("a defect of the converter");
      if (container.fail !== undefined) throw new ProbativeError(container.fail);
      const title = container.title === undefined ? {} : { title: container.title };
      return {
        format: container.format ?? "zip",
        rendition: fakePdf({ ...title, pages: container.pages ?? [`SPECIMEN list of ${fileName}`] }),
        metadata: { ...NO_METADATA, title: container.title ?? null },
        headers: container.headers === undefined ? null : { ...NO_HEADERS, ...container.headers },
        notices: container.notices ?? [],
      };
    },
    close: async () => {},
  };
}
