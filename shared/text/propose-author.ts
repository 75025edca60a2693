/** Names that systems and shared machines write by themselves. */
const DEFAULT_AUTHORS =
  /^(?:windows|default|office|microsoft|end|local|generic|unknown|guest|test|system|registered|valued)\b.*\b(?:user|owner|customer|author|account|administrator)|^(?:hewlett[- ]packard|dell|lenovo|microsoft corporation|adobe|preferred customer)\b/iu;

/**
 * The author that a file declares, or null where it is the name of an account or a machine: one word, or with figures.
 * Word processors write the name of whoever is logged in.
 */
export function meaningfulAuthor(declared: string | null): string | null {
  const author = declared?.trim() ?? "";
  const isName = /^\p{L}[^\d_:;|\\]*\p{L}\.?\)?$/u.test(author) && /\s/u.test(author);
  return isName && !DEFAULT_AUTHORS.test(author) ? author.slice(0, 200) : null;
}

const CLOSING =
  /(?:^|\n)[^\p{L}\n]{0,3}(?:Sincerely(?:\s[Yy]ours)?|(?:Very\s[Tt]ruly|[Yy]ours|Yours)\s(?:[Yy]ours|[Tt]ruly|[Ss]incerely|[Ff]aithfully)|Best\s[Rr]egards|Atentamente|Cordialmente|Respetuosamente)\s?[,.]?\s?\n/u;
/** Two to five words with capitals, as a signature prints a name. */
const NAME_LINE = /^(?:\/?s\/\s?)?(?<name>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,4}),?$/u;
const OFFICE =
  /\b(?:Clerk|Director|Secretary|Office|Department|Manager|Chief|Chair|Board|Court|Officer|Enclosures?)\b/u;

/** Whether a page ends as letters end. */
export function closesLetter(text: string): boolean {
  return CLOSING.test(text);
}

/** The name under the closing of a letter; null when what stands there is not clearly a name. */
export function readSignature(text: string): string | null {
  const closing = CLOSING.exec(text);
  if (closing === null) return null;
  const below = text.slice(closing.index + closing[0].length, closing.index + closing[0].length + 200);
  const [line = ""] = below.split("\n").filter((other) => other.trim() !== "");
  const name = NAME_LINE.exec(line.trim())?.groups?.["name"];
  return name === undefined || OFFICE.test(name) ? null : name;
}

const DECLARANT =
  /^(?:[A-Z]+\s)?(?:DECLARATION|AFFIDAVIT)\sOF\s(?<name>\p{Lu}[\p{Lu}.\s'’-]{3,60}?)(?=,|\s(?:IN|PURSUANT|REGARDING|ON)\b|$)/u;

/** The person who declares, from the title of a declaration. */
export function readDeclarant(title: string): string | null {
  return DECLARANT.exec(title)?.groups?.["name"]?.trim() ?? null;
}
