import type { ConversionNotice } from "#shared/model/format.ts";
import type { Converted } from "../converted.ts";
import { htmlToBlocks } from "../html/html-to-blocks.ts";
import type { CollectedParts } from "./collect-parts.ts";
import type { BodyOptions } from "./message-body.ts";
import { readHeader } from "./message-headers.ts";
import { parseMailDate } from "./parse-mail-date.ts";
import type { MimePart } from "./parse-mime.ts";

/**
 * Sets a message that is a web page saved by a browser: a related set of parts that nobody sent to anybody, with the
 * address of the page. Its pictures are shown; styles, scripts, fonts and frames are parts of the page and no documents.
 *
 * @returns null when the message is a message
 */
export function setSavedPage(message: MimePart, parts: CollectedParts, options: BodyOptions): Converted | null {
  const [root] = message.parts;
  const first = parts.body.find((item) => item.kind === "text");
  if (message.type !== "multipart/related" || root === undefined || first?.html == null) return null;
  const isSent = ["to", "cc", "bcc", "received", "message-id"].some(
    (name) => readHeader(message.headers, name) !== null,
  );
  const address =
    readHeader(message.headers, "snapshot-content-location") ?? readHeader(root.headers, "content-location");
  if (isSent || address === null) return null;

  const { blocks, title, metadata, notices } = htmlToBlocks(first.html, {
    progress: options.progress,
    picture: (source) => options.picture(source) ?? options.picture(resolve(source, address)),
  });
  const subject = readHeader(message.headers, "subject") ?? title;
  const saved = readHeader(message.headers, "date");
  const rows = [
    { label: "Saved page", value: address },
    { label: "Title", value: subject },
    { label: "Saved", value: saved },
    { label: "Saved by", value: readHeader(message.headers, "from") },
  ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  return {
    format: "mhtml",
    content: {
      kind: "rendition",
      rendition: { title: subject, blocks: [{ kind: "facts", rows }, { kind: "rule" }, ...blocks] },
    },
    metadata: { ...metadata, title: subject, created: metadata.created ?? parseMailDate(saved ?? "") },
    headers: null,
    notices: [...parts.notices, ...notices, ...noteFrames(parts)],
  };
}

function noteFrames(parts: CollectedParts): readonly ConversionNotice[] {
  const frames = parts.resources.filter(({ part }) => part.type === "text/html").length;
  if (frames === 0) return [];
  return [{ kind: "content-not-shown", detail: `${frames} further pages that stood in frames of it are not shown.` }];
}

function resolve(source: string, address: string): string {
  return URL.canParse(source, address) ? new URL(source, address).href : source;
}
