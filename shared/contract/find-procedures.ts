import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { quadSchema } from "../model/geometry.ts";
import { defineProcedure } from "./define.ts";

/** Places that one answer holds; more are counted. */
export const FOUND_AT_MOST = 5000;

/** A place where the words stand: offsets into the text of the page, and the boxes that it covers. */
export const foundPlaceSchema = z.object({
  page: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quads: z.array(quadSchema).readonly(),
});
export type FoundPlace = z.infer<typeof foundPlaceSchema>;

/** Finding words in one document, as they are typed: no language of searches. */
export const findProcedures = {
  "documents.find": defineProcedure({
    kind: "query",
    summary: "Find words in one document as they are typed, or what a regular expression matches, page by page",
    scope: "case",
    input: z.object({
      document: documentIdSchema,
      text: z.string().min(1).max(1000).regex(/\S/u, "something to find"),
      matchCase: z.boolean().default(false).describe("A is not a, and é not e"),
      wholeWord: z.boolean().default(false).describe("only whole words"),
      regex: z.boolean().default(false).describe("the text is a regular expression (ECMAScript)"),
      asker: z.string().max(100).optional().describe("a newer call of the same asker stops this one"),
    }),
    output: z.object({
      /** How many there are; `places` holds the first of them, in order. */
      total: z.number().int().nonnegative(),
      places: z.array(foundPlaceSchema).readonly(),
    }),
    errors: ["document/not-found", "search/syntax", "search/cancelled"],
    commandLine: { positional: ["document", "text"] },
  }),
};
