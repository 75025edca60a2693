import { z } from "zod";
import { tagIdSchema } from "../base/ids.ts";

/** The eight hues that hold in both themes and for colour-blind eyes; the screens map them to colours. */
export const TAG_COLORS = ["rust", "ochre", "green", "teal", "blue", "violet", "magenta", "slate"] as const;
export const tagColorSchema = z.enum(TAG_COLORS);
export type TagColor = z.infer<typeof tagColorSchema>;

/** Tag names may contain ` › ` to show hierarchy; they are unique without regard to case. */
export const tagNameSchema = z.string().trim().min(1, "a tag needs a name").max(200);

export const tagSchema = z.object({
  tagId: tagIdSchema,
  name: tagNameSchema,
  color: tagColorSchema,
  /** Number key 1–9 that applies it in the reader, or null. */
  key: z.number().int().min(1).max(9).nullable(),
  /** Number of passages that carry it. */
  passages: z.number().int().nonnegative(),
});
export type Tag = z.infer<typeof tagSchema>;
