import { z } from "zod";
import { libraryViewIdSchema } from "../base/ids.ts";

/** What documents can be brought together by. */
export const LIBRARY_GROUPS = ["none", "family", "duplicates", "custodian", "source"] as const;
export const libraryGroupSchema = z.enum(LIBRARY_GROUPS);
export type LibraryGroup = z.infer<typeof libraryGroupSchema>;

/** How the library shows its documents. Names of columns and facets are the window's own; unknown ones are passed over. */
export const libraryLayoutSchema = z.object({
  layout: z.enum(["table", "grid"]),
  columns: z.array(z.object({ column: z.string(), width: z.number().positive().nullable() })).readonly(),
  sort: z.array(z.object({ column: z.string(), descending: z.boolean() })).readonly(),
  group: libraryGroupSchema,
  /** Values that are chosen, by facet. */
  filters: z.array(z.object({ facet: z.string(), values: z.array(z.string()).readonly() })).readonly(),
  /** Words that a row has to contain, by column. */
  contains: z.array(z.object({ column: z.string(), text: z.string() })).readonly(),
});
export type LibraryLayout = z.infer<typeof libraryLayoutSchema>;

/** A view of the library that was kept under a name, unique in the case without regard to case. */
export const libraryViewSchema = z.object({
  viewId: libraryViewIdSchema,
  name: z.string().trim().min(1, "a view needs a name").max(200),
  view: libraryLayoutSchema,
});
export type LibraryView = z.infer<typeof libraryViewSchema>;
