import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { FormatReader } from "../converted.ts";
import type { Block } from "../rendition.ts";
import { createNoticeCollector } from "./notices.ts";
import { readGroups } from "./rtf/read-groups.ts";
import { createRtfDocument, showRtfMargins } from "./rtf/rtf-document.ts";

/** Paragraphs of a document; a book of 5,000 pages has a tenth of it. */
const MAX_BLOCKS = 500_000;

/**
 * Reads Rich Text Format (version 1.9.1): text in its code pages and in Unicode, tables, lists, notes, tracked changes and
 * comments, pictures. Destinations that are not text are skipped; nothing outside of the file is opened.
 */
export const readRtf: FormatReader = async ({ bytes, progress }) => {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const start = /^(?:\xef\xbb\xbf)?\s*\{\\rtf/u.test(head) ? head.indexOf("{") : -1;
  if (start === -1) throw new ProbativeError("import/corrupt", "It does not begin as an RTF file does.");
  const notices = createNoticeCollector();
  const document = createRtfDocument(notices);
  const { story, isComplete, isCut, end } = readGroups(bytes.subarray(start), document, {
    blocks: MAX_BLOCKS,
    progress,
  });
  const body = story.finish(end.paragraph);
  if (!isComplete) notices.say("damaged-part", "The file ends in the middle; it was read up to there.");
  if (isCut) notices.say("cut-at-limit", `The text was cut after ${MAX_BLOCKS} paragraphs.`);
  const endnotes: readonly Block[] = document.endnotes.length === 0 ? [] : [{ kind: "rule" }, ...document.endnotes];
  const title = document.info.get("title") || null;
  return {
    format: "rtf",
    content: {
      kind: "rendition",
      rendition: {
        title,
        blocks: [...showRtfMargins(document, "header"), ...body, ...endnotes, ...showRtfMargins(document, "footer")],
      },
    },
    metadata: {
      title,
      author: document.info.get("author") || null,
      subject: document.info.get("subject") || null,
      keywords: document.info.get("keywords") || null,
      creator: document.info.get("generator") || null,
      producer: null,
      created: document.info.get("creatim") ?? null,
      modified: document.info.get("revtim") ?? null,
    },
    headers: null,
    notices: notices.list(),
  };
};
