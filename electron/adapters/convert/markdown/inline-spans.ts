import type { Token } from "markdown-it";
import type { Block, Span } from "../rendition.ts";

/** What stands in the running text of a block. */
export interface InlineContent {
  readonly spans: readonly Span[];
  /** Addresses of pictures, none of which is loaded. */
  readonly pictures: readonly string[];
}

/** Turns the inline tokens of one block into spans. */
export function readInline(tokens: readonly Token[]): InlineContent {
  const spans: Span[] = [];
  const pictures: string[] = [];
  let bold = 0;
  let italic = 0;
  let struck = 0;
  const links: string[] = [];
  const say = (text: string, monospaced = false): void => {
    const link = links.at(-1);
    if (text === "") return;
    spans.push({
      text,
      ...(bold > 0 ? { bold: true } : {}),
      ...(italic > 0 ? { italic: true } : {}),
      ...(struck > 0 ? { struck: true } : {}),
      ...(monospaced ? { monospaced: true } : {}),
      ...(link === undefined || link === "" ? {} : { link }),
    });
  };
  for (const token of tokens) {
    switch (token.type) {
      case "strong_open":
      case "strong_close":
        bold += token.nesting;
        break;
      case "em_open":
      case "em_close":
        italic += token.nesting;
        break;
      case "s_open":
      case "s_close":
        struck += token.nesting;
        break;
      case "link_open":
        links.push(String(token.attrGet("href") ?? ""));
        break;
      case "link_close":
        links.pop();
        break;
      case "code_inline":
        say(token.content, true);
        break;
      case "softbreak":
        say(" ");
        break;
      case "hardbreak":
        say("\n");
        break;
      case "image":
        pictures.push(String(token.attrGet("src") ?? ""));
        say(`[picture: ${token.content}]`);
        break;
      default:
        say(token.content);
    }
  }
  return { spans, pictures };
}

/** Plain text of a heading. */
export function textOf(block: Extract<Block, { kind: "heading" }>): string {
  return block.spans.map((span) => span.text).join("");
}
