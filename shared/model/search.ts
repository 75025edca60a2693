import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { quadSchema } from "./geometry.ts";

const offset = z.number().int().nonnegative();

/** A stretch of the search as typed, in code units; end exclusive. */
export const querySpanSchema = z.object({ start: offset, end: offset });

/** Orders of a result. `relevance` is BM25 over documents, with more for words in the title and in tags. */
export const searchSortSchema = z.enum(["relevance", "date", "date-oldest", "bates", "kind", "title", "hits"]);
export type SearchSort = z.infer<typeof searchSortSchema>;

/** How a search is read, besides its text: what a saved search and a certificate keep. */
export const searchOptionsSchema = z.object({
  stemming: z.boolean().default(true).describe("also find other forms of a word (English, Spanish, French)"),
  synonyms: z.boolean().default(true).describe("also find the synonyms of the case"),
  confident: z.boolean().default(false).describe("leave out hits in words that OCR was not sure of"),
  without: z
    .array(z.string().max(300))
    .max(1000)
    .default([])
    .describe("forms that are not to be found, each as word>form, e.g. detain>detainee"),
  filters: z
    .array(z.string().max(300))
    .max(100)
    .default([])
    .describe("fields, e.g. kind:order; those of one field add to each other, those of different fields narrow"),
});
export type SearchOptions = z.infer<typeof searchOptionsSchema>;

/** A search as it is asked, saved and certified. */
export const searchRequestSchema = searchOptionsSchema.extend({ query: z.string().trim().min(1).max(4000) });
export type SearchRequest = z.infer<typeof searchRequestSchema>;

/** A hit: offsets into the page's text, and the boxes that it covers on the page. */
export const searchHitSchema = z.object({
  start: offset,
  end: offset,
  quads: z.array(quadSchema).readonly(),
  /** The hit began on the page before, or goes on on the next one: its parts count as one. */
  continues: z.enum(["no", "from-page-before", "on-next-page"]),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** A page with hits. Marks in `snippet` are offsets into the snippet itself. */
export const searchResultPageSchema = z.object({
  documentId: documentIdSchema,
  page: z.number().int().positive(),
  label: z.string().nullable(),
  snippet: z.string(),
  snippetMarks: z.array(z.object({ start: z.number().int(), end: z.number().int() })).readonly(),
  hits: z.array(searchHitSchema).readonly(),
});
export type SearchResultPage = z.infer<typeof searchResultPageSchema>;

/** A document of a result. */
export const searchGroupSchema = z.object({
  documentId: documentIdSchema,
  title: z.string(),
  shortName: z.string(),
  kind: z.string().nullable(),
  date: z.string().nullable(),
  court: z.string().nullable(),
  ecfNumber: z.string().nullable(),
  batesBegin: z.string().nullable(),
  batesEnd: z.string().nullable(),
  language: z.string().nullable(),
  /** Pages with hits, 1-based, ascending: where the hits stand in the document. Empty when fields alone were asked for. */
  matchingPages: z.array(z.number().int().positive()).readonly(),
  totalPages: z.number().int().nonnegative(),
  hits: z.number().int().nonnegative(),
  /** Higher is better. */
  score: z.number(),
  /** Its best pages, in page order; a document found by fields alone shows its first page without hits. */
  pages: z.array(searchResultPageSchema).readonly(),
});
export type SearchGroup = z.infer<typeof searchGroupSchema>;

/** Counts of matching documents by a field. A field's own filters do not narrow its counts. */
export const searchFacetSchema = z.object({
  field: z.enum(["kind", "court", "year", "language", "read-how", "tag", "author"]),
  values: z
    .array(
      z.object({
        /** As people read it. */
        label: z.string(),
        /** The filter that it stands for, e.g. `kind:order`. */
        filter: z.string(),
        documents: z.number().int().nonnegative(),
        chosen: z.boolean(),
      }),
    )
    .readonly(),
  /** Values beyond those listed. */
  more: z.number().int().nonnegative(),
});
export type SearchFacet = z.infer<typeof searchFacetSchema>;

/** A term that a word of the search stands for. */
export const expandedFormSchema = z.object({
  /** As it stands in texts, without case; with its accents only where they were asked for. */
  form: z.string(),
  reason: z.enum(["typed", "accent", "stem", "wildcard", "fuzzy", "synonym"]),
  documents: z.number().int().nonnegative(),
  hits: z.number().int().nonnegative(),
  /** Taken out by `without`. */
  excluded: z.boolean(),
});
export type ExpandedForm = z.infer<typeof expandedFormSchema>;

/** What a word, phrase, field or expression of the search came to. */
export const explainedLeafSchema = z.object({
  /** As it was typed. */
  source: z.string(),
  at: querySpanSchema,
  /** In words: “detain, and its other forms”. */
  words: z.string(),
  /** Terms that it stands for, most hits first, at most 200; only of words, wildcards and fuzzy words. */
  forms: z.array(expandedFormSchema).readonly(),
  /** Forms beyond those listed. */
  moreForms: z.number().int().nonnegative(),
  /** Documents that it alone is met in, and its hits in them; null where that is not known before the whole is. */
  documents: z.number().int().nonnegative().nullable(),
  hits: z.number().int().nonnegative().nullable(),
});
export type ExplainedLeaf = z.infer<typeof explainedLeafSchema>;

/** The search as a tree; leaves carry the place of their explanation in `leaves`. */
export interface ExplainedNode {
  readonly label: string;
  readonly leaf: number | null;
  readonly children: readonly ExplainedNode[];
}
export const explainedNodeSchema: z.ZodType<ExplainedNode> = z.lazy(() =>
  z.object({
    label: z.string(),
    leaf: z.number().int().nonnegative().nullable(),
    children: z.array(explainedNodeSchema).readonly(),
  }),
);

/** How a search was read. */
export const searchExplanationSchema = z.object({
  /** One sentence. */
  words: z.string(),
  tree: explainedNodeSchema,
  leaves: z.array(explainedLeafSchema).readonly(),
  /** What was read otherwise than it may have been meant. */
  notices: z.array(z.object({ message: z.string(), at: querySpanSchema })).readonly(),
  /** Synonyms that were applied: the word or phrase, and what stands for it. */
  synonyms: z.array(z.object({ source: z.string(), others: z.array(z.string()).readonly() })).readonly(),
});
export type SearchExplanation = z.infer<typeof searchExplanationSchema>;

/** Why counts are not of the whole: a regular expression ran out of time. Null when they are exact. */
export const incompleteSearchSchema = z.object({
  message: z.string(),
  /** Pages that were looked at, of those that had to be. */
  pagesDone: z.number().int().nonnegative(),
  pagesInAll: z.number().int().nonnegative(),
});

/** The answer to a search. Counts cover everything; `groups` holds the documents that were asked for. */
export const searchAnswerSchema = z.object({
  documents: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  hits: z.number().int().nonnegative(),
  groups: z.array(searchGroupSchema).readonly(),
  /** Null unless asked for. */
  facets: z.array(searchFacetSchema).readonly().nullable(),
  explanation: searchExplanationSchema,
  incomplete: incompleteSearchSchema.nullable(),
  tookMs: z.number().nonnegative(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** Hits of one document, page by page. */
export const documentHitsSchema = z.object({
  /** Pages with hits in all. */
  matchingPages: z.array(z.number().int().positive()).readonly(),
  hits: z.number().int().nonnegative(),
  /** Those that were asked for, ascending. */
  pages: z.array(searchResultPageSchema).readonly(),
});
export type DocumentHits = z.infer<typeof documentHitsSchema>;
