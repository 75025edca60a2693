import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";

/** A pdfkit document under construction. */
export type PdfDocument = InstanceType<typeof PDFDocument>;

/** The faces that renditions are set in. */
export type FaceName = "regular" | "bold" | "italic" | "boldItalic" | "mono" | "monoBold";

/** Noto Sans and Noto Sans Mono (SIL Open Font License), static TrueType faces. */
const FACE_FILES: Readonly<Record<FaceName, string>> = {
  regular: "noto-sans/400Regular/NotoSans_400Regular.ttf",
  bold: "noto-sans/700Bold/NotoSans_700Bold.ttf",
  italic: "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
  boldItalic: "noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf",
  mono: "noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf",
  monoBold: "noto-sans-mono/700Bold/NotoSansMono_700Bold.ttf",
};

/** Where to look for a character that a face lacks. */
const SUBSTITUTES: readonly FaceName[] = ["regular", "mono"];

const MOST_GLYPHS = 65_000;
const REPLACEMENT = 0xfffd;

/** A font as fontkit parsed it. */
interface ParsedFont {
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  getGlyph(id: number): { readonly advanceWidth: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Font files as bytes, by face, and those that were parsed: for a short text, parsing them costs more than all the rest. */
export interface FaceFiles {
  readonly bytes: Readonly<Record<FaceName, Uint8Array>>;
  readonly parsed: Map<FaceName, ParsedFont>;
}

/**
 * Reads the font files, found through their packages' names, so that it works from a bundle beside node_modules too.
 * Rejects with the file system's error when a package is absent: an installation without it is broken.
 */
export async function readFaceFiles(): Promise<FaceFiles> {
  const { resolve } = createRequire(import.meta.url);
  const read = (face: FaceName): Promise<Uint8Array> => readFile(resolve(`@expo-google-fonts/${FACE_FILES[face]}`));
  const [regular, bold, italic] = await Promise.all([read("regular"), read("bold"), read("italic")]);
  const [boldItalic, mono, monoBold] = await Promise.all([read("boldItalic"), read("mono"), read("monoBold")]);
  return { bytes: { regular, bold, italic, boldItalic, mono, monoBold }, parsed: new Map() };
}

/** A character's form. */
export interface Glyph {
  /** Face that has it: the one asked for, or a substitute. */
  readonly face: FaceName;
  /** Its number in the embedded subset, four hexadecimal digits. */
  readonly code: string;
  /** Thousandths of the font size. */
  readonly width: number;
}

/** The faces of one document. */
export interface Faces {
  /** True when one of the faces that may stand in for each other has a form for it. */
  hasGlyph(codePoint: number): boolean;
  glyph(codePoint: number, face: FaceName): Glyph;
  /** Name of a face in the resources of the document's current page; it is added to them. */
  resourceName(face: FaceName): string;
}

/** What pdfkit keeps of an embedded font and has no public door to. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: ParsedFont;
  /** Glyphs of the subset in their order; `encode` writes them as they stand here. */
  readonly subset: { readonly glyphs: number[] };
  /** Text by glyph of the subset, for copying and searching. */
  readonly unicode: number[][];
  /** Thousandths of the font size, by glyph of the subset. */
  readonly widths: number[];
  readonly scale: number;
  ref(): object;
}

/**
 * Embeds the faces into a document. pdfkit's own way to text shapes it: ligatures and joined forms would then stand for
 * several characters at once, and two characters that share a glyph would become one when the text is read back. Here each
 * character gets an entry of its own in the subset, so the text of the page is exactly the text that was set. A character
 * that no face has is drawn as the typeface's empty box, keeps its own code in the text, and is reported.
 */
export function embedFaces(document: PdfDocument, files: FaceFiles): Faces {
  const fonts = new Map<FaceName, EmbeddedFont>();
  const known: Readonly<Record<FaceName, Map<number, Glyph>>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
    boldItalic: new Map(),
    mono: new Map(),
    monoBold: new Map(),
  };

  const fontOf = (face: FaceName): EmbeddedFont => {
    const open = fonts.get(face);
    if (open !== undefined) return open;
    // pdfkit takes a parsed font in the place of a file; its types do not say so.
    const source = files.parsed.get(face) ?? Buffer.from(files.bytes[face]);
    document.registerFont(face, source as Buffer);
    document.font(face);
    const { _font } = document as unknown as { readonly _font: EmbeddedFont };
    files.parsed.set(face, _font.font);
    fonts.set(face, _font);
    return _font;
  };
  const include = (face: FaceName, glyphId: number, codePoint: number): Glyph => {
    const font = fontOf(face);
    const index = font.subset.glyphs.push(glyphId) - 1;
    const width = font.font.getGlyph(glyphId).advanceWidth * font.scale;
    font.unicode[index] = [codePoint];
    font.widths[index] = width;
    return { face, code: index.toString(16).padStart(4, "0"), width };
  };
  const find = (codePoint: number, face: FaceName): Glyph => {
    for (const candidate of [face, ...SUBSTITUTES]) {
      const { font } = fontOf(candidate);
      if (!font.hasGlyphForCodePoint(codePoint)) continue;
      const existing = candidate === face ? undefined : known[candidate].get(codePoint);
      return existing ?? include(candidate, font.glyphForCodePoint(codePoint).id, codePoint);
    }
    const box = known.regular.get(codePoint) ?? include("regular", 0, isFull("regular") ? REPLACEMENT : codePoint);
    known.regular.set(codePoint, box);
    return box;
  };
  /** A font has at most 65,535 glyphs; a document with more characters than that does not say what they mean. */
  const isFull = (face: FaceName): boolean => fontOf(face).subset.glyphs.length > MOST_GLYPHS;

  return {
    hasGlyph: (codePoint) => SUBSTITUTES.some((face) => fontOf(face).font.hasGlyphForCodePoint(codePoint)),
    glyph(codePoint, face) {
      const faceGlyphs = known[face];
      const glyph = faceGlyphs.get(codePoint) ?? find(codePoint, face);
      faceGlyphs.set(codePoint, glyph);
      return glyph;
    },
    resourceName(face) {
      const font = fontOf(face);
      const { fonts: resources } = document.page as unknown as { readonly fonts: Record<string, object> };
      resources[font.id] ??= font.ref();
      return font.id;
    },
  };
}
