/**
 * Symbol fonts give letters other shapes: what stands in the file as `a` is shown as `α`. Code points of Adobe's Symbol
 * encoding from 0x20 (ISO 32000-2, annex D.5); a space stands where there is no character.
 */
const SYMBOL_FROM_0X20 =
  " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const SYMBOL_FROM_0XA0 =
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

/** Shapes of Wingdings that documents use for bullets, boxes and arrows; the rest is ornament. */
const WINGDINGS: Readonly<Record<number, string>> = {
  40: "☎",
  42: "✉",
  74: "☺",
  76: "☹",
  108: "●",
  109: "❍",
  110: "■",
  111: "□",
  113: "❑",
  114: "❒",
  117: "◆",
  118: "❖",
  119: "⬥",
  159: "•",
  161: "○",
  167: "▪",
  168: "□",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  232: "➔",
  239: "⇦",
  240: "⇨",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** True for fonts whose letters are shapes. */
export function isSymbolFont(font: string): boolean {
  return /^(?:symbol|wingdings)/iu.test(font.trim());
}

/**
 * The Unicode character for a code of a symbol font, in the range 0x20 to 0xFF or shifted to 0xF020 as Word stores it.
 * Null when no character has this shape.
 */
export function symbolCharacter(font: string, code: number): string | null {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (low > 0xff) return String.fromCodePoint(code);
  const name = font.trim().toLowerCase();
  if (name === "wingdings") return WINGDINGS[low] ?? null;
  if (name.startsWith("wingdings") || name === "webdings") return null;
  if (name !== "symbol" && code < 0xf000) return String.fromCodePoint(code);
  const found = low >= 0xa0 ? [...SYMBOL_FROM_0XA0][low - 0xa0] : [...SYMBOL_FROM_0X20][low - 0x20];
  return found === undefined || (found === " " && low !== 0x20) ? null : found;
}
