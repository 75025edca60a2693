import { z } from "zod";
import { documentIdSchema, libraryViewIdSchema, tagIdSchema } from "../base/ids.ts";
import { libraryLayoutSchema, libraryViewSchema } from "../model/library-view.ts";
import { tagNameSchema } from "../model/tag.ts";
import { defineProcedure } from "./define.ts";

/** How the library is looked at: views that were kept, and the tags that stand in whole documents. */
export const libraryViewProcedures = {
  "library.views": defineProcedure({
    kind: "query",
    summary: "Views of the library that were kept: columns, order, groups and filters",
    scope: "case",
    input: z.object({}),
    output: z.object({ views: z.array(libraryViewSchema).readonly() }),
    errors: [],
    commandLine: {},
  }),
  "library.save-view": defineProcedure({
    kind: "command",
    summary: "Keep a view of the library under a name, or change one that is kept",
    scope: "case",
    input: z.object({
      viewId: libraryViewIdSchema.optional().describe("the view to change; a new one is kept without it"),
      name: libraryViewSchema.shape.name.describe("unique in the case"),
      view: libraryLayoutSchema,
    }),
    output: libraryViewSchema,
    errors: ["library-view/not-found", "library-view/name-taken"],
  }),
  "library.rename-view": defineProcedure({
    kind: "command",
    summary: "Give a view of the library another name",
    scope: "case",
    input: z.object({ viewId: libraryViewIdSchema, name: libraryViewSchema.shape.name }),
    output: libraryViewSchema,
    errors: ["library-view/not-found", "library-view/name-taken"],
    commandLine: { positional: ["viewId", "name"] },
  }),
  "library.delete-view": defineProcedure({
    kind: "command",
    summary: "Delete a view of the library; the documents stay as they are",
    scope: "case",
    input: z.object({ viewId: libraryViewIdSchema }),
    output: z.object({}),
    errors: ["library-view/not-found"],
    commandLine: { positional: ["viewId"] },
  }),
  "library.tags": defineProcedure({
    kind: "query",
    summary: "The tags that stand in each document, by its passages",
    scope: "case",
    input: z.object({}),
    output: z.object({
      documents: z
        .array(z.object({ documentId: documentIdSchema, tagIds: z.array(tagIdSchema).readonly() }))
        .readonly(),
    }),
    errors: [],
    commandLine: {},
  }),
  "library.tag": defineProcedure({
    kind: "command",
    summary: "Put a tag on every passage of some documents, or take it off; one step that can be undone",
    scope: "case",
    input: z.object({
      documents: z.array(documentIdSchema).min(1).max(10_000),
      tag: tagNameSchema.describe("its name; a new name creates the tag"),
      off: z.boolean().default(false).describe("take it off instead"),
    }),
    output: z.object({ passages: z.number().int().nonnegative() }),
    errors: ["document/not-found", "tag/archived"],
    commandLine: { positional: ["documents"] },
  }),
};
