import type { DefaultTreeAdapterTypes } from "parse5";
import {
  BLOCK_LEVEL,
  ELEMENT_LOOKS,
  EMBEDDED,
  NEVER_SHOWN,
  PREFORMATTED,
  readAlignment,
  readInlineStyle,
} from "./element-kinds.ts";
import type { SpanLook } from "./inline-text.ts";
import { beginItem, beginList, type ListContext } from "./list-markers.ts";
import type { PageFacts } from "./page-facts.ts";
import type { PageNotices } from "./page-notices.ts";
import { findPicture } from "./page-pictures.ts";
import { type BlockShape, type PageWriter, PLAIN_PARAGRAPH } from "./page-writer.ts";
import { createTableBuilder, readSpan, type TableBuilder } from "./table-builder.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Attributes = ReadonlyMap<string, string>;

/** What an element passes on to its content. */
export interface Context {
  readonly look: SpanLook;
  readonly shape: BlockShape;
  readonly keepsSpace: boolean;
  readonly list: ListContext | null;
  readonly quoted: number;
  readonly indent: number;
  readonly isHead: boolean;
}

export const ROOT_CONTEXT: Context = {
  look: {},
  shape: PLAIN_PARAGRAPH,
  keepsSpace: false,
  list: null,
  quoted: 0,
  indent: 0,
  isHead: false,
};

/** An element whose content is being visited. */
export interface Frame {
  readonly children: readonly Node[];
  next: number;
  readonly context: Context;
  /** What is to be done after its content. */
  readonly leave: (() => void) | null;
}

/** Visits the nodes of a page in their order. */
export interface ElementVisitor {
  /** @returns the element's content when it is to be visited, or null */
  visit(node: Node, context: Context): Frame | null;
  /** Text of the first `title` element, once it was visited. */
  title(): string | null;
}

/** Where what is found goes. */
export interface VisitorOutlets {
  readonly writer: PageWriter;
  readonly notices: PageNotices;
  readonly facts: PageFacts;
  picture(source: string): Uint8Array | null;
}

/** Tables in tables beyond this depth are read as the content of their cells. */
const DEEPEST_TABLE = 6;
const LONGEST_TITLE = 500;
const LONGEST_ADDRESS = 4_000;

/** Makes a visitor for one page. */
export function createElementVisitor({ writer, notices, facts, picture }: VisitorOutlets): ElementVisitor {
  const tables: TableBuilder[] = [];
  let title: string | null = null;

  const enter = (
    element: DefaultTreeAdapterTypes.Element,
    context: Context,
    leave: (() => void) | null = null,
  ): Frame => ({
    children: element.childNodes,
    next: 0,
    context,
    leave,
  });
  /** An element that stands on lines of its own. */
  const enterBlock = (element: DefaultTreeAdapterTypes.Element, context: Context, after?: () => void): Frame => {
    writer.endBlock();
    return enter(element, context, () => {
      writer.endBlock();
      after?.();
    });
  };
  const say = (text: string, context: Context): void =>
    writer.addText(text, context.look, context.shape, context.keepsSpace);

  function visitPicture(attributes: Attributes, context: Context): null {
    const outcome = findPicture(attributes, picture);
    if (outcome.kind === "negligible") {
      notices.remote(attributes.get("src"));
      return null;
    }
    if (outcome.kind === "shown") {
      writer.endBlock();
      writer.push(outcome.block);
      return null;
    }
    if (outcome.kind === "not-loaded") notices.remote(attributes.get("src"));
    else notices.notShown("pictures");
    const description = (attributes.get("alt") ?? "").trim();
    if (description !== "") say(`[picture: ${description}]`, context);
    return null;
  }

  function visitField(attributes: Attributes, context: Context): null {
    const kind = (attributes.get("type") ?? "text").toLowerCase();
    const value = attributes.get("value") ?? "";
    if (kind === "hidden") notices.hiddenField();
    else if (kind === "checkbox" || kind === "radio") say(attributes.has("checked") ? "[x] " : "[ ] ", context);
    else if (kind === "image") return visitPicture(attributes, context);
    else if (value !== "") say(kind === "password" ? "[password]" : `[${value}]`, context);
    return null;
  }

  function visitTable(element: DefaultTreeAdapterTypes.Element, attributes: Attributes, context: Context): Frame {
    const role = attributes.get("role")?.toLowerCase();
    const builder = createTableBuilder(role === "presentation" || role === "none" || tables.length >= DEEPEST_TABLE);
    tables.push(builder);
    return enterBlock(element, { ...context, shape: paragraphOf(context), list: null }, () => {
      tables.pop();
      for (const block of builder.finish()) writer.push(block);
    });
  }

  function visitCell(element: DefaultTreeAdapterTypes.Element, attributes: Attributes, context: Context): Frame {
    const header = element.tagName === "th";
    writer.endBlock();
    writer.openList();
    const align = readAlignment(attributes.get("align")) ?? readInlineStyle(attributes.get("style") ?? "").align;
    const inner: Context = {
      ...ROOT_CONTEXT,
      look: header ? { ...context.look, bold: true } : context.look,
      shape: align === null ? PLAIN_PARAGRAPH : { ...PLAIN_PARAGRAPH, align },
    };
    return enter(element, inner, () => {
      writer.endBlock();
      tables.at(-1)?.addCell({
        blocks: writer.closeList(),
        columns: readSpan(attributes.get("colspan"), "columns"),
        rows: readSpan(attributes.get("rowspan"), "rows"),
        header,
        ...(align === null || align === "justify" ? {} : { align }),
      });
    });
  }

  function visitEmbedded(element: DefaultTreeAdapterTypes.Element, attributes: Attributes, context: Context) {
    notices.notShown(element.tagName === "svg" ? "drawings" : `${element.tagName} elements`);
    for (const name of ["src", "data", "poster"]) notices.remote(attributes.get(name));
    const hasStandIn = element.tagName !== "iframe" && element.tagName !== "frame" && element.tagName !== "embed";
    return hasStandIn ? enter(element, context) : null;
  }

  function visitElement(element: DefaultTreeAdapterTypes.Element, outer: Context): Frame | null {
    const { tagName } = element;
    const attributes: Attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    if (tagName === "script") notices.remote(attributes.get("src"));
    if (NEVER_SHOWN.has(tagName)) return null;
    const context = applyAttributes(tagName, attributes, outer);
    if (context.look.hidden === true && outer.look.hidden !== true && hasContent(element)) notices.hidden();
    notices.remote(attributes.get("background"));
    if (EMBEDDED.has(tagName)) return visitEmbedded(element, attributes, context);
    if (PREFORMATTED.has(tagName))
      return enterBlock(element, { ...context, shape: { kind: "preformatted" }, keepsSpace: true });
    switch (tagName) {
      case "title":
        if (title === null) title = textOf(element);
        // A title inside of a drawing names it.
        return element.parentNode !== null && element.parentNode.nodeName === "head" ? null : enter(element, context);
      case "meta":
        facts.add(attributes);
        return null;
      case "link":
        if (/stylesheet|icon|preload/iu.test(attributes.get("rel") ?? "")) notices.remote(attributes.get("href"));
        return null;
      case "source":
      case "track":
        notices.remote(attributes.get("src"));
        return null;
      case "br":
        writer.breakLine(context.look, context.shape);
        return null;
      case "hr":
        writer.endBlock();
        writer.push({ kind: "rule" });
        return null;
      case "img":
        return visitPicture(attributes, context);
      case "input":
        return visitField(attributes, context);
      case "q":
        say("“", context);
        return enter(element, context, () => say("”", context));
      case "option":
        return enterOption();
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6": {
        const level = Number(tagName.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
        return enterBlock(element, { ...context, shape: { kind: "heading", level } });
      }
      case "blockquote": {
        const inner = { ...context, quoted: Math.min(context.quoted + 1, 8), list: null };
        return enterBlock(element, { ...inner, shape: paragraphOf(inner) });
      }
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        return enterBlock(element, { ...context, list: beginList(tagName, attributes, context.list) });
      case "li":
        return enterBlock(element, { ...context, shape: beginItem(attributes, context.list) });
      case "dd": {
        const inner = { ...context, indent: context.indent + 1 };
        return enterBlock(element, { ...inner, shape: paragraphOf(inner) });
      }
      case "table":
        return visitTable(element, attributes, context);
      case "thead":
        return enter(element, { ...context, isHead: true });
      case "tr":
        tables.at(-1)?.startRow(context.isHead);
        return enter(element, context);
      case "td":
      case "th":
        return visitCell(element, attributes, context);
      default:
        return BLOCK_LEVEL.has(tagName) ? enterBlock(element, context) : enter(element, context);
    }

    function enterOption(): Frame {
      const frame = enterBlock(element, context);
      say(attributes.has("selected") ? "(x) " : "( ) ", context);
      return frame;
    }
  }

  return {
    visit(node, context) {
      if (node.nodeName === "#text") {
        say((node as DefaultTreeAdapterTypes.TextNode).value, context);
        return null;
      }
      return "tagName" in node ? visitElement(node, context) : null;
    },
    title: () => title,
  };
}

function paragraphOf(context: Context): BlockShape {
  const align = context.shape.kind === "paragraph" ? context.shape.align : "start";
  return { kind: "paragraph", align, indent: context.indent, quoted: context.quoted };
}

/** Look and alignment that an element asks for itself. */
function applyAttributes(tagName: string, attributes: Attributes, outer: Context): Context {
  const own = ELEMENT_LOOKS.get(tagName);
  const style = attributes.get("style");
  const inline = style === undefined ? null : readInlineStyle(style);
  const link = tagName === "a" ? readAddress(attributes.get("href")) : null;
  const isHidden = attributes.has("hidden") || inline?.isHidden === true;
  let { look, shape, keepsSpace } = outer;
  // Spans that share a look are joined, so a new one is made only for a difference.
  if (own !== undefined || link !== null || isHidden || Object.keys(inline?.look ?? {}).length > 0)
    look = {
      ...look,
      ...own,
      ...inline?.look,
      ...(link === null ? {} : { link }),
      ...(isHidden ? { hidden: true } : {}),
    };
  const align = tagName === "center" ? "center" : (inline?.align ?? readAlignment(attributes.get("align")));
  if (align !== null && shape.kind === "paragraph" && BLOCK_LEVEL.has(tagName)) shape = { ...shape, align };
  if (inline?.keepsSpace === true) keepsSpace = true;
  return look === outer.look && shape === outer.shape && keepsSpace === outer.keepsSpace
    ? outer
    : { ...outer, look, shape, keepsSpace };
}

/** An address worth showing: places in the page itself and programs are none. */
function readAddress(href: string | undefined): string | null {
  const address = href?.trim() ?? "";
  if (address === "" || address.startsWith("#") || /^(?:javascript|vbscript|data):/iu.test(address)) return null;
  return address.slice(0, LONGEST_ADDRESS);
}

function hasContent(element: DefaultTreeAdapterTypes.Element): boolean {
  return element.childNodes.some(
    (child) => "tagName" in child || (child.nodeName === "#text" && /\S/u.test((child as { value: string }).value)),
  );
}

function textOf(element: DefaultTreeAdapterTypes.Element): string | null {
  const text = element.childNodes
    .map((child) => (child.nodeName === "#text" ? (child as DefaultTreeAdapterTypes.TextNode).value : ""))
    .join("")
    .replaceAll(/\s+/gu, " ")
    .trim();
  return text === "" ? null : text.slice(0, LONGEST_TITLE);
}
