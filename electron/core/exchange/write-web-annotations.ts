import type { DocumentId, TagId } from "#shared/base/ids.ts";
import type { Box } from "#shared/model/geometry.ts";
import type { Passage, PassageRange } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";
import type { ExchangePlace } from "./compose-contribution.ts";

/** What fragments such as `page=3` mean. */
const PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc8118";

/** Names of passages outside of their case. */
export const PASSAGE_URN = "urn:probative:passage:";

type ReadingPorts = Pick<CasePorts, "documents" | "index" | "tags">;

type JsonValue = string | number | readonly JsonValue[] | { readonly [key: string]: JsonValue };

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A rectangle as RFC 8118 has it: left, top, width and height from the upper left corner of the page. */
function viewRectangle(box: Box, page: Box): string {
  const [left, bottom, right, top] = box;
  return [left - page[0], page[3] - top, right - left, top - bottom].map(rounded).join(",");
}

function selectRange({ page, start, end }: PassageRange): JsonValue {
  return {
    type: "FragmentSelector",
    conformsTo: PDF_FRAGMENTS,
    value: `page=${page}`,
    refinedBy: { type: "TextPositionSelector", start, end },
  };
}

/** Ways to find the place, the most telling first; each of them selects the whole passage or, by page, a part of it. */
function selectorsOf(ports: ReadingPorts, passage: Passage): readonly JsonValue[] {
  const { quote, prefix, suffix, ranges, region, documentId } = passage;
  const words = quote === "" ? [] : [{ type: "TextQuoteSelector", exact: quote, prefix, suffix }];
  const page = region === null ? null : (ports.index.pageInfo(documentId, region.page)?.box ?? null);
  if (region === null || page === null) return [...words, ...ranges.map(selectRange)];
  const value = `page=${region.page}&viewrect=${viewRectangle(region.box, page)}`;
  return [{ type: "FragmentSelector", conformsTo: PDF_FRAGMENTS, value }, ...words];
}

function bodiesOf(passage: Passage, nameOf: (tagId: TagId) => string): readonly JsonValue[] {
  const tags = passage.tagIds.map((tagId) => ({ type: "TextualBody", purpose: "tagging", value: nameOf(tagId) }));
  const marks = passage.marks.map((mark) => ({ type: "TextualBody", purpose: "assessing", value: mark }));
  const note = { type: "TextualBody", purpose: "commenting", format: "text/markdown", value: passage.note };
  return [...tags, ...marks, ...(passage.note === "" ? [] : [note])];
}

function motivationOf(passage: Passage): string {
  if (passage.tagIds.length > 0) return "tagging";
  return passage.note === "" ? "highlighting" : "commenting";
}

/**
 * Passages as a collection of W3C Web Annotations. Documents are named by the SHA-256 of their originals; offsets count
 * UTF-16 code units of the page's text as Probative reads it.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
export function webAnnotationsOf(ports: ReadingPorts, place: ExchangePlace, passages: readonly Passage[]): JsonValue {
  const names = new Map(ports.tags.list().map((tag) => [tag.tagId, tag.name]));
  const sources = new Map<DocumentId, JsonValue>();
  const sourceOf = (documentId: DocumentId): JsonValue => {
    const known = sources.get(documentId);
    if (known !== undefined) return known;
    const document = ports.documents.find(documentId);
    const source = {
      id: `urn:sha256:${document?.sha256 ?? ""}`,
      type: "Text",
      "dc:title": document?.title ?? "",
      "dc:identifier": document?.shortName ?? "",
    };
    sources.set(documentId, source);
    return source;
  };
  const items = passages.map((passage) => ({
    id: PASSAGE_URN + passage.passageId,
    type: "Annotation",
    motivation: motivationOf(passage),
    creator: { type: "Person", name: passage.author },
    created: passage.createdAt,
    modified: passage.updatedAt,
    body: bodiesOf(passage, (tagId) => names.get(tagId) ?? ""),
    target: {
      type: "SpecificResource",
      source: sourceOf(passage.documentId),
      selector: selectorsOf(ports, passage),
    },
  }));
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    label: place.caseTitle,
    generator: { type: "Software", name: place.program },
    total: items.length,
    first: { type: "AnnotationPage", startIndex: 0, items },
  };
}
