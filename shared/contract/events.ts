import { z } from "zod";
import { documentIdSchema } from "../base/ids.ts";
import { jobSchema } from "../model/job.ts";

/** What a change touched, so that a client knows which answers to ask for again. */
export const changedAreaSchema = z.enum([
  "case",
  "documents",
  "tags",
  "passages",
  "briefs",
  "jobs",
  "edits",
  "ocr",
  "redactions",
  "searches",
  "synonyms",
  "bookmarks",
  "readings",
  "views",
  "journal",
]);
export type ChangedArea = z.infer<typeof changedAreaSchema>;

/** What the backend tells without being asked. Events carry no document text. */
export const backendEventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("job"), job: jobSchema }),
  z.object({
    kind: z.literal("changed"),
    areas: z.array(changedAreaSchema).readonly(),
    /** With the area `documents`: no rows of the list but these have changed or are new. Absent when any may have. */
    rows: z.array(documentIdSchema).readonly().optional(),
  }),
  /** Another case was opened, or the case was closed: forget everything. */
  z.object({ kind: z.literal("case") }),
]);
export type BackendEvent = z.infer<typeof backendEventSchema>;

/** Listener of backend events. */
export type BackendEventListener = (event: BackendEvent) => void;
