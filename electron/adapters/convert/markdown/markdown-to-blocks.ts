import MarkdownIt, { type Token } from "markdown-it";
import type { Block, Cell } from "../rendition.ts";
import { readInline, textOf } from "./inline-spans.ts";

/** What comes of a Markdown text. */
export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  /** Text of the first heading of the first level, or null. */
  readonly title: string | null;
  /** Pictures that were named. */
  readonly addresses: number;
}

/** A list under way: the number of its next item, or null for bullets. */
interface OpenList {
  next: number | null;
}

const BULLETS = ["•", "–", "·"];
/** Metadata at the head, between lines of three dashes. */
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;
const DEEPEST = 8;

/** Turns Markdown into blocks. HTML is not understood, it is text; links are not checked, they are never followed. */
export function markdownToBlocks(source: string, progress: () => void): MarkdownBlocks {
  const parser = new MarkdownIt({ html: false });
  // An address is only shown, so even one that would run something may be.
  parser.validateLink = () => true;
  const front = FRONT_MATTER.exec(source);
  const blocks: Block[] = [];
  if (front?.[1] !== undefined && front[1].trim() !== "") blocks.push({ kind: "preformatted", text: front[1] });
  progress();
  const tokens = parser.parse(front === null ? source : source.slice(front[0].length), {});
  const addresses = addBlocks(tokens, blocks, progress);
  const heading = blocks.find((block) => block.kind === "heading" && block.level === 1);
  const title = heading?.kind === "heading" ? textOf(heading).trim() : "";
  return { blocks, title: title === "" ? null : title, addresses };
}

function addBlocks(tokens: readonly Token[], blocks: Block[], progress: () => void): number {
  const lists: OpenList[] = [];
  let marker: string | null = null;
  let quoted = 0;
  let heading: 1 | 2 | 3 | 4 | 5 | 6 | null = null;
  let rows: Cell[][] | null = null;
  let headerRows = 0;
  let isHeader = false;
  let addresses = 0;

  const addInline = (token: Token): void => {
    const { spans, pictures } = readInline(token.children ?? []);
    addresses += pictures.length;
    const level = Math.min(lists.length - 1, DEEPEST);
    if (rows !== null) {
      rows.at(-1)?.push({ blocks: [{ kind: "paragraph", spans }], header: isHeader });
    } else if (heading !== null) blocks.push({ kind: "heading", level: heading, spans });
    else if (marker !== null) blocks.push({ kind: "item", marker, level, spans });
    else blocks.push({ kind: "paragraph", spans, indent: Math.min(lists.length, DEEPEST), quoted });
    marker = null;
  };
  const beginItem = (): void => {
    const list = lists.at(-1);
    if (list?.next === null || list === undefined) marker = BULLETS[(lists.length - 1) % BULLETS.length] ?? "•";
    else {
      marker = `${list.next}.`;
      list.next += 1;
    }
  };

  for (const token of tokens) {
    progress();
    switch (token.type) {
      case "inline":
        addInline(token);
        break;
      case "heading_open":
        heading = Number(token.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
        break;
      case "heading_close":
        heading = null;
        break;
      case "bullet_list_open":
        lists.push({ next: null });
        break;
      case "ordered_list_open":
        lists.push({ next: Number(token.attrGet("start") ?? 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "list_item_open":
        beginItem();
        break;
      case "blockquote_open":
      case "blockquote_close":
        quoted += token.nesting;
        break;
      case "fence":
      case "code_block":
        blocks.push({ kind: "preformatted", text: token.content.replace(/\n$/u, "") });
        break;
      case "hr":
        blocks.push({ kind: "rule" });
        break;
      case "table_open":
        rows = [];
        headerRows = 0;
        break;
      case "thead_open":
      case "thead_close":
        isHeader = token.nesting === 1;
        break;
      case "tr_open":
        rows?.push([]);
        if (isHeader) headerRows += 1;
        break;
      case "table_close":
        if (rows !== null) blocks.push({ kind: "table", rows, headerRows });
        rows = null;
        break;
      default:
        break;
    }
  }
  return addresses;
}
