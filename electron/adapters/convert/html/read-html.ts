import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { FormatReader } from "../converted.ts";
import { decodeBytes } from "../text/decode-bytes.ts";
import { noticeEncoding } from "../text/encoding-notice.ts";
import { findCharset } from "./find-charset.ts";
import { htmlToBlocks } from "./html-to-blocks.ts";

/** A page's tree takes many times the memory of its source. */
const MOST_HTML_BYTES = 24 * 1024 ** 2;

/** Reads a web page that stands alone: what it names beside itself is never loaded, from wherever. */
export const readHtml: FormatReader = async ({ bytes, progress }) => {
  if (bytes.length > MOST_HTML_BYTES) throw new ProbativeError("import/too-large", "Web pages are read up to 24 MB.");
  const decoded = decodeBytes(bytes, findCharset(bytes));
  const page = htmlToBlocks(decoded.text, { progress, picture: () => null });
  const blocks = page.blocks.length > 0 ? page.blocks : [{ kind: "remark", text: "the page shows no text" } as const];
  return {
    format: "html",
    content: { kind: "rendition", rendition: { title: page.title, blocks } },
    metadata: page.metadata,
    headers: null,
    notices: [...noticeEncoding(decoded), ...page.notices],
  };
};
