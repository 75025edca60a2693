import { LOW_CONFIDENCE } from "#shared/model/page-state.ts";
import type { CasePorts } from "../backend-context.ts";
import type { DocumentStore } from "../ports/document-store.ts";
import type { PageBodies, WordIndex } from "../ports/word-index.ts";
import { bodyOf } from "./document-pages.ts";
import type { DoubtfulWords, EvaluationSources } from "./evaluate/evaluation.ts";
import { matchField } from "./field-matches.ts";
import { createSearchCatalogue, type SearchCatalogue } from "./search-catalogue.ts";

/** What of the case a search reads. */
export type SearchPorts = Pick<CasePorts, "documents" | "passages" | "tags" | "index" | "synonyms" | "patterns">;

/** What every search of a case shares. */
export interface SearchContext {
  readonly ports: SearchPorts;
  readonly catalogue: SearchCatalogue;
  readonly sources: EvaluationSources;
  /** For searches that leave out words of which OCR was not sure. */
  readonly doubtful: DoubtfulWords;
}

/** The catalogue goes with the documents that it was read from: it is gone when they are. */
const contexts = new WeakMap<DocumentStore, SearchContext>();

/** What searches of this case share, made at the first. */
export function searchContextOf(ports: SearchPorts): SearchContext {
  const known = contexts.get(ports.documents);
  if (known !== undefined) return known;
  const made = makeContext(ports);
  contexts.set(ports.documents, made);
  return made;
}

function makeContext(ports: SearchPorts): SearchContext {
  const { index } = ports;
  const catalogue = createSearchCatalogue(ports);
  const bodiesOf = createBodyReader(index.words);
  const idOf = (number: number) => {
    const documentId = index.words.documentOf(number);
    // The engine asks for documents that it was given, and starts again when these change.
    if (documentId === null) throw new Error("a search asks for a document that is not there");
    return documentId;
  };
  return {
    ports,
    catalogue,
    sources: {
      words: index.words,
      joinPages: (numbers, pages) =>
        index.joinPages(Array.from(numbers, (number, at) => ({ documentId: idOf(number), page: pages[at] ?? 0 }))),
      readPage: (number, page) => {
        const documentId = idOf(number);
        const text = index.pageText(documentId, page) ?? "";
        const body = bodyOf(text, bodiesOf(number), page);
        return { text, detections: index.pageDetections(documentId, page), body };
      },
      field: (condition) => matchField(catalogue, index.words, condition),
      patterns: ports.patterns,
    },
    doubtful: (number, page) =>
      index
        .pageConfidences(idOf(number), page)
        .flatMap(([start, end, confidence]) => (confidence < LOW_CONFIDENCE ? [{ start, end }] : [])),
  };
}

/** The bodies of the document that was asked for last are kept: its pages are read one after the other. */
function createBodyReader(words: WordIndex): (number: number) => PageBodies {
  let last: { readonly number: number; readonly generation: number; readonly bodies: PageBodies } | null = null;
  return (number) => {
    const generation = words.generation();
    if (last?.number !== number || last.generation !== generation) {
      last = { number, generation, bodies: words.bodies(number) };
    }
    return last.bodies;
  };
}
