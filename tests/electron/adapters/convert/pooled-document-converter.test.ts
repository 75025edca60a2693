import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPooledDocumentConverter } from "#adapters/convert/pooled-document-converter.ts";
import type { ChildReceiver, ConversionRequest, DocumentConverter } from "#core/ports/document-converter.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { createTempFolder } from "../../../support/temp-folder.ts";

const WORKER = new URL("../../../../electron/workers/convert.ts", import.meta.url);
const TRIAL = new URL("./trial-converter.ts", import.meta.url);

let folder = "";
const converters: DocumentConverter[] = [];
beforeEach(() => {
  folder = createTempFolder();
});
afterEach(async () => {
  await Promise.all(converters.splice(0).map((converter) => converter.close()));
  rmSync(folder, { recursive: true, force: true });
});

function open(workerUrl = WORKER): DocumentConverter {
  const converter = createPooledDocumentConverter({ workerUrl, concurrency: 1 });
  converters.push(converter);
  return converter;
}

function save(bytes: Uint8Array | string, format: ConversionRequest["format"], fileName = "file"): ConversionRequest {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  return { path, fileName, format, depth: 0 };
}

const signal = () => new AbortController().signal;
const ignore: ChildReceiver = { begin() {}, write() {}, end() {}, refuse() {} };

describe("the converter", () => {
  test("turns text, Markdown and HTML into the same pages each time", async () => {
    const converter = open();
    for (const format of ["text", "markdown", "html"] as const) {
      const request = save("<title>A page</title><p>Text of the page", format);
      const first = await converter.convert(request, ignore, signal());
      const second = await converter.convert(request, ignore, signal());
      expect(first.format).toBe(format);
      expect(
        Buffer.from(first.rendition ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
      expect(Buffer.from(first.rendition ?? []).equals(Buffer.from(second.rendition ?? []))).toBe(true);
    }
  });

  test("names what it cannot read", async () => {
    const converter = open();
    await expectFailure("import/unsupported-kind", () => converter.convert(save("%PDF-1.7", "pdf"), ignore, signal()));
    for (const format of ["text", "zip"] as const) {
      const absent = { path: join(folder, "absent"), fileName: "absent", format, depth: 0 };
      await expectFailure("import/unreadable", () => converter.convert(absent, ignore, signal()));
    }
  });

  test("gives up when it is told to", async () => {
    const controller = new AbortController();
    const work = open().convert(save("text", "text"), ignore, controller.signal);
    controller.abort();
    await expectFailure("job/cancelled", () => work);
  });
});

describe("children", () => {
  test("arrive whole, in their order, in pieces of at most a megabyte", async () => {
    const seen: string[] = [];
    let bytes: Uint8Array[] = [];
    const receiver: ChildReceiver = {
      begin: ({ name }) => void seen.push(`begin ${name}`),
      write: (piece) => void bytes.push(piece),
      end() {
        const whole = Buffer.concat(bytes);
        seen.push(`end ${whole.length} ${whole[0]} ${whole.at(-1)}`);
        bytes = [];
      },
      refuse: ({ name, reason, message }) => void seen.push(`refuse ${name} ${reason} ${message}`),
    };
    await open(TRIAL).convert(
      save("", "zip", "25"),
      {
        ...receiver,
        write(piece) {
          expect(piece.length).toBeLessThanOrEqual(1024 ** 2);
          receiver.write(piece);
        },
      },
      signal(),
    );
    expect(seen).toEqual([
      "begin small",
      "end 3 1 3",
      "begin large",
      `end 25000000 0 ${249}`,
      "begin broken",
      "refuse broken import/corrupt checksum",
    ]);
  });

  test("end with what their receiver throws", async () => {
    const full = new Error("disk full");
    const receiver: ChildReceiver = {
      ...ignore,
      write() {
        throw full;
      },
    };
    await expect(open(TRIAL).convert(save("", "zip", "25"), receiver, signal())).rejects.toBe(full);
  });

  test("stop when the work is cancelled, also while the worker waits for its turn", async () => {
    const controller = new AbortController();
    const receiver: ChildReceiver = { ...ignore, write: () => controller.abort() };
    await expectFailure("job/cancelled", () => open(TRIAL).convert(save("", "zip", "25"), receiver, controller.signal));
  });
});
