/** Elements whose content is never part of what a page says. */
export const NEVER_SHOWN: ReadonlySet<string> = new Set(["script", "style", "template", "noframes", "noembed"]);

/** Elements that show something from elsewhere, or that only a program can show. Their children stand in for them. */
export const EMBEDDED: ReadonlySet<string> = new Set([
  "applet",
  "audio",
  "canvas",
  "embed",
  "frame",
  "iframe",
  "object",
  "svg",
  "video",
]);

/** Elements that begin a new line before and after their content. */
export const BLOCK_LEVEL: ReadonlySet<string> = new Set([
  ..."address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form".split(
    " ",
  ),
  ..."header hgroup html legend li main menu nav ol optgroup option p search section summary ul".split(" "),
]);

export const PREFORMATTED: ReadonlySet<string> = new Set(["pre", "listing", "plaintext", "xmp", "textarea"]);

/** Ways in which an element sets its text. */
export interface TextLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly struck?: boolean;
  readonly monospaced?: boolean;
  readonly superscript?: boolean;
  readonly subscript?: boolean;
}

export const ELEMENT_LOOKS: ReadonlyMap<string, TextLook> = new Map<string, TextLook>([
  ["b", { bold: true }],
  ["strong", { bold: true }],
  ["dt", { bold: true }],
  ["caption", { bold: true }],
  ["legend", { bold: true }],
  ["i", { italic: true }],
  ["em", { italic: true }],
  ["cite", { italic: true }],
  ["dfn", { italic: true }],
  ["var", { italic: true }],
  ["address", { italic: true }],
  ["u", { underlined: true }],
  ["ins", { underlined: true }],
  ["s", { struck: true }],
  ["strike", { struck: true }],
  ["del", { struck: true }],
  ["code", { monospaced: true }],
  ["kbd", { monospaced: true }],
  ["samp", { monospaced: true }],
  ["tt", { monospaced: true }],
  ["sup", { superscript: true }],
  ["sub", { subscript: true }],
]);

/** What a `style` attribute says that a rendition keeps. Rules of style sheets are not applied. */
export interface InlineStyle {
  readonly look: TextLook;
  readonly isHidden: boolean;
  readonly align: "start" | "center" | "end" | "justify" | null;
  readonly keepsSpace: boolean;
}

const ALIGNMENTS: ReadonlyMap<string, InlineStyle["align"]> = new Map<string, InlineStyle["align"]>([
  ["left", "start"],
  ["start", "start"],
  ["center", "center"],
  ["middle", "center"],
  ["right", "end"],
  ["end", "end"],
  ["justify", "justify"],
]);

/** Reads an `align` attribute or a `text-align` value. */
export function readAlignment(value: string | undefined): InlineStyle["align"] {
  return ALIGNMENTS.get(value?.trim().toLowerCase() ?? "") ?? null;
}

const HIDING: ReadonlyMap<string, RegExp> = new Map([
  ["display", /^none\b/u],
  ["visibility", /^(?:hidden|collapse)\b/u],
  ["mso-hide", /^all\b/u],
  ["font-size", /^0(?:\.0*)?(?:px|pt|em|rem|%)?(?:\s|$)/u],
  ["opacity", /^0(?:\.0*)?%?(?:\s|$)/u],
]);

/** Longest `style` attribute that is looked into. */
const LONGEST_STYLE = 4_096;

/** Reads the declarations of a `style` attribute. */
export function readInlineStyle(style: string): InlineStyle {
  let isHidden = false;
  let align: InlineStyle["align"] = null;
  let keepsSpace = false;
  let look: TextLook = {};
  for (const declaration of style.slice(0, LONGEST_STYLE).split(";")) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (HIDING.get(name)?.test(value) === true) isHidden = true;
    else if (name === "text-align") align = readAlignment(value.split(/\s/u)[0]);
    else if (name === "white-space") keepsSpace = /^(?:pre|pre-wrap|pre-line|break-spaces)\b/u.test(value);
    else if (name === "font-weight" && /^(?:bold|bolder|[6-9]00)\b/u.test(value)) look = { ...look, bold: true };
    else if (name === "font-style" && /^(?:italic|oblique)\b/u.test(value)) look = { ...look, italic: true };
    else if (name === "text-decoration" || name === "text-decoration-line") {
      if (value.includes("underline")) look = { ...look, underlined: true };
      if (value.includes("line-through")) look = { ...look, struck: true };
    }
  }
  return { look, isHidden, align, keepsSpace };
}
