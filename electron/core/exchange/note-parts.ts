/** Stands between what several people said in one note: a thematic break of Markdown. */
const BREAK = "\n\n---\n\n";

/** `**Ana Ruiz:** ` before what somebody else said. */
const HEADING = /^\*\*(?<author>[^*\n]{1,500}):\*\* /u;

/** What one person said in a note. */
export interface NotePart {
  readonly author: string;
  readonly text: string;
}

/** A name as a heading can hold it. */
function nameInHeading(author: string): string {
  const name = author
    .replaceAll(/[*\n\r]/gu, " ")
    .trim()
    .slice(0, 500);
  return name === "" ? "?" : name;
}

/** Texts between breaks, without the breaks that would be read differently once they stand beside another text. */
function splitAtBreaks(text: string): readonly string[] {
  return text
    .split(BREAK)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:---[ \t]*(?:\n\s*|$))+/u, "")
        .replace(/(?:\n\s*\n[ \t]*---[ \t]*)+$/u, "")
        .trim(),
    )
    .filter((part) => part !== "");
}

function keyOf({ author, text }: NotePart): string {
  return JSON.stringify([author, text]);
}

/**
 * What people said in a note, in order, each once.
 *
 * @param author who said what stands without a name
 */
export function noteParts(note: string, author: string): readonly NotePart[] {
  const parts = new Map<string, NotePart>();
  for (const said of splitAtBreaks(note)) {
    const heading = HEADING.exec(said);
    const name = heading?.groups?.["author"] ?? author;
    const part = { author: nameInHeading(name), text: said.slice(heading?.[0].length ?? 0).trim() };
    if (part.text !== "") parts.set(keyOf(part), part);
  }
  return [...parts.values()];
}

/** A note of several people: what `author` said stands without a name. */
export function joinNote(parts: readonly NotePart[], author: string): string {
  const own = nameInHeading(author);
  const isPlain = (part: NotePart) => part.author === own && !HEADING.test(part.text);
  return parts.map((part) => (isPlain(part) ? part.text : `**${part.author}:** ${part.text}`)).join(BREAK);
}

/** The parts of `theirs` that `ours` lacks. */
export function missingParts(ours: readonly NotePart[], theirs: readonly NotePart[]): readonly NotePart[] {
  const known = new Set(ours.map(keyOf));
  return theirs.filter((part) => !known.has(keyOf(part)));
}

/** Texts that nobody signs, of one description or of two, each once. */
export function textParts(...texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(splitAtBreaks))];
}

/** One description of several texts. */
export function joinTexts(parts: readonly string[]): string {
  return parts.join(BREAK);
}
