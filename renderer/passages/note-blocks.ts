import MarkdownIt, { type Token } from "markdown-it";

/** A part of a note as it is drawn: an element by the name of its tag, a link, or text. */
export type NotePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly address: string; readonly parts: readonly NotePart[] }
  | { readonly kind: "element"; readonly tag: NoteTag; readonly parts: readonly NotePart[] };

/** The elements that a note may have. */
const NOTE_TAGS = [
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "li",
  "blockquote",
  "pre",
  "code",
  "em",
  "strong",
  "s",
  "br",
  "hr",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
] as const;
export type NoteTag = (typeof NOTE_TAGS)[number];

/** Pictures are left out: the address of one would be asked for as soon as it is drawn. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable("image");
// Only what is written as an address is one: `annex.no` in a note is no link.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

interface Frame {
  readonly parts: NotePart[];
  readonly close: (parts: readonly NotePart[]) => NotePart;
}

/** Reads the Markdown of a note. HTML in it is text, as written. */
export function readNote(note: string): readonly NotePart[] {
  return readTokens(markdown.parse(note, {}));
}

function readTokens(tokens: readonly Token[]): readonly NotePart[] {
  const top: NotePart[] = [];
  const open: Frame[] = [];
  const add = (part: NotePart) => (open.at(-1)?.parts ?? top).push(part);
  for (const token of tokens) {
    if (token.type === "inline") {
      for (const part of readTokens(token.children ?? [])) add(part);
    } else if (token.nesting === 1) {
      // Paragraphs of tight lists are hidden: their text belongs to the item.
      open.push({ parts: [], close: closing(token) });
    } else if (token.nesting === -1) {
      const frame = open.pop();
      if (frame !== undefined) add(frame.close(frame.parts));
    } else add(readLeaf(token));
  }
  return top;
}

function closing(token: Token): (parts: readonly NotePart[]) => NotePart {
  if (token.type === "link_open") {
    const address = String(token.attrGet("href") ?? "");
    return (parts) => ({ kind: "link", address, parts });
  }
  const tag = tagOf(token.hidden ? "" : token.tag);
  return (parts) => (tag === null ? wrap(parts) : { kind: "element", tag, parts });
}

/** What has no element of its own stands together as an unnamed whole. */
function wrap(parts: readonly NotePart[]): NotePart {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "element", tag: "p", parts };
}

function readLeaf(token: Token): NotePart {
  const text: NotePart = { kind: "text", text: token.content };
  switch (token.type) {
    case "code_inline":
      return { kind: "element", tag: "code", parts: [text] };
    case "fence":
    case "code_block":
      return { kind: "element", tag: "pre", parts: [text] };
    case "softbreak":
    case "hardbreak":
      return { kind: "element", tag: "br", parts: [] };
    case "hr":
      return { kind: "element", tag: "hr", parts: [] };
    default:
      return text;
  }
}

function tagOf(name: string): NoteTag | null {
  return NOTE_TAGS.find((tag) => tag === name) ?? null;
}
