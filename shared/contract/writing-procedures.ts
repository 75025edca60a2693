import { z } from "zod";
import {
  blockIdSchema,
  briefIdSchema,
  documentIdSchema,
  jobIdSchema,
  passageIdSchema,
  sectionIdSchema,
  tagIdSchema,
} from "../base/ids.ts";
import { briefDetailSchema, briefSummarySchema } from "../model/brief.ts";
import { pageRegionSchema, passageListItemSchema, reviewMarkSchema, textRangeSchema } from "../model/passage.ts";
import { tagColorSchema, tagNameSchema, tagSchema, tagTextSchema } from "../model/tag.ts";
import { defineProcedure } from "./define.ts";

const note = z.string().max(100_000);
const marks = z.array(reviewMarkSchema).max(4).default([]);
const position = z.number().int().nonnegative().describe("0-based place; at the end when absent");
const heading = z.string().trim().max(500);
const blockText = z.string().max(1_000_000);

export const tagProcedures = {
  "tags.list": defineProcedure({
    kind: "query",
    summary: "Tags of the case with the number of passages of each",
    scope: "case",
    input: z.object({}),
    output: z.object({ tags: z.array(tagSchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "tags.create": defineProcedure({
    kind: "command",
    summary: "Create a tag",
    scope: "case",
    input: z.object({
      name: tagNameSchema,
      color: tagColorSchema.optional(),
      key: z.number().int().min(1).max(9).nullable().optional().describe("number key 1–9"),
      description: tagTextSchema.optional().describe("what it is given to"),
      examples: tagTextSchema.optional().describe("passages it is given to, and such it is not"),
    }),
    output: tagSchema,
    errors: ["tag/name-taken", "tag/key-taken"],
    commandLine: { positional: ["name"] },
  }),
  "tags.update": defineProcedure({
    kind: "command",
    summary: "Change a tag's name (those below it go with it), colour, number key, description or examples",
    scope: "case",
    input: z.object({
      tag: tagIdSchema,
      name: tagNameSchema.optional(),
      color: tagColorSchema.optional(),
      key: z.number().int().min(1).max(9).nullable().optional(),
      description: tagTextSchema.optional(),
      examples: tagTextSchema.optional(),
    }),
    output: tagSchema,
    errors: ["tag/not-found", "tag/name-taken", "tag/key-taken", "tag/below-itself"],
    commandLine: { positional: ["tag"] },
  }),
  "tags.delete": defineProcedure({
    kind: "command",
    summary: "Delete a tag; its passages stay",
    scope: "case",
    input: z.object({ tag: tagIdSchema }),
    output: z.object({}),
    errors: ["tag/not-found"],
    commandLine: { positional: ["tag"] },
  }),
};

export const passageProcedures = {
  "passages.create": defineProcedure({
    kind: "command",
    summary: "Tag a passage: found by its quotation, given by its offsets, or a rectangle of a page",
    scope: "case",
    input: z
      .object({
        document: documentIdSchema,
        quote: z.string().min(1).max(100_000).optional().describe("the words as they stand in the document"),
        page: z.number().int().positive().optional().describe("page on which the quotation starts"),
        ranges: z.array(textRangeSchema).min(1).max(100).optional().describe("offsets instead of a quotation"),
        region: pageRegionSchema.optional().describe("rectangle of a page instead of a quotation"),
        tag: z.array(tagNameSchema).max(50).default([]).describe("names of tags; a new name creates the tag"),
        note: note.default(""),
        marks,
      })
      .refine(({ quote, ranges, region }) => [quote, ranges, region].filter((way) => way !== undefined).length === 1, {
        message: "give one of: a quotation, ranges, a region",
      }),
    output: passageListItemSchema,
    errors: [
      "document/not-found",
      "document/no-such-page",
      "passage/quote-not-found",
      "passage/quote-ambiguous",
      "passage/empty-selection",
      "tag/archived",
    ],
    commandLine: {},
  }),
  "passages.list": defineProcedure({
    kind: "query",
    summary: "Passages in the order of documents and pages",
    scope: "case",
    input: z.object({
      document: documentIdSchema.optional(),
      tag: z.array(tagIdSchema).default([]).describe("only passages with all of these tags"),
      text: z.string().max(1000).optional().describe("words in the quotation or the note"),
    }),
    output: z.object({ passages: z.array(passageListItemSchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "passages.update": defineProcedure({
    kind: "command",
    summary: "Change a passage's note, tags or marks",
    scope: "case",
    input: z.object({
      passage: passageIdSchema,
      note: note.optional(),
      tag: z.array(tagNameSchema).max(50).optional().describe("all its tags from now on, by name"),
      marks: marks.removeDefault().optional().describe("all its marks from now on"),
    }),
    output: passageListItemSchema,
    errors: ["passage/not-found", "tag/archived"],
    commandLine: { positional: ["passage"] },
  }),
  "passages.delete": defineProcedure({
    kind: "command",
    summary: "Delete a passage; quotations of it in briefs are then shown as missing",
    scope: "case",
    input: z.object({ passage: passageIdSchema }),
    output: z.object({}),
    errors: ["passage/not-found"],
    commandLine: { positional: ["passage"] },
  }),
};

export const briefProcedures = {
  "briefs.list": defineProcedure({
    kind: "query",
    summary: "Briefs of the case",
    scope: "case",
    input: z.object({}),
    output: z.object({ briefs: z.array(briefSummarySchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "briefs.create": defineProcedure({
    kind: "command",
    summary: "Create a brief with one empty section",
    scope: "case",
    input: z.object({ title: z.string().trim().min(1).max(300) }),
    output: briefDetailSchema,
    errors: [],
    commandLine: {},
  }),
  "briefs.show": defineProcedure({
    kind: "query",
    summary: "A brief, each quotation checked against its source",
    scope: "case",
    input: z.object({ brief: briefIdSchema }),
    output: briefDetailSchema,
    errors: ["brief/not-found"],
    commandLine: { positional: ["brief"] },
  }),
  "briefs.update": defineProcedure({
    kind: "command",
    summary: "Rename a brief",
    scope: "case",
    input: z.object({ brief: briefIdSchema, title: z.string().trim().min(1).max(300) }),
    output: briefDetailSchema,
    errors: ["brief/not-found"],
    commandLine: { positional: ["brief"] },
  }),
  "briefs.delete": defineProcedure({
    kind: "command",
    summary: "Delete a brief; its passages stay",
    scope: "case",
    input: z.object({ brief: briefIdSchema }),
    output: z.object({}),
    errors: ["brief/not-found"],
    commandLine: { positional: ["brief"] },
  }),
  "briefs.add": defineProcedure({
    kind: "command",
    summary: "Add a passage to a brief as a quotation with its citation",
    scope: "case",
    input: z.object({
      brief: briefIdSchema,
      passage: passageIdSchema,
      section: z.string().trim().min(1).max(500).optional().describe("heading or identifier; created when new"),
      position: position.optional(),
    }),
    output: briefDetailSchema,
    errors: ["brief/not-found", "passage/not-found", "brief/section-not-found"],
    commandLine: {},
  }),
  "briefs.add-section": defineProcedure({
    kind: "command",
    summary: "Add a section to a brief",
    scope: "case",
    input: z.object({ brief: briefIdSchema, heading, position: position.optional() }),
    output: briefDetailSchema,
    errors: ["brief/not-found"],
    commandLine: {},
  }),
  "briefs.update-section": defineProcedure({
    kind: "command",
    summary: "Change the heading of a section",
    scope: "case",
    input: z.object({ section: sectionIdSchema, heading }),
    output: briefDetailSchema,
    errors: ["brief/section-not-found"],
    commandLine: { positional: ["section"] },
  }),
  "briefs.move-section": defineProcedure({
    kind: "command",
    summary: "Move a section to another place in its brief",
    scope: "case",
    input: z.object({ section: sectionIdSchema, position }),
    output: briefDetailSchema,
    errors: ["brief/section-not-found"],
    commandLine: { positional: ["section"] },
  }),
  "briefs.delete-section": defineProcedure({
    kind: "command",
    summary: "Delete a section with its text and quotations; the passages stay",
    scope: "case",
    input: z.object({ section: sectionIdSchema }),
    output: briefDetailSchema,
    errors: ["brief/section-not-found"],
    commandLine: { positional: ["section"] },
  }),
  "briefs.add-text": defineProcedure({
    kind: "command",
    summary: "Add a paragraph of text to a section",
    scope: "case",
    input: z.object({ section: sectionIdSchema, text: blockText, position: position.optional() }),
    output: briefDetailSchema,
    errors: ["brief/section-not-found"],
    commandLine: {},
  }),
  "briefs.update-block": defineProcedure({
    kind: "command",
    summary: "Change the words of a paragraph or of a quotation (which is then checked again)",
    scope: "case",
    input: z.object({ block: blockIdSchema, text: blockText }),
    output: briefDetailSchema,
    errors: ["brief/block-not-found"],
    commandLine: { positional: ["block"] },
  }),
  "briefs.move-block": defineProcedure({
    kind: "command",
    summary: "Move a paragraph or quotation, also to another section of the brief",
    scope: "case",
    input: z.object({ block: blockIdSchema, section: sectionIdSchema, position }),
    output: briefDetailSchema,
    errors: ["brief/block-not-found", "brief/section-not-found"],
    commandLine: { positional: ["block"] },
  }),
  "briefs.delete-block": defineProcedure({
    kind: "command",
    summary: "Delete a paragraph or quotation from a brief",
    scope: "case",
    input: z.object({ block: blockIdSchema }),
    output: briefDetailSchema,
    errors: ["brief/block-not-found"],
    commandLine: { positional: ["block"] },
  }),
};

/**
 * A file that left the case. `name` is its file name; when no `out` was given the file stands in the case's `exports`
 * folder and can be fetched through the file route by that name.
 */
export const exportedFileSchema = z.object({
  path: z.string(),
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  annotations: z.number().int().nonnegative(),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

const out = z.string().min(1).optional().describe("file to write; in the case's exports folder when absent");
const overwrite = z.boolean().default(false).describe("replace a file that stands there already");

export const exportProcedures = {
  "export.annotated": defineProcedure({
    kind: "command",
    summary: "Write a copy of a document with its passages as highlights; the original bytes stay its beginning",
    scope: "case",
    input: z.object({ document: documentIdSchema, out, overwrite }),
    output: exportedFileSchema,
    errors: [
      "document/not-found",
      "document/original-missing",
      "export/exists",
      "export/not-writable",
      "export/no-space",
      "export/annotation-failed",
    ],
    commandLine: {},
  }),
  "export.brief": defineProcedure({
    kind: "command",
    summary: "Write a brief as PDF or Markdown, each quotation with its citation",
    scope: "case",
    input: z.object({ brief: briefIdSchema, format: z.enum(["pdf", "md"]), out, overwrite }),
    output: exportedFileSchema,
    errors: ["brief/not-found", "export/exists", "export/not-writable", "export/no-space"],
    commandLine: {},
  }),
  "export.account": defineProcedure({
    kind: "command",
    summary: "Write the import account as CSV or JSON: every file and page, how it was read, what was not and why",
    scope: "case",
    input: z.object({
      job: jobIdSchema.optional().describe("only this import; all of them when absent"),
      format: z.enum(["csv", "json"]),
      out,
      overwrite,
    }),
    output: exportedFileSchema,
    errors: ["job/not-found", "export/exists", "export/not-writable", "export/no-space"],
    commandLine: {},
  }),
  "export.journal": defineProcedure({
    kind: "command",
    summary: "Write the custody journal as JSON, with its head: keep it apart from the case",
    scope: "case",
    input: z.object({ out, overwrite }),
    output: exportedFileSchema,
    errors: ["export/exists", "export/not-writable", "export/no-space"],
    commandLine: {},
  }),
};
