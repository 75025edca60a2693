import type { DocumentKind } from "../../model/detection.ts";
import type { SourceFormat } from "../../model/format.ts";

/** A stretch of the search as it was typed, in code units; end exclusive. */
export interface QuerySpan {
  readonly start: number;
  readonly end: number;
}

/**
 * How one word of a text is met. Words are compared by their folds (`foldToken`: no case, no accents), save where
 * `strict` says otherwise.
 */
export type WordPattern =
  | {
      readonly kind: "word";
      /** One token as typed, in NFC. */
      readonly text: string;
      /** Its other forms (stems) and its synonyms are met too: false after `=` and in a phrase. */
      readonly forms: boolean;
      /** Letters that were typed with an accent are met only with that accent: after `=`, when it has any. */
      readonly strict: boolean;
    }
  | {
      readonly kind: "wildcard";
      /** Folded letters and digits with `*` (none or more of them) and `?` (exactly one); at least one is neither. */
      readonly pattern: string;
    }
  | {
      readonly kind: "fuzzy";
      readonly text: string;
      /** Letters that may be added, dropped, replaced, or exchanged with their neighbour (Damerau–Levenshtein, optimal string alignment). */
      readonly distance: 1 | 2;
    };

/** Numbers or dates from `from` to `to`, both included; null leaves an end open. At least one is given. */
export interface OpenRange<T> {
  readonly from: T | null;
  readonly to: T | null;
}

/** What a document or page must have besides words. Which of the two it is said of stands in `FIELD_SCOPE`. */
export type FieldCondition =
  | { readonly field: "kind"; readonly kind: DocumentKind }
  | { readonly field: "format"; readonly format: SourceFormat }
  | {
      /** `from` and `to` are a message's headers; `case` the docket number; `name` the short name and the name of the file. */
      readonly field: "title" | "court" | "case" | "ecf" | "author" | "from" | "to" | "name" | "source";
      /** The words must stand in it in this order, next to each other. `*` alone (any value) is an empty list. */
      readonly words: readonly WordPattern[];
    }
  /** Ends are partial dates (`2025`, `2025-03`, `2025-03-15`); a document without a date meets none. */
  | { readonly field: "date"; readonly range: OpenRange<string> }
  /** The day that the court stamped on the page. */
  | { readonly field: "filed"; readonly range: OpenRange<string> }
  | { readonly field: "pages"; readonly range: OpenRange<number> }
  | { readonly field: "bates"; readonly prefix: string; readonly range: OpenRange<number> }
  /** Words of the tag's name, next to each other; an empty list is any tag. */
  | { readonly field: "tag"; readonly words: readonly WordPattern[] }
  /** Words of the note of a passage, next to each other; an empty list is any note. */
  | { readonly field: "note"; readonly words: readonly WordPattern[] }
  /** ISO 639-3. */
  | { readonly field: "language"; readonly language: string }
  /** In the usual form, e.g. `(b)(6)`, `(b)(7)(C)`, `1.4(c)`; met by what it begins. Null is any. */
  | { readonly field: "exemption"; readonly code: string | null }
  /** Currency is ISO 4217; null is any. */
  | { readonly field: "amount"; readonly currency: string | null; readonly range: OpenRange<number> }
  | { readonly field: "has"; readonly what: "ocr" | "redaction" | "hidden" | "passage" | "attachment" | "text" }
  /** Mean confidence of a page's OCR, 0 to 100. */
  | { readonly field: "confidence"; readonly range: OpenRange<number> };

export type FieldName = FieldCondition["field"];

/**
 * Whether a field is said of a document or of a page. A page's field holds for a document when one of its pages has it;
 * inside of `page:( )` it must be that page. `has:attachment` is the exception: it is said of a document.
 */
export const FIELD_SCOPE: Readonly<Record<FieldName, "document" | "page">> = {
  kind: "document",
  format: "document",
  title: "document",
  court: "document",
  case: "document",
  ecf: "document",
  author: "document",
  from: "document",
  to: "document",
  name: "document",
  source: "document",
  date: "document",
  pages: "document",
  filed: "page",
  bates: "page",
  tag: "page",
  note: "page",
  language: "page",
  exemption: "page",
  amount: "page",
  has: "page",
  confidence: "page",
};

/** A word, or one of several that a single place of the text may have. */
export interface WordNode {
  readonly kind: "word";
  readonly word: WordPattern;
  readonly at: QuerySpan;
}

/** Words that follow each other, at least two, each with its place in the search. */
export interface PhraseNode {
  readonly kind: "phrase";
  readonly words: readonly WordNode[];
  readonly at: QuerySpan;
}

/**
 * Two things near each other: between the end of one and the begin of the other lie fewer than `distance` words, so that
 * neighbours are 1 apart. With `ordered` the left one comes first. Operands never overlap.
 */
export interface NearNode {
  readonly kind: "near";
  readonly left: QueryNode;
  readonly right: QueryNode;
  readonly distance: number;
  readonly ordered: boolean;
  readonly at: QuerySpan;
}

/** The places of `left` that have no place of `right` so near. */
export interface NotNearNode extends Omit<NearNode, "kind"> {
  readonly kind: "not-near";
}

/** A regular expression (ECMAScript, flags `iu`) over the text of each page, in which every stretch of white space is one space. */
export interface RegexNode {
  readonly kind: "regex";
  readonly pattern: string;
  readonly at: QuerySpan;
}

export interface FieldNode {
  readonly kind: "field";
  readonly condition: FieldCondition;
  readonly at: QuerySpan;
}

/** All of it on one page, which is searched as if it were a document of its own. */
export interface PageNode {
  readonly kind: "page";
  readonly node: QueryNode;
  readonly at: QuerySpan;
}

/**
 * A parsed search over documents. `and` and `or` have at least two members and never hold their own kind. `not` stands
 * only as a member of an `and` that has a member that is not a `not`, and never holds another `not` directly. Inside of
 * `near` and `not-near` stand only words, phrases, `or` of them, `near`, `not-near`, and on at most one side of a `near`
 * an `and` of them. `page` never stands inside of `page`.
 */
export type QueryNode =
  | WordNode
  | PhraseNode
  | RegexNode
  | FieldNode
  | NearNode
  | NotNearNode
  | PageNode
  | { readonly kind: "and"; readonly nodes: readonly QueryNode[]; readonly at: QuerySpan }
  | { readonly kind: "or"; readonly nodes: readonly QueryNode[]; readonly at: QuerySpan }
  | { readonly kind: "not"; readonly node: QueryNode; readonly at: QuerySpan };

/** The farthest that two words may be apart in `w/n`. */
export const DISTANCE_MAX = 1000;

/** Something in the search that was read otherwise than it may have been meant, or passed over: said, not an error. */
export interface QueryNotice {
  readonly message: string;
  readonly at: QuerySpan;
}

/** Why a search could not be read: what to do, in plain words, and where (code units into the search). */
export interface QuerySyntaxError {
  readonly message: string;
  readonly offset: number;
}

/** A search that was read. */
export interface ParsedQuery {
  readonly node: QueryNode;
  readonly notices: readonly QueryNotice[];
}
