import type { Span } from "../../rendition.ts";
import { countOf } from "../notices.ts";
import { plainText } from "../spans.ts";
import { childElements, type XmlElement } from "../xml/element.ts";
import { formatNumber } from "./number-formats.ts";
import { type BlockReader, beginStory, type CommentSource, type DocumentState, type Story } from "./story.ts";

const describeComments = (count: number): string => `${countOf(count, "comment")}, shown where they stand.`;
const describeMissing = (count: number): string => `${countOf(count, "note")} without a text.`;

/** Beyond this, the words that a comment is about are cut in its repetition. */
const MAX_ANCHOR = 80;

/** Reads a footnote or endnote that is called, and gives the span that calls it. */
export function callNote(
  story: Story,
  call: XmlElement,
  readBlocks: BlockReader,
  style: Omit<Span, "text">,
): Span | null {
  const { document } = story;
  const isEndnote = call.name === "w:endnoteReference";
  const source = isEndnote ? document.endnotes : document.footnotes;
  const element = source.elements.get(call.attributes.get("w:id") ?? "");
  if (element === undefined) document.notices.count("damaged-part", describeMissing);
  const blocks = element === undefined ? [] : readBlocks(beginStory(document, source.parts), childElements(element));
  if (call.attributes.get("w:customMarkFollows") !== undefined) {
    // The mark stands behind the call and in the note itself.
    (isEndnote ? document.endnoteBlocks : document.pendingNotes).push(...blocks);
    return null;
  }
  source.last += 1;
  const mark = formatNumber(source.last, source.format);
  if (isEndnote) {
    const [first, ...rest] = blocks;
    const spans = first?.kind === "paragraph" ? first.spans : [];
    const others = first === undefined || first.kind === "paragraph" ? rest : blocks;
    document.endnoteBlocks.push({ kind: "item", marker: mark, level: 0, spans }, ...others);
    return { ...style, text: mark, superscript: true };
  }
  document.pendingNotes.push({ kind: "footnote", number: source.last, blocks });
  return { ...style, text: mark, superscript: true, footnote: source.last };
}

/** A comment, at the place where it is called. */
export function showComment(story: Story, id: string, readBlocks: BlockReader): Span | null {
  const comment = story.document.comments.get(id);
  if (comment === undefined) return null;
  const anchor = (story.anchored.get(id) ?? story.anchors.get(id) ?? "").replaceAll(/\s+/gu, " ").trim();
  story.anchored.delete(id);
  return commentSpan(story.document, comment, anchor, readBlocks);
}

/** Comments that nothing in the text calls. */
export function showOtherComments(document: DocumentState, readBlocks: BlockReader): readonly Span[] {
  return [...document.comments.values()]
    .filter(({ isShown }) => !isShown)
    .map((comment) => commentSpan(document, comment, "", readBlocks));
}

function commentSpan(document: DocumentState, comment: CommentSource, anchor: string, readBlocks: BlockReader): Span {
  comment.isShown = true;
  document.notices.count("comments", describeComments);
  const text = plainText(readBlocks(beginStory(document, document.commentParts), childElements(comment.element)));
  const about = anchor.length > MAX_ANCHOR ? `${anchor.slice(0, MAX_ANCHOR).toWellFormed()}…` : anchor;
  return {
    text: about === "" ? text : `on “${about}”: ${text}`,
    change: "comment",
    ...(comment.signature !== "" && { changedBy: comment.signature }),
  };
}
