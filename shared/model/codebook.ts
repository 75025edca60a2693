import { z } from "zod";
import { documentIdSchema, tagIdSchema } from "../base/ids.ts";

/** A place of the codebook: a path, and its tag where there is one. `Payment › Amount` makes a place `Payment`, too. */
export const codebookPlaceSchema = z.object({
  path: z.string(),
  tag: tagIdSchema.nullable(),
});
export type CodebookPlace = z.infer<typeof codebookPlaceSchema>;

const count = z.number().int().nonnegative();

/** Passages of a place of the codebook. */
export const placeCountsSchema = codebookPlaceSchema.extend({
  /** That carry the tag itself. */
  own: count,
  /** That carry it or a tag below it, each counted once. */
  all: count,
  /** Documents of all of these. */
  documents: count,
});
export type PlaceCounts = z.infer<typeof placeCountsSchema>;

/** Passages by tag and document. Pairs without any are absent. */
export const tagMatrixSchema = z.object({
  /** Columns, in the order of the codebook. */
  places: z.array(codebookPlaceSchema).readonly(),
  /** Rows, in the order of import: those with a tagged passage. */
  documents: z.array(documentIdSchema).readonly(),
  /** Index of the document, index of the place, number of passages; in the order of documents and places. */
  cells: z.array(z.tuple([count, count, count])).readonly(),
  /** By place: passages in all of these documents. */
  ofPlaces: z.array(count).readonly(),
  /** By document: passages with any of these places, each counted once. */
  ofDocuments: z.array(count).readonly(),
});
export type TagMatrix = z.infer<typeof tagMatrixSchema>;

/** How often two tags stand on one passage. Pairs that never meet are absent. */
export const tagCooccurrenceSchema = z.object({
  /** In the order of the codebook. */
  places: z.array(codebookPlaceSchema).readonly(),
  /** Index of a place, index of a later one, number of passages that carry both. */
  pairs: z.array(z.tuple([count, count, count])).readonly(),
  /** By place: passages that carry it. */
  ofPlaces: z.array(count).readonly(),
});
export type TagCooccurrence = z.infer<typeof tagCooccurrenceSchema>;
