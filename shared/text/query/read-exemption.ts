/** `b6`, `(b)(6)`, `b(7)(c)`, `(b) (7) (C)`, `b7C`, and `b` alone; 5 U.S.C. 552(b). */
const FOIA = /^\(?b\)?\s?(?:\(?(?<number>[1-9])\)?\s?(?:\(?(?<letter>[a-f])\)?)?)?$/iu;
/** `(j)(2)`, `k2`; 5 U.S.C. 552a. */
const PRIVACY = /^\(?(?<part>[jk])\)?\s?(?:\(?(?<number>[1-7])\)?)?$/iu;
/** `1.4(c)`, `§ 1.4c`; E.O. 13526. */
const ORDER = /^(?:§\s?)?1\.4\s?(?:\(?(?<letter>[a-h])\)?)?$/iu;
/** `3.3(b)(1)`, `3.3b1`; E.O. 13526. */
const ORDER_LATER = /^(?:§\s?)?3\.3\s?(?:\(?(?<part>[bh])\)?\s?(?:\(?(?<number>\d{1,2})\)?)?)?$/iu;

/** Words by which a page says what it withholds, as `detectExemptions` names them. */
const WITHHOLDINGS = [
  "Withheld in full",
  "Withheld in part",
  "Denied in full",
  "Released in part",
  "Released in full",
  "Non-responsive",
  "Referred to",
] as const;

/** A code with its brackets where a search has it without quotation marks. */
const CODE_IN_BRACKETS =
  /(?:\([bjk]\)|[bjk](?=\s?\()|§?\s?1\.4\s?(?=\()|§?\s?3\.3\s?(?=\())(?:\s?\([1-9a-h]\d?\)|[1-9][a-f]?(?![\p{L}\p{N}])){0,2}/iuy;

/** Where a code that begins at `index` ends (`(b)(7)(C)`), or null when none with brackets begins there. */
export function endOfExemptionCode(source: string, index: number): number | null {
  CODE_IN_BRACKETS.lastIndex = index;
  const found = CODE_IN_BRACKETS.exec(source)?.[0];
  return found === undefined ? null : index + found.length;
}

/**
 * An exemption in the form in which pages are known to have it: `b7c` gives `(b)(7)(C)`, `withheld` what all withholdings
 * begin with. Null for a code that no law has.
 */
export function canonicalExemption(text: string): string | null {
  const written = text.trim().replaceAll(/\s+/gu, " ");
  return readFoia(written) ?? readOther(written) ?? readWithholding(written);
}

function readFoia(written: string): string | null {
  const groups = FOIA.exec(written)?.groups;
  if (groups === undefined) return null;
  const { number, letter } = groups;
  if (number === undefined) return "(b)";
  if (letter === undefined) return `(b)(${number})`;
  // Only (b)(7) has lettered parts.
  return number === "7" ? `(b)(7)(${letter.toUpperCase()})` : null;
}

function readOther(written: string): string | null {
  const privacy = PRIVACY.exec(written)?.groups;
  if (privacy !== undefined) return `(${privacy["part"]?.toLowerCase()})${inBrackets(privacy["number"])}`;
  const order = ORDER.exec(written)?.groups;
  if (order !== undefined) return `1.4${inBrackets(order["letter"]?.toLowerCase())}`;
  const later = ORDER_LATER.exec(written)?.groups;
  if (later === undefined) return null;
  return `3.3${inBrackets(later["part"]?.toLowerCase())}${inBrackets(later["number"])}`;
}

function inBrackets(part: string | undefined): string {
  return part === undefined ? "" : `(${part})`;
}

function readWithholding(written: string): string | null {
  const wanted = written
    .toLowerCase()
    .replace(/^(?:nr|nonresponsive|non responsive|not responsive)$/u, "non-responsive");
  if (wanted.length < 3) return null;
  if (wanted.startsWith("referred to ")) return `Referred to ${written.slice("referred to ".length)}`;
  const found = WITHHOLDINGS.find((words) => words.toLowerCase().startsWith(wanted));
  return found === undefined ? null : found.slice(0, wanted.length);
}
