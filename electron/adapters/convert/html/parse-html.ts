import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse, Tokenizer, TokenizerMode } from "parse5";

/** Elements that may stand open at a time. parse5 looks through them at each tag, so more would cost time without end. */
const MOST_OPEN_ELEMENTS = 1_000;
/** Elements made for each `<` of the source: what is not closed in order is made anew again and again. */
const MOST_ELEMENTS_PER_TAG = 8;
const ELEMENTS_ALLOWED_ALWAYS = 10_000;

/** Thrown inside of this file only. */
class TooEntangled extends Error {}

/** A parsed page. `isFlattened`: its nesting was beyond all measure, and only its text was kept. */
export interface ParsedHtml {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly isFlattened: boolean;
}

/**
 * Parses HTML as browsers do, without running anything of it. Nesting without end, which makes any parser slow, is not
 * followed: such a page is read a second time as a row of paragraphs.
 */
export function parseHtml(source: string, progress: () => void): ParsedHtml {
  try {
    return { document: parseTree(source, progress), isFlattened: false };
  } catch (thrown) {
    if (!(thrown instanceof TooEntangled)) throw thrown;
    return { document: parseFlat(source, progress), isFlattened: true };
  }
}

function parseTree(source: string, progress: () => void): DefaultTreeAdapterTypes.Document {
  let made = 0;
  let open = 0;
  const mostElements = countTags(source) * MOST_ELEMENTS_PER_TAG + ELEMENTS_ALLOWED_ALWAYS;
  return parse(source, {
    // Nothing runs here, so what a page shows to those without scripts is what it says.
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        made += 1;
        if (made > mostElements) throw new TooEntangled();
        if (made % 1_000 === 0) progress();
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        open += 1;
        if (open > MOST_OPEN_ELEMENTS) throw new TooEntangled();
      },
      onItemPop() {
        open -= 1;
      },
    },
  });
}

function countTags(source: string): number {
  let count = 0;
  for (let at = source.indexOf("<"); at !== -1; at = source.indexOf("<", at + 1)) count += 1;
  return count;
}

/** Text that is never shown, up to its end tag. */
const RAW_TEXT: ReadonlySet<string> = new Set(["script", "style", "xmp", "iframe", "noembed", "noframes"]);
const PARAGRAPH_ENDS = /^(?:p|div|br|li|tr|h[1-6]|table|ul|ol|dl|dt|dd|pre|blockquote|section|article|hr|title)$/u;

/** Reads tags one by one, without a tree of open elements: each block-level tag starts a paragraph. */
function parseFlat(source: string, progress: () => void): DefaultTreeAdapterTypes.Document {
  const document = defaultTreeAdapter.createDocument();
  const body = defaultTreeAdapter.createElement("body", html.NS.HTML, []);
  defaultTreeAdapter.appendChild(document, body);
  let paragraph: DefaultTreeAdapterTypes.Element | null = null;
  let rawName: string | null = null;
  let tags = 0;
  const addText = (text: string): void => {
    if (rawName !== null || text === "") return;
    if (paragraph === null) {
      paragraph = defaultTreeAdapter.createElement("p", html.NS.HTML, []);
      defaultTreeAdapter.appendChild(body, paragraph);
    }
    defaultTreeAdapter.insertText(paragraph, text);
  };
  const endParagraph = (name: string): void => {
    tags += 1;
    if (tags % 1_000 === 0) progress();
    if (PARAGRAPH_ENDS.test(name)) paragraph = null;
  };
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName }) {
        endParagraph(tagName);
        if (!RAW_TEXT.has(tagName)) return;
        rawName = tagName;
        tokenizer.state = tagName === "script" ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
      },
      onEndTag({ tagName }) {
        endParagraph(tagName);
        if (tagName === rawName) rawName = null;
      },
      onCharacter: ({ chars }) => addText(chars),
      onWhitespaceCharacter: ({ chars }) => addText(chars),
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(source, true);
  return document;
}
