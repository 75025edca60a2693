import type { FILES } from "#fixtures/known-answers.ts";
import type { Synonyms } from "#shared/text/query/apply-synonyms.ts";
import type { WrittenDocument } from "./written-documents.ts";

/** A document of the cases: a file of the sample matter, or one that was written for them. */
export type CaseDocument = keyof typeof FILES | WrittenDocument;

/** What a search finds in one document. */
export interface ExpectedDocument {
  readonly document: CaseDocument;
  /** Pages (from 1) on which a hit begins. */
  readonly pages: readonly number[];
  /** The hits in the order of the text, white space as single spaces; a hit over a page break with ` | ` at the break. */
  readonly hits: readonly string[];
}

/** One search over all documents of the cases, and everything that it finds: what is not named is not found. */
export interface SearchCase {
  /** Which expectation of those who search it stands for. */
  readonly about: string;
  readonly query: string;
  /** False to find words only as they were typed. */
  readonly stemming?: boolean;
  readonly synonyms?: readonly Synonyms[];
  readonly finds: readonly ExpectedDocument[];
}
