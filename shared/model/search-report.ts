import { z } from "zod";
import {
  briefIdSchema,
  documentIdSchema,
  passageIdSchema,
  savedSearchIdSchema,
  searchCertificateIdSchema,
  synonymIdSchema,
} from "../base/ids.ts";
import { searchOptionsSchema, searchRequestSchema } from "./search.ts";

const count = z.number().int().nonnegative();
/** Names by which one thing goes in a case: a search for one finds all. At least two; compared without case and accents. */
export const synonymGroupSchema = z.object({
  synonymId: synonymIdSchema,
  /** Words or phrases, the first the one that it is listed by. */
  names: z.array(z.string().min(1).max(300)).min(2).max(50).readonly(),
});
export type SynonymGroup = z.infer<typeof synonymGroupSchema>;

/** A search that was kept. */
export const savedSearchSchema = z.object({
  savedSearchId: savedSearchIdSchema,
  /** Unique in the case, without regard to case. */
  name: z.string(),
  search: searchRequestSchema,
  createdAt: z.string(),
  /** When its result was last looked at; null before the first time. */
  lookedAt: z.string().nullable(),
  /** Result when it was last looked at; null before the first time. */
  seen: z.object({ documents: count, hits: count }).nullable(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** A saved search with what there is now. */
export const savedSearchStateSchema = savedSearchSchema.extend({
  now: z.object({ documents: count, hits: count }).nullable(),
  /** Documents that were not found when it was last looked at, or have more hits now. */
  newDocuments: z.array(documentIdSchema).readonly(),
  /** Documents that were found then and are not now. */
  lostDocuments: z.array(documentIdSchema).readonly(),
  /** Why it cannot be made now (its text no longer reads, a synonym is gone); null otherwise. */
  problem: z.string().nullable(),
});
export type SavedSearchState = z.infer<typeof savedSearchStateSchema>;

/** One line of a term list. */
export const termReportLineSchema = z.object({
  /** Line in the list, from 1. */
  line: z.number().int().positive(),
  query: z.string(),
  /** What is wrong with the line, and where in it; then all figures are 0. */
  problem: z.object({ message: z.string(), offset: count.nullable() }).nullable(),
  documents: count,
  pages: count,
  hits: count,
  /** Documents that no other line of the list finds. */
  uniqueDocuments: count,
  /** Hits in them. */
  uniqueHits: count,
  /** Documents with their messages and all attachments of these; what lies beside them in an archive did not come with them. */
  withFamilies: count,
});
export type TermReportLine = z.infer<typeof termReportLineSchema>;

/** What a list of searches found. */
export const termReportSchema = z.object({
  options: searchOptionsSchema,
  lines: z.array(termReportLineSchema).readonly(),
  /** Of all lines together. */
  documents: count,
  withFamilies: count,
  /** Documents of the case. */
  allDocuments: count,
  madeAt: z.string(),
});
export type TermReport = z.infer<typeof termReportSchema>;

/** What was searched, and what could not be. */
export const indexStateSchema = z.object({
  documents: count,
  /** Files that were met by imports: `imported + duplicate + failed + skipped + pending`. */
  files: z.object({ imported: count, duplicate: count, failed: count, skipped: count, pending: count }),
  pages: count,
  pagesWithoutText: count,
  pagesByOcr: count,
  /** Pages that wait for OCR, failed in it, or are off. */
  pagesUnread: count,
  /** Pages by OCR whose mean confidence is under 80. */
  pagesLowConfidence: count,
  /** Places where text lies hidden under a cover and is kept out of the search. */
  hiddenPlaces: count,
  /** Documents that changed under the index and wait to be read anew. */
  documentsOutdated: count,
});
export type IndexState = z.infer<typeof indexStateSchema>;

/**
 * What a search found, and in what, so that it can be defended: above all that it found nothing. `catalogueDigest` is the
 * SHA-256 over the lines `documentId sha256 pages\n` of all documents, sorted.
 */
export const searchCertificateSchema = z.object({
  format: z.literal("probative-search-certificate"),
  version: z.literal(1),
  certificateId: searchCertificateIdSchema,
  caseTitle: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  program: z.string(),
  search: searchRequestSchema,
  /** The search in words. */
  words: z.string(),
  /** Every term that was looked for, with its count: of each word of the search. */
  expansions: z
    .array(
      z.object({
        source: z.string(),
        forms: z
          .array(z.object({ form: z.string(), reason: z.string(), hits: count, excluded: z.boolean() }))
          .readonly(),
      }),
    )
    .readonly(),
  synonyms: z.array(z.object({ source: z.string(), others: z.array(z.string()).readonly() })).readonly(),
  index: indexStateSchema,
  result: z.object({
    documents: count,
    pages: count,
    hits: count,
    /** False when a regular expression ran out of time. */
    complete: z.boolean(),
  }),
  catalogueDigest: z.string(),
  /** Head of the custody journal before the certificate was entered. */
  journalHead: z.string(),
});
export type SearchCertificate = z.infer<typeof searchCertificateSchema>;

/** A certificate made again: what differs. */
export const certificateComparisonSchema = z.object({
  before: searchCertificateSchema,
  now: searchCertificateSchema,
  /** In words; empty when nothing differs but the time. */
  differences: z.array(z.string()).readonly(),
  /** The certificate that was given is one that this case's journal knows, unchanged. */
  journaled: z.boolean(),
});
export type CertificateComparison = z.infer<typeof certificateComparisonSchema>;

/** A hit outside of documents: in what people wrote. */
export const writtenHitSchema = z.object({
  where: z.enum(["passage", "note", "brief"]),
  passageId: passageIdSchema.nullable(),
  briefId: briefIdSchema.nullable(),
  /** Document of the passage; null for a brief. */
  documentId: documentIdSchema.nullable(),
  /** Citation of the passage, or title of the brief. */
  title: z.string(),
  snippet: z.string(),
  snippetMarks: z.array(z.object({ start: count, end: count })).readonly(),
  hits: count,
});
export type WrittenHit = z.infer<typeof writtenHitSchema>;

/** How much around a hit becomes a passage; `words` is the hit itself. */
export const hitExtentSchema = z.enum(["sentence", "words", "paragraph"]);
export type HitExtent = z.infer<typeof hitExtentSchema>;

/** What tagging all hits would make, or made. */
export const taggedHitsSchema = z.object({
  documents: count,
  hits: count,
  /** Passages to be made; hits in one extent share a passage. */
  passages: count,
  /** Of these, passages that exist already and only get the tags. */
  existing: count,
  /** The first of them, as they would read. */
  samples: z
    .array(z.object({ documentId: documentIdSchema, page: z.number().int().positive(), quote: z.string() }))
    .readonly(),
});
export type TaggedHits = z.infer<typeof taggedHitsSchema>;
