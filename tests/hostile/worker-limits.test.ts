import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { createPooledDocumentConverter } from "#adapters/convert/pooled-document-converter.ts";
import { IGNORE_CHILDREN } from "#core/import/receive-children.ts";
import type { ConversionRequest } from "#core/ports/document-converter.ts";
import { expectFailure } from "../support/expect-failure.ts";
import { setUpTempFolder } from "../support/temp-folder.ts";

const WORKER = pathToFileURL(join(import.meta.dirname, "../../electron/workers/convert.ts"));

function setUpConverter(limits: { readonly heapLimitMib?: number }) {
  const converter = createPooledDocumentConverter({ workerUrl: WORKER, concurrency: 1, ...limits });
  onTestFinished(() => converter.close());
  const folder = setUpTempFolder();
  return (name: string, format: ConversionRequest["format"], bytes: Uint8Array | string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const request: ConversionRequest = { path, fileName: name, format, depth: 0 };
    return converter.convert(request, IGNORE_CHILDREN, new AbortController().signal);
  };
}

test("a file that takes more memory than a worker has ends that worker, and the next file is read (safety, H2)", {
  timeout: 60_000,
}, async () => {
  const convert = setUpConverter({ heapLimitMib: 48 });
  const greedy = `${Array.from({ length: 30_000 }, (_, row) => `${row},a,b,c,d,e,f,g,h`).join("\n")}\n`;
  await expectFailure("import/memory", () => convert("greedy.csv", "csv", greedy));
  expect((await convert("sound.txt", "text", "SPECIMEN")).rendition).not.toBeNull();
});

test("a file that is larger than what is held in memory is refused before it is read", async () => {
  const convert = setUpConverter({});
  await expectFailure("import/too-large", () => convert("huge.eml", "eml", new Uint8Array(161 * 1024 ** 2)));
});
