import { FRENCH_CASES } from "./french.ts";
import { LINE_CASES } from "./lines.ts";
import { NEAR_CASES } from "./near.ts";
import { PAGE_CASES } from "./pages.ts";
import type { SearchCase } from "./search-case.ts";
import { SPANISH_CASES } from "./spanish.ts";
import { STAMP_CASES } from "./stamps.ts";
import { WORD_CASES } from "./words.ts";

/** Searches over the sample matter and the written documents, by what they are about. */
export const SEARCH_CASES: Readonly<Record<string, readonly SearchCase[]>> = {
  lines: LINE_CASES,
  pages: PAGE_CASES,
  stamps: STAMP_CASES,
  near: NEAR_CASES,
  words: WORD_CASES,
  spanish: SPANISH_CASES,
  french: FRENCH_CASES,
};
