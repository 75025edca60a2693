import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { quadSchema } from "./geometry.ts";

/** A hit: offsets into the page's text, and the boxes that it covers on the page. */
export const searchHitSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quads: z.array(quadSchema).readonly(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** A page with hits. Marks in `snippet` are offsets into the snippet itself. */
export const searchResultPageSchema = z.object({
  documentId: documentIdSchema,
  title: z.string(),
  page: z.number().int().positive(),
  label: z.string().nullable(),
  snippet: z.string(),
  snippetMarks: z.array(z.object({ start: z.number().int(), end: z.number().int() })).readonly(),
  hits: z.array(searchHitSchema).readonly(),
});
export type SearchResultPage = z.infer<typeof searchResultPageSchema>;

/** Totals of one document in a result, in order of rank. */
export const searchGroupSchema = z.object({
  documentId: documentIdSchema,
  title: z.string(),
  shortName: z.string(),
  /** Pages that match, 1-based, ascending: where the hits stand in the document. */
  matchingPages: z.array(z.number().int().positive()).readonly(),
  totalPages: z.number().int().nonnegative(),
  hits: z.number().int().nonnegative(),
});
export type SearchGroup = z.infer<typeof searchGroupSchema>;

/** The answer to a query. `documents`, `pages` and `hits` count everything; `results` holds at most `limit` pages. */
export const searchAnswerSchema = z.object({
  documents: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  hits: z.number().int().nonnegative(),
  groups: z.array(searchGroupSchema).readonly(),
  results: z.array(searchResultPageSchema).readonly(),
  tookMs: z.number().nonnegative(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
