import type { DefaultTreeAdapterTypes } from "parse5";
import type { DocumentMetadata } from "#shared/model/document.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import type { Block } from "../rendition.ts";
import { createPageFacts } from "./page-facts.ts";
import { createPageNotices } from "./page-notices.ts";
import { createPageWriter } from "./page-writer.ts";
import { parseHtml } from "./parse-html.ts";
import { createElementVisitor, type Frame, ROOT_CONTEXT } from "./visit-element.ts";

/** What comes of a page. */
export interface HtmlBlocks {
  readonly blocks: readonly Block[];
  /** Text of its `title` element, or null. */
  readonly title: string | null;
  readonly metadata: DocumentMetadata;
  readonly notices: readonly ConversionNotice[];
}

/** What a page is read with. */
export interface HtmlOptions {
  /** To be called now and then. */
  progress(): void;
  /**
   * Bytes of a picture that came with the page (an attachment that it names by `cid:`), or null. It must read nothing from
   * disk or network by that name. Pictures inside of `data:` addresses are found without it.
   */
  picture(source: string): Uint8Array | null;
}

/**
 * Turns HTML into blocks: headings, paragraphs, lists, quotations, tables, preformatted text, pictures that came along.
 *
 * No HTML is ever produced or shown: what is not a known element with a known meaning leaves nothing but its text, so there
 * is nothing for a sanitiser (safety.md, I3, names DOMPurify) to remove. Scripts, styles, frames, forms and objects do
 * nothing; no address is followed, remote or local, and each is counted. Text hidden by an attribute or an inline style is
 * kept and marked; rules of style sheets are not applied. Any input gives a result; the tree is walked without recursion.
 */
export function htmlToBlocks(html: string, options: HtmlOptions): HtmlBlocks {
  const { document, isFlattened } = parseHtml(html, options.progress);
  const writer = createPageWriter();
  const notices = createPageNotices();
  const facts = createPageFacts();
  const visitor = createElementVisitor({ writer, notices, facts, picture: options.picture });

  const frames: Frame[] = [{ children: document.childNodes, next: 0, context: ROOT_CONTEXT, leave: null }];
  let visited = 0;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child: DefaultTreeAdapterTypes.ChildNode | undefined = frame.children[frame.next];
    if (child === undefined) {
      frames.pop();
      frame.leave?.();
      continue;
    }
    frame.next += 1;
    visited += 1;
    if (visited % 1_000 === 0) options.progress();
    const inner = visitor.visit(child, frame.context);
    if (inner !== null) frames.push(inner);
  }

  const title = visitor.title();
  return {
    blocks: writer.finish(),
    title,
    metadata: facts.metadata(title),
    notices: notices.list(isFlattened),
  };
}
