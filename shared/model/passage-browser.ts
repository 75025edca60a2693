import { z } from "zod";
import { documentIdSchema, passageIdSchema, tagIdSchema } from "../base/ids.ts";
import { documentFieldsSchema } from "./detection.ts";
import { anchorStateSchema, passageListItemSchema, reviewMarkSchema } from "./passage.ts";
import { passageLinkSchema } from "./passage-link.ts";

/** A day (`2026-03-01`: all of it, in UTC) or a moment, ISO 8601. */
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A day, or as much of it as is known: `2026-03-01`, `2026-03`, `2026`. */
const partialDay = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, "expected a date such as 2026-03-01");

/** Fields of documents that a filter can ask for. */
export const documentFieldNameSchema = documentFieldsSchema.keyof();

/** Which passages of the case: those that meet every condition that is given. */
export const passageConditionsSchema = z.object({
  all: z.array(tagIdSchema).max(100).default([]).describe("tags: all of these"),
  any: z.array(tagIdSchema).max(1000).default([]).describe("tags: at least one of these"),
  none: z.array(tagIdSchema).max(1000).default([]).describe("tags: none of these"),
  below: z.boolean().default(true).describe("a tag stands for the tags below it too"),
  tagged: z.boolean().optional().describe("with any tag, or without"),
  document: z.array(documentIdSchema).max(10_000).default([]).describe("only passages of these documents"),
  fields: z
    .array(z.object({ field: documentFieldNameSchema, value: z.string() }))
    .max(100)
    .default([])
    .describe("fields of the document; several values of one field are alternatives"),
  documentFrom: partialDay.optional().describe("date of the document: not before"),
  documentTo: partialDay.optional().describe("date of the document: not after"),
  author: z.array(z.string()).max(100).default([]).describe("who made the passage"),
  createdFrom: moment.optional().describe("made on this day or at this moment, or later"),
  createdTo: moment.optional().describe("made on this day or at this moment, or earlier"),
  text: z.string().max(1000).optional().describe("words in the quotation or the note"),
  note: z.string().max(1000).optional().describe("words in the note"),
  mark: z.array(reviewMarkSchema).max(4).default([]).describe("marks: all of these"),
  withoutMark: z.array(reviewMarkSchema).max(4).default([]).describe("marks: none of these"),
  linked: z.boolean().optional().describe("with links to other passages, or without"),
  region: z.boolean().optional().describe("rectangles of pages, or stretches of text"),
  state: anchorStateSchema.optional().describe("those whose place was lost, or the others"),
  origin: z.enum(["here", "annotation", "contribution"]).optional().describe("where the passage comes from"),
});
/** As a use case receives it. */
export type PassageConditions = z.output<typeof passageConditionsSchema>;

/** What passages are put in order by. `place` is document, page and offset. */
export const PASSAGE_SORTS = ["place", "created", "updated", "author", "document", "date"] as const;
export const passageSortSchema = z.enum(PASSAGE_SORTS);
export type PassageSort = z.infer<typeof passageSortSchema>;

/** What passages can be brought together by. A passage with several tags or marks stands in each of their groups. */
export const PASSAGE_GROUPS = ["none", "document", "tag", "mark", "author", "day", "kind", "court"] as const;
export const passageGroupingSchema = z.enum(PASSAGE_GROUPS);
export type PassageGrouping = z.infer<typeof passageGroupingSchema>;

/** A group with the number of its rows. */
export const passageGroupSchema = z.object({
  /** Identifier of the document or tag; the mark, author, day (`2026-03-01`), kind or court; empty for those without one. */
  key: z.string(),
  /** As people know it; empty for those without one. */
  name: z.string(),
  passages: z.number().int().nonnegative(),
});
export type PassageGroup = z.infer<typeof passageGroupSchema>;

/** A row of the passage browser: a passage under one of its groups. */
export const passageRowSchema = passageListItemSchema.extend({
  /** `key` of the group; empty without groups. */
  group: z.string(),
});
export type PassageRow = z.infer<typeof passageRowSchema>;

/** A link as seen from one of its passages. */
export const linkedPassageSchema = passageLinkSchema.extend({
  /** `out`: the link goes from the passage that was asked for. Relations other than `supports` hold both ways. */
  direction: z.enum(["out", "in"]),
  other: passageListItemSchema,
});
export type LinkedPassage = z.infer<typeof linkedPassageSchema>;

/** A passage whose identifier is asked for in bulk. */
export const passageIdsSchema = z.array(passageIdSchema).min(1).max(100_000);
