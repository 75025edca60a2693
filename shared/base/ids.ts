import { z } from "zod";

/** Crockford base 32 in lower case: no i, l, o or u, so that an identifier survives being read aloud. */
const ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Length of the random part: 12 characters of 5 bits = 60 bits. */
const ID_LENGTH = 12;

const ID_PREFIXES = {
  document: "doc",
  tag: "tag",
  passage: "pas",
  brief: "brf",
  section: "sec",
  block: "blk",
  job: "job",
  "saved-search": "sav",
  synonym: "syn",
  "search-certificate": "crt",
  "passage-link": "lnk",
  bookmark: "bmk",
  "library-view": "viw",
} as const;

/** What an identifier names. */
export type IdKind = keyof typeof ID_PREFIXES;

function idSchema<Kind extends IdKind>(kind: Kind) {
  const pattern = new RegExp(`^${ID_PREFIXES[kind]}_[${ID_ALPHABET}]{${ID_LENGTH}}$`);
  return z
    .string()
    .regex(pattern, `expected the identifier of a ${kind}, such as ${ID_PREFIXES[kind]}_…`)
    .brand<Kind>();
}

export const documentIdSchema = idSchema("document");
export const tagIdSchema = idSchema("tag");
export const passageIdSchema = idSchema("passage");
export const briefIdSchema = idSchema("brief");
export const sectionIdSchema = idSchema("section");
export const blockIdSchema = idSchema("block");
export const jobIdSchema = idSchema("job");
export const savedSearchIdSchema = idSchema("saved-search");
export const synonymIdSchema = idSchema("synonym");
export const searchCertificateIdSchema = idSchema("search-certificate");

export const passageLinkIdSchema = idSchema("passage-link");
export const bookmarkIdSchema = idSchema("bookmark");
export const libraryViewIdSchema = idSchema("library-view");

export type DocumentId = z.infer<typeof documentIdSchema>;
export type TagId = z.infer<typeof tagIdSchema>;
export type PassageId = z.infer<typeof passageIdSchema>;
export type BriefId = z.infer<typeof briefIdSchema>;
export type SectionId = z.infer<typeof sectionIdSchema>;
export type BlockId = z.infer<typeof blockIdSchema>;
export type JobId = z.infer<typeof jobIdSchema>;
export type SavedSearchId = z.infer<typeof savedSearchIdSchema>;
export type SynonymId = z.infer<typeof synonymIdSchema>;
export type SearchCertificateId = z.infer<typeof searchCertificateIdSchema>;
export type PassageLinkId = z.infer<typeof passageLinkIdSchema>;
export type BookmarkId = z.infer<typeof bookmarkIdSchema>;
export type LibraryViewId = z.infer<typeof libraryViewIdSchema>;

/** Maps a kind to its branded identifier type. */
export interface IdByKind {
  readonly document: DocumentId;
  readonly tag: TagId;
  readonly passage: PassageId;
  readonly brief: BriefId;
  readonly section: SectionId;
  readonly block: BlockId;
  readonly job: JobId;
  readonly "saved-search": SavedSearchId;
  readonly synonym: SynonymId;
  readonly "search-certificate": SearchCertificateId;
  readonly "passage-link": PassageLinkId;
  readonly bookmark: BookmarkId;
  readonly "library-view": LibraryViewId;
}

/**
 * Makes an identifier from random bytes, e.g. `doc_4k7m9x2a3qpb`.
 *
 * @param kind what it names
 * @param random at least 12 uniformly random bytes, from a cryptographic source
 */
export function makeId<Kind extends IdKind>(kind: Kind, random: Uint8Array): IdByKind[Kind] {
  if (random.length < ID_LENGTH) throw new RangeError(`an identifier needs ${ID_LENGTH} random bytes`);
  let text = `${ID_PREFIXES[kind]}_`;
  for (let index = 0; index < ID_LENGTH; index += 1) text += ID_ALPHABET.charAt((random[index] ?? 0) & 31);
  return text as IdByKind[Kind];
}
