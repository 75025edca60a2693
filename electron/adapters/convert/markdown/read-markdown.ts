import { NO_METADATA } from "#shared/model/document.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import type { FormatReader } from "../converted.ts";
import { decodeBytes } from "../text/decode-bytes.ts";
import { noticeEncoding } from "../text/encoding-notice.ts";
import { markdownToBlocks } from "./markdown-to-blocks.ts";

/** Markdown beyond this is cut: it fills more pages than a rendition has, and its parser shows no signs of life. Bytes. */
const MOST_MARKDOWN_BYTES = 16 * 1024 ** 2;

/** Reads Markdown (CommonMark with tables and struck text). HTML in it is shown as it is written. */
export const readMarkdown: FormatReader = async ({ bytes, progress }) => {
  const decoded = decodeBytes(bytes.subarray(0, MOST_MARKDOWN_BYTES), null);
  const { blocks, title, addresses } = markdownToBlocks(decoded.text, progress);
  const notices: ConversionNotice[] = [...noticeEncoding(decoded)];
  if (addresses > 0)
    notices.push({
      kind: "remote-content-not-loaded",
      detail: `Pictures that were named and not loaded: ${addresses}.`,
    });
  if (bytes.length > MOST_MARKDOWN_BYTES)
    notices.push({ kind: "cut-at-limit", detail: "Only the first 16 MB of the text are shown." });
  return {
    format: "markdown",
    content: {
      kind: "rendition",
      rendition: { title, blocks: blocks.length > 0 ? blocks : [{ kind: "remark", text: "the file holds no text" }] },
    },
    metadata: { ...NO_METADATA, title },
    headers: null,
    notices,
  };
};
