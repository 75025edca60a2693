import { ProbativeError } from "#shared/errors/probative-error.ts";
import { createMemorySource } from "./byte-source.ts";
import { openSource } from "./open-document.ts";
import type { Pointer } from "./pdfium-exports.ts";
import type { Pdfium } from "./pdfium-module.ts";

/** A copy cannot be made, and why. */
export function copyFailed(what: string, page?: number): ProbativeError {
  return new ProbativeError("export/annotation-failed", what, page === undefined ? {} : { page });
}

/** Opens bytes for as long as `use` runs. Throws `export/annotation-failed` when they cannot be opened. */
export function withDocument<Value>(pdfium: Pdfium, bytes: Uint8Array, use: (document: Pointer) => Value): Value {
  try {
    const document = openSource(pdfium, createMemorySource(bytes));
    try {
      return use(document.pointer);
    } finally {
      document.close();
    }
  } catch (thrown) {
    const isRefusal = thrown instanceof ProbativeError && thrown.code.startsWith("import/");
    throw isRefusal ? copyFailed("It cannot be opened.") : thrown;
  }
}
