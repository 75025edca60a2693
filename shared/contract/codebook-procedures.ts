import { z } from "zod";
import { documentIdSchema, passageIdSchema, passageLinkIdSchema, tagIdSchema } from "../base/ids.ts";
import { placeCountsSchema, tagCooccurrenceSchema, tagMatrixSchema } from "../model/codebook.ts";
import { pageRegionSchema, passageListItemSchema, reviewMarkSchema, textRangeSchema } from "../model/passage.ts";
import {
  linkedPassageSchema,
  passageConditionsSchema,
  passageGroupingSchema,
  passageGroupSchema,
  passageIdsSchema,
  passageRowSchema,
  passageSortSchema,
} from "../model/passage-browser.ts";
import { passageLinkSchema, passageRelationSchema } from "../model/passage-link.ts";
import { tagColorSchema, tagNameSchema, tagSchema } from "../model/tag.ts";
import { defineProcedure } from "./define.ts";
import { exportedFileSchema } from "./writing-procedures.ts";

const path = tagNameSchema.describe("path of a place in the codebook, such as 'Payment › Amount'");
const tags = z.object({ tags: z.array(tagSchema).readonly() });
const below = z.boolean().default(false).describe("count passages of the tags below a tag with it");

/** What is done to the codebook as a whole. What is said of one tag: see `tagProcedures`. */
export const codebookProcedures = {
  "tags.counts": defineProcedure({
    kind: "query",
    summary: "How many passages each place of the codebook has, alone and with those below it",
    scope: "case",
    input: z.object({}),
    output: z.object({
      counts: z.array(placeCountsSchema).readonly(),
      /** Passages with a tag, and without. */
      tagged: z.number().int().nonnegative(),
      untagged: z.number().int().nonnegative(),
    }),
    errors: [],
    commandLine: {},
  }),
  "tags.rename": defineProcedure({
    kind: "command",
    summary: "Give a place of the codebook another path; what stands below it goes with it",
    scope: "case",
    input: z.object({ path, name: tagNameSchema.describe("the whole new path") }),
    output: tags,
    errors: ["tag/not-found", "tag/name-taken", "tag/below-itself"],
    commandLine: { positional: ["path", "name"] },
  }),
  "tags.move": defineProcedure({
    kind: "command",
    summary: "Move a place of the codebook, with all below it, under another one or among its siblings",
    scope: "case",
    input: z.object({
      path,
      under: tagNameSchema.nullable().default(null).describe("path of the place above; the top when absent"),
      before: tagNameSchema.optional().describe("path of the sibling that comes next; at the end when absent"),
    }),
    output: tags,
    errors: ["tag/not-found", "tag/name-taken", "tag/below-itself"],
    commandLine: { positional: ["path"] },
  }),
  "tags.merge": defineProcedure({
    kind: "command",
    summary: "Merge tags into one: it gets their passages, and they are gone; tags below them stay",
    scope: "case",
    input: z.object({
      from: z.array(tagIdSchema).min(1).max(1000).describe("tags that will be gone"),
      into: tagIdSchema.describe("the tag that stays"),
    }),
    output: z.object({ tag: tagSchema, passages: z.number().int().nonnegative() }),
    errors: ["tag/not-found"],
    commandLine: {},
  }),
  "tags.split": defineProcedure({
    kind: "command",
    summary: "Split a tag: some of its passages go to a new tag",
    scope: "case",
    input: z.object({
      tag: tagIdSchema,
      passages: passageIdsSchema.describe("passages of the tag that go to the new one"),
      name: tagNameSchema.describe("path of the new tag"),
      color: tagColorSchema.optional(),
    }),
    output: z.object({ tag: tagSchema, passages: z.number().int().nonnegative() }),
    errors: ["tag/not-found", "tag/name-taken", "passage/not-found"],
    commandLine: { positional: ["tag"] },
  }),
  "tags.archive": defineProcedure({
    kind: "command",
    summary: "Archive a place of the codebook with all below it: not offered for tagging; its passages stay",
    scope: "case",
    input: z.object({ path }),
    output: tags,
    errors: ["tag/not-found"],
    commandLine: { positional: ["path"] },
  }),
  "tags.unarchive": defineProcedure({
    kind: "command",
    summary: "Offer a place of the codebook, with all below it, for tagging again",
    scope: "case",
    input: z.object({ path }),
    output: tags,
    errors: ["tag/not-found"],
    commandLine: { positional: ["path"] },
  }),
  "tags.matrix": defineProcedure({
    kind: "query",
    summary: "Passages by tag and document",
    scope: "case",
    input: z.object({
      below,
      document: z.array(documentIdSchema).max(10_000).default([]).describe("only these documents; all when none"),
    }),
    output: tagMatrixSchema,
    errors: [],
    commandLine: {},
  }),
  "tags.together": defineProcedure({
    kind: "query",
    summary: "How often two tags stand on one passage",
    scope: "case",
    input: z.object({
      below,
      document: z.array(documentIdSchema).max(10_000).default([]).describe("only these documents; all when none"),
    }),
    output: tagCooccurrenceSchema,
    errors: [],
    commandLine: {},
  }),
};

/** What is done to passages beyond making one and changing it: see `passageProcedures`. */
export const passageWorkProcedures = {
  "passages.browse": defineProcedure({
    kind: "query",
    summary: "Passages that meet conditions, in order and in groups, a part of them at a time",
    scope: "case",
    input: passageConditionsSchema.extend({
      sort: passageSortSchema.default("place"),
      descending: z.boolean().default(false),
      group: passageGroupingSchema.default("none"),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().nonnegative().max(1000).default(100),
    }),
    output: z.object({
      /** Each counted once. */
      total: z.number().int().nonnegative(),
      documents: z.number().int().nonnegative(),
      /** Rows of all groups: a passage with two tags is two rows when grouped by tag. */
      rows: z.number().int().nonnegative(),
      /** In the order in which they are shown; empty without groups. */
      groups: z.array(passageGroupSchema).readonly(),
      /** Rows `offset` to `offset + limit`, group after group. */
      passages: z.array(passageRowSchema).readonly(),
    }),
    errors: [],
    commandLine: {},
  }),
  "passages.ids": defineProcedure({
    kind: "query",
    summary: "Identifiers of all passages that meet conditions, in the order of documents and pages",
    scope: "case",
    input: passageConditionsSchema,
    output: z.object({ passages: z.array(passageIdSchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "passages.show": defineProcedure({
    kind: "query",
    summary: "A passage with its links to others, in both directions",
    scope: "case",
    input: z.object({ passage: passageIdSchema }),
    output: z.object({ passage: passageListItemSchema, links: z.array(linkedPassageSchema).readonly() }),
    errors: ["passage/not-found"],
    commandLine: { positional: ["passage"] },
  }),
  "passages.adjust": defineProcedure({
    kind: "command",
    summary: "Change what a passage spans; its quotation, context and addresses are taken anew",
    scope: "case",
    input: z
      .object({
        passage: passageIdSchema,
        quote: z.string().min(1).max(100_000).optional().describe("the words that it spans from now on"),
        page: z.number().int().positive().optional().describe("page on which the quotation starts"),
        ranges: z.array(textRangeSchema).min(1).max(100).optional().describe("offsets instead of a quotation"),
        region: pageRegionSchema.optional().describe("rectangle of a page instead of a quotation"),
      })
      .refine(({ quote, ranges, region }) => [quote, ranges, region].filter((way) => way !== undefined).length === 1, {
        message: "give one of: a quotation, ranges, a region",
      }),
    output: passageListItemSchema,
    errors: [
      "passage/not-found",
      "document/no-such-page",
      "passage/quote-not-found",
      "passage/quote-ambiguous",
      "passage/empty-selection",
    ],
    commandLine: { positional: ["passage"] },
  }),
  "passages.change": defineProcedure({
    kind: "command",
    summary: "Tag, untag and mark many passages in one step",
    scope: "case",
    input: z.object({
      passages: passageIdsSchema,
      addTags: z.array(tagNameSchema).max(50).default([]).describe("names of tags; a new name creates the tag"),
      removeTags: z.array(tagNameSchema).max(50).default([]).describe("names of tags"),
      addMarks: z.array(reviewMarkSchema).max(4).default([]),
      removeMarks: z.array(reviewMarkSchema).max(4).default([]),
    }),
    output: z.object({ changed: z.number().int().nonnegative() }),
    errors: ["passage/not-found", "tag/not-found", "tag/archived"],
    commandLine: { positional: ["passages"] },
  }),
  "passages.delete-many": defineProcedure({
    kind: "command",
    summary: "Delete many passages in one step; quotations of them in briefs are then shown as missing",
    scope: "case",
    input: z.object({ passages: passageIdsSchema }),
    output: z.object({ deleted: z.number().int().nonnegative() }),
    errors: ["passage/not-found"],
    commandLine: { positional: ["passages"] },
  }),
  "passages.link": defineProcedure({
    kind: "command",
    summary: "Link two passages, with the reason",
    scope: "case",
    input: z.object({
      from: passageIdSchema,
      to: passageIdSchema,
      relation: passageRelationSchema,
      reason: passageLinkSchema.shape.reason.default(""),
    }),
    output: passageLinkSchema,
    errors: ["passage/not-found", "passage/link-exists"],
    commandLine: { positional: ["from", "to"] },
  }),
  "passages.update-link": defineProcedure({
    kind: "command",
    summary: "Change the relation, the direction or the reason of a link between passages",
    scope: "case",
    input: z.object({
      link: passageLinkIdSchema,
      relation: passageRelationSchema.optional(),
      reason: passageLinkSchema.shape.reason.optional(),
      reverse: z.boolean().default(false).describe("let it go the other way"),
    }),
    output: passageLinkSchema,
    errors: ["passage/link-not-found", "passage/link-exists"],
    commandLine: { positional: ["link"] },
  }),
  "passages.unlink": defineProcedure({
    kind: "command",
    summary: "Remove a link between passages",
    scope: "case",
    input: z.object({ link: passageLinkIdSchema }),
    output: z.object({}),
    errors: ["passage/link-not-found"],
    commandLine: { positional: ["link"] },
  }),
  "export.passages": defineProcedure({
    kind: "command",
    summary: "Write passages as CSV, JSON or Markdown: those that meet conditions, or chosen ones",
    scope: "case",
    input: passageConditionsSchema.extend({
      passages: passageIdsSchema.optional().describe("chosen passages, in this order; conditions are then passed over"),
      sort: passageSortSchema.default("place"),
      descending: z.boolean().default(false),
      format: z.enum(["csv", "json", "md"]),
      out: z.string().min(1).optional().describe("file to write; in the case's exports folder when absent"),
      overwrite: z.boolean().default(false).describe("replace a file that stands there already"),
    }),
    output: exportedFileSchema,
    errors: ["passage/not-found", "export/exists", "export/not-writable", "export/no-space"],
    commandLine: {},
  }),
};
