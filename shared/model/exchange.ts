import { z } from "zod";
import { documentIdSchema, passageIdSchema, tagIdSchema } from "../base/ids.ts";
import {
  anchorStateSchema,
  pageRegionSchema,
  passageOriginSchema,
  reviewMarkSchema,
  textRangeSchema,
} from "./passage.ts";
import { passageLinkSchema } from "./passage-link.ts";
import { tagSchema } from "./tag.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, "expected a SHA-256 in lower-case hexadecimal");
const moment = z.iso.datetime({ offset: true });
const person = z.string().max(500);
const longText = z.string().max(1_000_000);
const count = z.number().int().nonnegative();

/** A document that passages of a contribution stand in. The hash says which; the names are for people. */
export const contributedDocumentSchema = z.object({
  sha256,
  title: z.string().max(1000),
  shortName: z.string().max(500),
  pages: count,
});
export type ContributedDocument = z.infer<typeof contributedDocumentSchema>;

export const contributedTagSchema = tagSchema.omit({ passages: true });
export type ContributedTag = z.infer<typeof contributedTagSchema>;

/** A passage by its document's hash; `tags` are those of the same file. Boxes are found anew where it is merged. */
export const contributedPassageSchema = z.object({
  passageId: passageIdSchema,
  sha256,
  quote: longText,
  prefix: z.string().max(1000),
  suffix: z.string().max(1000),
  ranges: z
    .array(textRangeSchema.extend({ label: z.string().max(500).nullable() }))
    .min(1)
    .max(1000)
    .readonly(),
  region: pageRegionSchema.nullable(),
  tags: z.array(tagIdSchema).max(1000).readonly(),
  marks: z.array(reviewMarkSchema).max(4).readonly(),
  note: longText,
  origin: passageOriginSchema.extend({ name: person }).nullable(),
  author: person,
  createdAt: moment,
  updatedAt: moment,
  state: anchorStateSchema,
});
export type ContributedPassage = z.infer<typeof contributedPassageSchema>;

/**
 * What one person's copy of a case says of its documents, to be merged into another's: docs/exchange.md. `digest` is the
 * SHA-256 of all the rest as canonical JSON.
 */
export const contributionSchema = z.object({
  format: z.literal("probative-contribution"),
  version: z.literal(1),
  program: z.string().max(200),
  caseTitle: z.string().max(1000),
  author: person,
  exportedAt: moment,
  documents: z.array(contributedDocumentSchema).max(1_000_000).readonly(),
  tags: z.array(contributedTagSchema).max(50_000).readonly(),
  passages: z.array(contributedPassageSchema).max(500_000).readonly(),
  links: z
    .array(passageLinkSchema.extend({ author: person, createdAt: moment }))
    .max(500_000)
    .readonly(),
  digest: sha256,
});
export type Contribution = z.infer<typeof contributionSchema>;

/** How two people's answers are brought together. `both` loses neither. */
export const MERGE_CHOICES = ["both", "ours", "theirs"] as const;
export const mergeChoiceSchema = z.enum(MERGE_CHOICES);
export type MergeChoice = z.infer<typeof mergeChoiceSchema>;

export const CONFLICT_KINDS = [
  "tag-name",
  "tag-description",
  "tag-examples",
  "note",
  "extent",
  "link-direction",
  "link-reason",
] as const;
export const conflictKindSchema = z.enum(CONFLICT_KINDS);
export type ConflictKind = z.infer<typeof conflictKindSchema>;

/** Two people say different things of one tag, passage or link. */
export const mergeConflictSchema = z.object({
  /** E.g. `note:pas_4k7m9x2a3qpb`: what the contribution calls it, so that a decision holds for the file. */
  id: z.string(),
  kind: conflictKindSchema,
  /** Name of the tag, or quotation of the passage. */
  subject: z.string(),
  /** Document and page; empty for a tag. */
  where: z.string(),
  ours: z.string(),
  theirs: z.string(),
  choices: z.array(mergeChoiceSchema).readonly(),
  choice: mergeChoiceSchema,
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

/** What became, or would become, of the things of one kind. `same`: nothing is left to do. */
export const mergeCountsSchema = z.object({ added: count, changed: count, same: count });
export type MergeCounts = z.infer<typeof mergeCountsSchema>;

export const mergeReportSchema = z.object({
  /** False when it was only looked at. */
  done: z.boolean(),
  contribution: contributionSchema.pick({ author: true, caseTitle: true, exportedAt: true }),
  tags: mergeCountsSchema,
  passages: mergeCountsSchema,
  links: mergeCountsSchema,
  /** Added passages whose place was not found: they are kept, with their quotation. */
  orphaned: count,
  /** Documents that are not in this case, with the passages that wait for them in the file. */
  documentsNotHere: z.array(contributedDocumentSchema.extend({ passages: count })).readonly(),
  /** Links that were left out: an end is not here, or both ends are one passage now. */
  linksLeftOut: count,
  conflicts: z.array(mergeConflictSchema).readonly(),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;

/** What a line of a codebook does to the codebook. */
export const codebookEntrySchema = z.object({
  line: z.number().int().positive(),
  path: z.string(),
  action: z.enum(["add", "change", "same"]),
});
export type CodebookEntry = z.infer<typeof codebookEntrySchema>;

/** Something about a line of a file. A `problem` stops the import, a `note` does not. */
export const lineRemarkSchema = z.object({
  line: z.number().int().positive(),
  severity: z.enum(["problem", "note"]),
  message: z.string(),
});
export type LineRemark = z.infer<typeof lineRemarkSchema>;

export const codebookReportSchema = z.object({
  done: z.boolean(),
  entries: z.array(codebookEntrySchema).readonly(),
  remarks: z.array(lineRemarkSchema).readonly(),
});
export type CodebookReport = z.infer<typeof codebookReportSchema>;

/**
 * What became of an annotation. `known`: it is here already, and is left as it is. `orphaned`: its place was not found, and
 * it is kept with its quotation.
 */
export const ANNOTATION_OUTCOMES = ["anchored", "orphaned", "known", "not-here", "unreadable"] as const;
export const annotationOutcomeSchema = z.object({
  /** Its own, or its number in the file. */
  id: z.string(),
  outcome: z.enum(ANNOTATION_OUTCOMES),
  passageId: passageIdSchema.nullable(),
  documentId: documentIdSchema.nullable(),
  /** Its quotation or note, shortened; for a document that is not here, the title of it. */
  shown: z.string(),
  /** Why; empty when there is nothing to say. */
  message: z.string(),
});
export type AnnotationOutcome = z.infer<typeof annotationOutcomeSchema>;

export const annotationReportSchema = z.object({
  done: z.boolean(),
  annotations: z.array(annotationOutcomeSchema).readonly(),
});
export type AnnotationReport = z.infer<typeof annotationReportSchema>;
