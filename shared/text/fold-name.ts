import { foldToken, tokenize } from "./tokenize.ts";

/**
 * The words of a name without case and accents, as the search index stores them, with one space between: two names are one
 * when their folds are equal. `D. Núñez` → `d nunez`; empty for a name without a letter or digit.
 */
export function foldName(name: string): string {
  return tokenize(name.normalize("NFC"))
    .map((token) => foldToken(token.text))
    .join(" ");
}
