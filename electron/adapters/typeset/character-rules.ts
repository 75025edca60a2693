/** Characters that show nothing: soft hyphen, zero-width space and joiners, direction marks, word joiner, BOM, variation selectors. */
export const INVISIBLE = /\u00AD|[\u200B-\u200F]|[\u2060-\u2064]|\uFEFF|\p{Variation_Selector}/u;

/** Direction overrides change the order in which others are read; set text shows that they are there. */
export const REORDERING = /[\u202A-\u202E\u2066-\u2069]/u;

/** A dash or slash inside a word is a place to break, after it (Unicode UAX 14, classes HY, BA and B2, simplified). */
export const AFTER_DASH = /(?<=[\p{L}\p{N}][-\u2010\u2013\u2014/])(?=[\p{L}\p{N}])/u;

/** Stands for a character that has no form. */
export const REPLACEMENT = "\uFFFD";
