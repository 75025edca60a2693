import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { ErrorCode } from "#shared/errors/codes.ts";

/** What the cases of the suite refer to in the case folder that they run on. */
export interface Given {
  readonly document: DocumentId;
  readonly passage: PassageId;
  /** Words that stand once in the document. */
  readonly quote: string;
  readonly page: number;
}

/** One call and what every door must answer. */
export interface ContractCase {
  readonly what: string;
  readonly procedure: string;
  /** `door` makes the name of what is created different at each door. */
  readonly input: (given: Given, door: string) => Readonly<Record<string, unknown>>;
  /** The code of the failure, or null for a success. */
  readonly fails: ErrorCode | null;
  /**
   * What the command line does on its own. `parser`: its parser refuses the call in words of its own, with the same
   * code. `absent`: it does not offer the procedure.
   */
  readonly commandLine?: "parser" | "absent";
}

const MISSING = {
  document: "doc_zzzzzzzzzzzz",
  passage: "pas_zzzzzzzzzzzz",
  brief: "brf_zzzzzzzzzzzz",
  section: "sec_zzzzzzzzzzzz",
  block: "blk_zzzzzzzzzzzz",
  tag: "tag_zzzzzzzzzzzz",
  job: "job_zzzzzzzzzzzz",
  link: "lnk_zzzzzzzzzzzz",
};

/** Calls that work. */
export const VALID_CASES: readonly ContractCase[] = [
  valid("figures of the case", "case.info", () => ({})),
  valid("the open case", "case.current", () => ({}), "absent"),
  valid("documents", "documents.list", () => ({})),
  valid("one document", "documents.show", ({ document }) => ({ document })),
  valid("one page", "documents.page", ({ document, page }) => ({ document, page })),
  valid("a new short name", "documents.set", ({ document }) => ({ documents: [document], shortName: "Renamed" })),
  valid("fields entered by hand", "documents.set", ({ document }) => ({
    documents: [document],
    kind: "order",
    date: "2025-03",
    court: null,
    asDetected: ["author", "language"],
  })),
  valid("what was detected", "documents.detections", ({ document, page }) => ({ document, page })),
  valid("where OCR stands", "ocr.status", () => ({})),
  valid("documents that repeat each other", "duplicates.list", () => ({})),
  valid("hidden text", "redactions.list", () => ({})),
  valid("the account of all imports", "import.report", () => ({ format: "csv" })),
  valid("a sound journal", "journal.verify", () => ({})),
  valid("a search", "search.query", ({ quote }) => ({ query: `"${quote}"` })),
  valid("a search with every option", "search.query", ({ quote }) => ({
    query: `"${quote}" OR nothing`,
    sort: "date",
    limit: 3,
    offset: 0,
    pagesEach: 1,
    facets: true,
    stemming: false,
    synonyms: false,
    confident: true,
    without: ["nothing>nothings"],
    filters: ["pages:1..1000"],
  })),
  valid("hits in a document", "search.hits", ({ document, quote }) => ({ document, query: `"${quote}"`, limit: 2 })),
  valid("how a search is read", "search.explain", () => ({ query: "detain* AND NOT kind:order" })),
  valid("a search without hits", "search.query", () => ({ query: "zzzzzzzz" })),
  valid("tags", "tags.list", () => ({})),
  valid("a new tag", "tags.create", (_given, door) => ({ name: `New ${door}`, color: "teal" })),
  valid("a new tag with no key", "tags.create", (_given, door) => ({ name: `Other ${door}`, key: null })),
  valid("passages", "passages.list", () => ({})),
  valid("passages of a document with words", "passages.list", ({ document, quote }) => ({ document, text: quote })),
  valid("a passage by its words", "passages.create", ({ document, quote, page }, door) => ({
    document,
    quote,
    page,
    tag: [`First ${door}`, `Second ${door}`],
    note: "a note\nof two lines",
  })),
  valid("a passage by its offsets", "passages.create", ({ document, page }) => ({
    document,
    ranges: [{ page, start: 0, end: 4 }],
  })),
  valid("a passage's note", "passages.update", ({ passage }) => ({ passage, note: "changed" })),
  valid("a passage that is a rectangle", "passages.create", ({ document, page }) => ({
    document,
    region: { page, box: [0, 0, 300, 300] },
    marks: ["hot"],
  })),
  valid("another extent", "passages.adjust", ({ passage, page }) => ({
    passage,
    ranges: [{ page, start: 0, end: 12 }],
  })),
  valid("a passage with its links", "passages.show", ({ passage }) => ({ passage })),
  valid("a part of the passages", "passages.browse", ({ document }) => ({
    document: [document],
    withoutMark: ["privileged"],
    linked: false,
    group: "tag",
    sort: "created",
    descending: true,
    limit: 5,
  })),
  valid("identifiers of passages", "passages.ids", ({ document }) => ({ document: [document] })),
  valid("many passages at once", "passages.change", ({ passage }, door) => ({
    passages: [passage],
    addTags: [`Many ${door}`],
    addMarks: ["reviewed"],
  })),
  valid("counts of the codebook", "tags.counts", () => ({})),
  valid("passages by tag and document", "tags.matrix", () => ({ below: true })),
  valid("tags that meet", "tags.together", ({ document }) => ({ document: [document] })),
  valid("briefs", "briefs.list", () => ({})),
  valid("a new brief", "briefs.create", (_given, door) => ({ title: `Brief ${door}` })),
  valid("jobs", "jobs.list", () => ({})),
  valid("steps that can be undone", "edits.history", () => ({})),
  valid("a verified case", "case.verify", () => ({})),
];

/** Calls that fail. */
export const INVALID_CASES: readonly ContractCase[] = [
  invalid("an unknown procedure", "tags.nothing", "input/unknown-procedure", () => ({}), "parser"),
  invalid("an unknown area", "nothing.list", "input/unknown-procedure", () => ({}), "parser"),
  invalid("a name of the language", "constructor", "input/unknown-procedure", () => ({}), "parser"),
  invalid("an unknown field", "tags.list", "input/invalid", () => ({ bogus: "x" }), "parser"),
  invalid("a missing field", "documents.show", "input/invalid", () => ({}), "parser"),
  invalid("a missing option", "briefs.create", "input/invalid", () => ({}), "parser"),
  invalid("a text for a number", "search.query", "input/invalid", () => ({ query: "x", limit: "many" })),
  invalid("a number out of bounds", "search.query", "input/invalid", () => ({ query: "x", limit: 0 })),
  invalid("a number that is not whole", "search.query", "input/invalid", () => ({ query: "x", offset: 1.5 })),
  invalid("a text that is blank", "search.query", "input/invalid", () => ({ query: "   " })),
  invalid("a choice that is none", "tags.create", "input/invalid", () => ({ name: "x", color: "pink" })),
  invalid("an identifier of another kind", "documents.show", "input/invalid", () => ({ document: MISSING.tag })),
  invalid("an identifier that is none", "documents.show", "input/invalid", () => ({ document: "../../etc" })),
  invalid("a structure of another shape", "passages.create", "input/invalid", ({ document }) => ({
    document,
    ranges: [{ page: 0, start: 0 }],
  })),
  invalid("fields that contradict each other", "passages.create", "input/invalid", ({ document, quote }) => ({
    document,
    quote,
    ranges: [{ page: 1, start: 0, end: 4 }],
  })),
  invalid("a filter that is no field", "search.query", "search/syntax", () => ({ query: "x", filters: ["a b"] })),
  invalid("a search that cannot be understood", "search.query", "search/syntax", () => ({ query: '"open' })),
  invalid("a document that is not there", "documents.show", "document/not-found", () => ({
    document: MISSING.document,
  })),
  invalid("a page that is not there", "documents.page", "document/no-such-page", ({ document }) => ({
    document,
    page: 9999,
  })),
  invalid("a tag that is not there", "tags.delete", "tag/not-found", () => ({ tag: MISSING.tag })),
  invalid("a place that is not there", "tags.move", "tag/not-found", () => ({ path: "Nowhere › at all" })),
  invalid("a tag merged into nothing", "tags.merge", "tag/not-found", () => ({
    from: [MISSING.tag],
    into: MISSING.tag,
  })),
  invalid("a link that is not there", "passages.unlink", "passage/link-not-found", () => ({ link: MISSING.link })),
  invalid("a passage linked to itself", "passages.link", "input/invalid", ({ passage }) => ({
    from: passage,
    to: passage,
    relation: "supports",
  })),
  invalid("a rectangle beside the page", "passages.adjust", "input/invalid", ({ passage, page }) => ({
    passage,
    region: { page, box: [-20, -20, -10, -10] },
  })),
  invalid("a day that is none", "passages.browse", "input/invalid", () => ({ createdFrom: "yesterday" })),
  invalid("words that are not there", "passages.create", "passage/quote-not-found", ({ document }) => ({
    document,
    quote: "words that nobody wrote",
  })),
  invalid("a passage that is not there", "passages.delete", "passage/not-found", () => ({ passage: MISSING.passage })),
  invalid("a brief that is not there", "briefs.show", "brief/not-found", () => ({ brief: MISSING.brief })),
  invalid("a section that is not there", "briefs.add-text", "brief/section-not-found", () => ({
    section: MISSING.section,
    text: "x",
  })),
  invalid("a block that is not there", "briefs.delete-block", "brief/block-not-found", () => ({
    block: MISSING.block,
  })),
  invalid("a job that is not there", "jobs.show", "job/not-found", () => ({ job: MISSING.job })),
  invalid(
    "a job that is not there, in a window",
    "jobs.cancel",
    "job/not-found",
    () => ({ job: MISSING.job }),
    "absent",
  ),
  invalid("a file that is not there", "documents.import", "import/path-not-found", () => ({
    paths: ["/nonexistent/file.pdf"],
  })),
  invalid("an export of what is not there", "export.brief", "brief/not-found", () => ({
    brief: MISSING.brief,
    format: "pdf",
  })),
];

function valid(
  what: string,
  procedure: string,
  input: ContractCase["input"],
  commandLine?: ContractCase["commandLine"],
): ContractCase {
  return { what, procedure, input, fails: null, ...(commandLine === undefined ? {} : { commandLine }) };
}

function invalid(
  what: string,
  procedure: string,
  fails: ErrorCode,
  input: ContractCase["input"],
  commandLine?: ContractCase["commandLine"],
): ContractCase {
  return { what, procedure, input, fails, ...(commandLine === undefined ? {} : { commandLine }) };
}
