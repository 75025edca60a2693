/** Everything that CommonMark and GFM give a meaning inside a line (CommonMark 0.31, 2.4 and 6; GFM strikethrough, tables). */
const INLINE_SPECIALS = /[\\`*_[\]<>&|~$]/g;

/** Marks that start a block when they begin a line: headings, lists, rules, fences, setext underlines. */
const LINE_START_SPECIALS = /^([#+\-=])/;

const ORDERED_LIST_START = /^(\d{1,9})([.)])/;

/** Bare addresses that GFM would turn into links; a link in a copy must be the writer's own act. */
const BARE_LINKS = /(https?|ftp)(:\/\/)|\b(www)(\.)/gi;

/** An `@` between address characters, which GFM would turn into a mail link. */
const MAIL_SIGN = /@/g;

/**
 * Writes one line of text so that CommonMark and GFM show exactly its characters.
 * Leading and trailing white space is dropped, because Markdown would read it as code or as a line break.
 *
 * @param line without line breaks
 */
export function escapeMarkdownLine(line: string): string {
  return line
    .trim()
    .replace(INLINE_SPECIALS, "\\$&")
    .replace(LINE_START_SPECIALS, "\\$1")
    .replace(ORDERED_LIST_START, "$1\\$2")
    .replace(BARE_LINKS, (whole, scheme: string | undefined, rest: string | undefined, www: string | undefined) => {
      if (www !== undefined) return `${www}\\.`;
      return scheme === undefined || rest === undefined ? whole : `${scheme}\\${rest}`;
    })
    .replace(MAIL_SIGN, "\\@");
}

/** Splits text into its paragraphs (blank lines part them), each into its lines; empty paragraphs are left out. */
export function splitParagraphs(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0);
}
