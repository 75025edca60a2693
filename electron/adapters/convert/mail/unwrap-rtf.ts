import { decompressRTF } from "@kenjiuno/decompressrtf";

/** Code pages of RTF's character sets (`\fcharset`). */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [0, "windows-1252"],
  [128, "shift_jis"],
  [129, "euc-kr"],
  [134, "gbk"],
  [136, "big5"],
  [161, "windows-1253"],
  [162, "windows-1254"],
  [163, "windows-1258"],
  [177, "windows-1255"],
  [178, "windows-1256"],
  [186, "windows-1257"],
  [204, "windows-1251"],
  [222, "windows-874"],
  [238, "windows-1250"],
]);

const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [874, "windows-874"],
  [65001, "utf-8"],
]);

/** What a message's RTF holds: HTML or plain text that Outlook wrapped in it (MS-OXRTFEX), or RTF of its own. */
export type UnwrappedRtf =
  | { readonly kind: "html" | "plain"; readonly text: string }
  | { readonly kind: "rtf"; readonly bytes: Uint8Array };

/**
 * Unpacks the RTF body of an Outlook message (MS-OXRTFCP) and takes wrapped HTML or text out of it.
 *
 * @returns null when it is damaged
 */
export function unwrapRtf(compressed: Uint8Array): UnwrappedRtf | null {
  if (compressed.length < 16) return null;
  const claimed = new DataView(compressed.buffer, compressed.byteOffset).getUint32(0, true);
  // The library trusts this size and would read on behind the end.
  if (claimed + 4 > compressed.length) return null;
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(decompressRTF([...compressed]));
  } catch {
    return null;
  }
  const source = new TextDecoder("latin1").decode(bytes);
  const head = source.slice(0, 4_096);
  if (/\\fromhtml1?\b/u.test(head)) return { kind: "html", text: takeOut(source, true) };
  if (/\\fromtext\b/u.test(head)) return { kind: "plain", text: takeOut(source, false) };
  return { kind: "rtf", bytes };
}

interface Group {
  /** Inside of `\htmlrtf`: RTF that repeats what the HTML says. */
  isRepeated: boolean;
  isHtmlTag: boolean;
  /** A destination that holds no text of the message (fonts, colours). */
  isOther: boolean;
  unicodeSkip: number;
  encoding: string;
}

const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/giu;
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["par", "\r\n"],
  ["line", "\r\n"],
  ["tab", "\t"],
  ["lquote", "\u2018"],
  ["rquote", "\u2019"],
  ["ldblquote", "\u201c"],
  ["rdblquote", "\u201d"],
  ["bullet", "\u2022"],
  ["endash", "\u2013"],
  ["emdash", "\u2014"],
]);
const OTHER_DESTINATIONS = new Set(["fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "listtable"]);

function takeOut(source: string, isHtml: boolean): string {
  const fonts = readFonts(source);
  const page = Number(/\\ansicpg(\d+)/u.exec(source.slice(0, 4_096))?.[1] ?? 1252);
  let group: Group = {
    isRepeated: false,
    isHtmlTag: false,
    isOther: false,
    unicodeSkip: 1,
    encoding: CODE_PAGES.get(page) ?? `windows-${page}`,
  };
  const stack: Group[] = [];
  const parts: string[] = [];
  let pending: number[] = [];
  let skip = 0;
  const flush = (): void => {
    if (pending.length > 0) parts.push(decode(Uint8Array.from(pending), group.encoding));
    pending = [];
  };
  const isShown = (): boolean => !group.isOther && (group.isHtmlTag || !group.isRepeated);
  const emit = (text: string): void => {
    flush();
    if (isShown()) parts.push(text);
  };

  for (const [, word, number, hex, symbol, brace, text] of source.matchAll(TOKEN)) {
    if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else if (isShown()) pending.push(Number.parseInt(hex, 16));
      continue;
    }
    if (brace === "{") {
      flush();
      stack.push(group);
      group = { ...group };
    } else if (brace === "}") {
      flush();
      group = stack.pop() ?? group;
    } else if (symbol !== undefined) {
      if (/[\\{}]/u.test(symbol)) emit(symbol);
      else if (symbol === "~") emit("\u00a0");
      else if (symbol === "_") emit("\u2011");
    } else if (text !== undefined) {
      const cut = Math.min(skip, text.length);
      skip -= cut;
      emit(text.slice(cut));
    } else if (word !== undefined) applyWord(word, number === undefined ? null : Number(number));
  }
  flush();
  return parts.join("");

  function applyWord(word: string, value: number | null): void {
    flush();
    if (word === "htmlrtf") group.isRepeated = value !== 0;
    else if (word === "htmltag") group.isHtmlTag = true;
    else if (word === "mhtmltag" || OTHER_DESTINATIONS.has(word)) group.isOther = true;
    else if (word === "f" && value !== null) group.encoding = fonts.get(value) ?? group.encoding;
    else if (word === "uc") group.unicodeSkip = value ?? 1;
    else if (word === "u" && value !== null) {
      emit(String.fromCharCode(value < 0 ? value + 65_536 : value));
      skip = group.unicodeSkip;
    } else {
      // In HTML only what stands in no tag and is not repeated counts, and there `\par` is a line end of the source.
      const sign = SYMBOLS.get(word);
      if (sign !== undefined && (isHtml ? isShown() : true)) emit(sign);
    }
  }
}

function readFonts(source: string): ReadonlyMap<number, string> {
  const fonts = new Map<number, string>();
  for (const [, number, charset] of source.slice(0, 65_536).matchAll(/\{\\f(\d+)[^{}]{0,200}?\\fcharset(\d+)/gu)) {
    const encoding = CHARSETS.get(Number(charset));
    if (encoding !== undefined) fonts.set(Number(number), encoding);
  }
  return fonts;
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
