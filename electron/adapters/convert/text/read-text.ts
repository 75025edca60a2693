import { NO_METADATA } from "#shared/model/document.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import type { FormatReader } from "../converted.ts";
import type { Block } from "../rendition.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { noticeEncoding } from "./encoding-notice.ts";

/** Text beyond this is cut: it would fill more pages than a rendition has. Bytes. */
export const MOST_TEXT_BYTES = 64 * 1024 ** 2;

/** Reads plain text: lines and white space stand as they are, a form feed begins a new page. */
export const readText: FormatReader = async ({ bytes }) => {
  const decoded = decodeBytes(bytes.subarray(0, MOST_TEXT_BYTES), null);
  const notices: ConversionNotice[] = [...noticeEncoding(decoded)];
  if (bytes.length > MOST_TEXT_BYTES)
    notices.push({ kind: "cut-at-limit", detail: "Only the first 64 MB of the text are shown." });
  return {
    format: "text",
    content: { kind: "rendition", rendition: { title: null, blocks: layOutPages(decoded.text) } },
    metadata: NO_METADATA,
    headers: null,
    notices,
  };
};

function layOutPages(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const [index, page] of text.split("\f").entries()) {
    if (index > 0) blocks.push({ kind: "page-break" });
    const shown = page.replace(/^(?:\r?\n)+/u, "").trimEnd();
    if (shown !== "") blocks.push({ kind: "preformatted", text: shown });
  }
  return blocks.length > 0 ? blocks : [{ kind: "remark", text: "the file holds no text" }];
}
