import type { ConversionNotice } from "#shared/model/format.ts";
import { htmlToBlocks } from "../html/html-to-blocks.ts";
import type { Block } from "../rendition.ts";
import { blockPictures, blockText } from "./block-text.ts";
import { compareVersions } from "./compare-versions.ts";
import { type FlowedFormat, quoteText } from "./quote-text.ts";

/** Plain text of a message or of a part of it. */
export interface PlainText {
  readonly text: string;
  readonly format: FlowedFormat;
}

/** What the body of a message is made of, in its order. */
export type BodyItem =
  /** One text in one or two versions. */
  | { readonly kind: "text"; readonly plain: PlainText | null; readonly html: string | null }
  | { readonly kind: "picture"; readonly block: Block }
  /** A report of a mail system: shown as it is under what it is. */
  | { readonly kind: "report"; readonly title: string; readonly text: string }
  | { readonly kind: "remark"; readonly text: string };

/** What a body is set with. */
export interface BodyOptions {
  progress(): void;
  /** Bytes of a picture that came with the message, by `cid:` address or location; null when there is none. */
  picture(source: string): Uint8Array | null;
}

/**
 * Sets the body of a message.
 *
 * Of a text that is there as plain text and as HTML, the plain version is shown: it is what cannot hide anything. The HTML
 * version is shown instead where the plain one only stands in for it. Where their words differ materially both are shown,
 * each under its heading, because different readers were told different things. Pictures of an HTML version that is not
 * shown follow the text.
 */
export function setBody(
  items: readonly BodyItem[],
  options: BodyOptions,
): { readonly blocks: readonly Block[]; readonly notices: readonly ConversionNotice[] } {
  const blocks: Block[] = [];
  const notices: ConversionNotice[] = [];
  for (const item of items) {
    options.progress();
    if (item.kind === "text") blocks.push(...setText(item.plain, item.html, options, notices));
    else if (item.kind === "picture") blocks.push(item.block);
    else if (item.kind === "remark") blocks.push({ kind: "remark", text: item.text });
    else {
      blocks.push({ kind: "heading", level: 3, spans: [{ text: item.title }] });
      blocks.push({ kind: "preformatted", text: item.text.trimEnd() });
    }
  }
  return { blocks, notices };
}

function setText(
  plain: PlainText | null,
  html: string | null,
  options: BodyOptions,
  notices: ConversionNotice[],
): readonly Block[] {
  const plainBlocks = plain === null ? [] : quoteText(plain.text, plain.format);
  if (html === null) return plainBlocks;
  const read = htmlToBlocks(html, options);
  notices.push(...read.notices);
  if (plain === null) return read.blocks;
  const { isPlainSubstantial, differs } = compareVersions(plain.text, blockText(read.blocks));
  if (differs) {
    const plainVersion: readonly Block[] = [versionHeading("Plain text version"), ...plainBlocks];
    const htmlVersion: readonly Block[] = [versionHeading("HTML version"), ...read.blocks];
    const remark: Block = {
      kind: "remark",
      text: "The message has two versions with different words. Both are shown.",
    };
    return [remark, ...(isPlainSubstantial ? [...plainVersion, ...htmlVersion] : [...htmlVersion, ...plainVersion])];
  }
  return isPlainSubstantial ? [...plainBlocks, ...blockPictures(read.blocks)] : read.blocks;
}

function versionHeading(text: string): Block {
  return { kind: "heading", level: 3, spans: [{ text }] };
}
