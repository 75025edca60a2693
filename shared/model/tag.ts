import { z } from "zod";
import { tagIdSchema } from "../base/ids.ts";

/** The eight hues that hold in both themes and for colour-blind eyes; the screens map them to colours. */
export const TAG_COLORS = ["rust", "ochre", "green", "teal", "blue", "violet", "magenta", "slate"] as const;
export const tagColorSchema = z.enum(TAG_COLORS);
export type TagColor = z.infer<typeof tagColorSchema>;

/** Code units of a tag's whole name. */
export const TAG_NAME_MAX = 200;

/** A tag's name as it is stored: one mark between two parts of its path. Empty when nothing is left. */
export function cleanTagName(name: string): string {
  return name
    .split("›")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" › ");
}

/** Tag names may contain ` › ` to show hierarchy (see `tag-path.ts`); they are unique without regard to case. */
export const tagNameSchema = z.string().overwrite(cleanTagName).min(1, "a tag needs a name").max(TAG_NAME_MAX);

/** What a tag is for, and examples of what it is given to: text of a codebook. */
export const tagTextSchema = z.string().max(4000);

export const tagSchema = z.object({
  tagId: tagIdSchema,
  name: tagNameSchema,
  color: tagColorSchema,
  /** Number key 1–9 that applies it in the reader, or null. */
  key: z.number().int().min(1).max(9).nullable(),
  description: tagTextSchema,
  examples: tagTextSchema,
  /** Archived tags are not offered for tagging; the passages that carry them keep them. */
  archived: z.boolean(),
  /** Place in the codebook: lower ones first; of equal ones, the one that was created first. */
  position: z.number().int().nonnegative(),
  /** Number of passages that carry it. */
  passages: z.number().int().nonnegative(),
});
export type Tag = z.infer<typeof tagSchema>;
