import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { labelSchemeSchema, pageSketchSchema, readingSchema } from "../model/reading.ts";
import { defineProcedure } from "./define.ts";

/** Pages that may be sketched at a time: their geometry is decoded where the case is served. */
export const SKETCHES_AT_MOST = 100;

/** How documents are read: kept in the case, the originals and all exports stay as they are. */
export const readingProcedures = {
  "reading.show": defineProcedure({
    kind: "query",
    summary: "How a document is read: turned pages, cropped margins, which page names come first",
    scope: "case",
    input: z.object({ document: documentIdSchema }),
    output: readingSchema,
    errors: ["document/not-found"],
    commandLine: { positional: ["document"] },
  }),
  "reading.set": defineProcedure({
    kind: "command",
    summary: "Change how a document is read: turn pages for good, crop margins, choose page names",
    scope: "case",
    input: z.object({
      document: documentIdSchema,
      turn: z.enum(["right", "over", "left"]).optional().describe("turn pages by 90, 180 or 270 degrees clockwise"),
      pages: z
        .array(z.number().int().positive())
        .max(20_000)
        .default([])
        .describe("the pages to turn, 1-based; all of them when none is named"),
      cropsMargins: z.boolean().optional().describe("leave out empty margins on the screen"),
      labelScheme: labelSchemeSchema.nullable().optional().describe("which of a page's names is shown first"),
    }),
    output: readingSchema,
    errors: ["document/not-found", "document/no-such-page"],
    commandLine: { positional: ["document"] },
  }),
  "reading.sketch": defineProcedure({
    kind: "query",
    summary: "Where the lines of text stand on some pages, coarsely",
    scope: "case",
    input: z.object({
      document: documentIdSchema,
      from: z.number().int().positive().describe("first page, 1-based"),
      to: z.number().int().positive().describe(`last page; ${SKETCHES_AT_MOST} pages at most are answered`),
    }),
    output: z.object({ sketches: z.array(pageSketchSchema).readonly() }),
    errors: ["document/not-found"],
    commandLine: { positional: ["document", "from", "to"] },
  }),
};
