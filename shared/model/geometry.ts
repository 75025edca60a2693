import { z } from "zod";

/**
 * A quadrilateral in PDF user space (points, origin bottom left, page rotation not applied), in the order of
 * `QuadPoints` as readers write it: x,y of the start-top, end-top, start-bottom and end-bottom corner, where start and
 * end follow the direction of reading. (ISO 32000-2, 12.5.6.10; the order is the one that viewers agree on in practice.)
 */
export const quadSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
export type Quad = z.infer<typeof quadSchema>;

/** A rectangle in PDF user space: left, bottom, right, top. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/** The direction in which a run of characters advances in PDF user space, before page rotation. */
export const runDirectionSchema = z.enum(["right", "left", "up", "down"]);
export type RunDirection = z.infer<typeof runDirectionSchema>;

/**
 * A run: characters that stand on one line, in one direction, without a jump.
 *
 * `start` and `end` are offsets into the page's text (UTF-16 code units, end exclusive). `edges` has one coordinate more
 * than the run has code units: code unit `start + i` covers `edges[i]` to `edges[i + 1]` along the direction (x for
 * right and left, y for up and down). `low` and `high` bound the run across the direction.
 */
export const textRunSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  direction: runDirectionSchema,
  low: z.number(),
  high: z.number(),
  edges: z.array(z.number()).readonly(),
});
export type TextRun = z.infer<typeof textRunSchema>;
