import { PDFDataRangeTransport } from "pdfjs-dist/legacy/build/pdf.mjs";
import { say } from "../messages/say.ts";

/** Bytes asked for at a time. Larger than pdf.js's default: the server is this machine, so the question costs most. */
export const RANGE_CHUNK = 524_288;

/**
 * A file up to this size is read in one go: pdf.js looks at the last page when it opens a file, which in a file with a
 * flat page tree takes it through all of them, one part after the other.
 */
const WHOLE_UP_TO = 8 * 1024 * 1024;

/** How a PDF is given to pdf.js: whole when it is small or cannot be had in parts, else by parts on demand. */
export type PdfSource =
  | { readonly kind: "whole"; readonly data: Uint8Array }
  | { readonly kind: "ranges"; readonly transport: PDFDataRangeTransport };

async function fetchRange(url: string, begin: number, end: number, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
  if (!response.ok) throw new Error(say("reader.fileNotRead", { status: response.status }));
  return response;
}

/** Serves byte ranges by `fetch`, which works with the app's own scheme too; pdf.js itself asks for ranges by http only. */
class FetchRangeTransport extends PDFDataRangeTransport {
  readonly #url: string;
  readonly #controller = new AbortController();
  readonly #onFailure: (error: Error) => void;

  constructor(url: string, length: number, initial: Uint8Array, onFailure: (error: Error) => void) {
    super(length, initial);
    this.#url = url;
    this.#onFailure = onFailure;
  }

  override requestDataRange(begin: number, end: number): void {
    fetchRange(this.#url, begin, end, this.#controller.signal)
      .then((response) => response.arrayBuffer())
      .then((bytes) => {
        if (this.#controller.signal.aborted) return;
        if (bytes.byteLength !== end - begin) throw new Error(say("reader.fileTooShort"));
        this.onDataRange(begin, new Uint8Array(bytes));
      })
      .catch((error: unknown) => {
        if (this.#controller.signal.aborted) return;
        this.#onFailure(error instanceof Error ? error : new Error(String(error)));
      });
  }

  override abort(): void {
    this.#controller.abort();
  }
}

/** Total size from `Content-Range: bytes 0-99/1234`, or null. */
export function totalFromContentRange(header: string | null): number | null {
  const total = /^bytes\s+\d+-\d+\/(\d+)$/i.exec(header?.trim() ?? "")?.[1];
  return total === undefined ? null : Number(total);
}

/**
 * Reads the first bytes of a PDF and decides how the rest is read. Rejects with a plain message when the file cannot be
 * read; `onFailure` is called when a later part cannot.
 */
export async function openPdfSource(
  url: string,
  signal: AbortSignal,
  onFailure: (error: Error) => void,
): Promise<PdfSource> {
  const response = await fetchRange(url, 0, RANGE_CHUNK, signal);
  const data = new Uint8Array(await response.arrayBuffer());
  const total = response.status === 206 ? totalFromContentRange(response.headers.get("Content-Range")) : data.length;
  if (total === null || total <= data.length) return { kind: "whole", data };
  if (total <= WHOLE_UP_TO) {
    const rest = await fetchRange(url, data.length, total, signal);
    const whole = new Uint8Array(total);
    whole.set(data);
    whole.set(new Uint8Array(await rest.arrayBuffer()), data.length);
    return { kind: "whole", data: whole };
  }
  return { kind: "ranges", transport: new FetchRangeTransport(url, total, data, onFailure) };
}
