import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import { REPLACEMENT } from "#adapters/typeset/character-rules.ts";
import type { FaceName, TextStyle } from "./styles.ts";

/** A pdfkit document under construction. */
export type PdfDocument = InstanceType<typeof PDFDocument>;

/** Font files as bytes, by face. */
export type FaceFiles = Readonly<Record<FaceName, Uint8Array>>;

/** Source Serif 4 (SIL Open Font License), static TrueType faces. */
const FACE_FILES: Readonly<Record<FaceName, string>> = {
  regular: "400Regular/SourceSerif4_400Regular.ttf",
  italic: "400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
  bold: "700Bold/SourceSerif4_700Bold.ttf",
};

/**
 * Reads the font files. They are found through the package's name, so that it works from a bundle beside node_modules too.
 * Rejects with the file system's error when the package is absent: an installation without it is broken.
 */
export async function readFaceFiles(): Promise<FaceFiles> {
  const { resolve } = createRequire(import.meta.url);
  const read = (face: FaceName): Promise<Uint8Array> =>
    readFile(resolve(`@expo-google-fonts/source-serif-4/${FACE_FILES[face]}`));
  const [regular, italic, bold] = await Promise.all([read("regular"), read("italic"), read("bold")]);
  return { regular, italic, bold };
}

/** The faces of one document. */
export interface Typefaces {
  /** Makes the style's face, size and colour current. */
  use(style: TextStyle): void;
  /** Width of the text in points. */
  measure(text: string, style: TextStyle): number;
  /** True when every face has a glyph for the code point. */
  hasGlyph(codePoint: number): boolean;
}

/** What pdfkit keeps of an embedded font and has no public door to. */
interface EmbeddedFont {
  /** Text by glyph of the subset, for copying and searching; entry 0 is the box shown where a glyph is lacking. */
  readonly unicode: number[][];
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
}

/** Embeds the faces into a document. */
export function embedTypefaces(document: PdfDocument, files: FaceFiles): Typefaces {
  const faces = Object.entries(files).map(([name, bytes]) => {
    document.registerFont(name, bytes);
    document.font(name);
    const { _font } = document as unknown as { readonly _font: EmbeddedFont };
    // Text that is copied out of the file says that a character is lacking, as the page does.
    _font.unicode[0] = [REPLACEMENT.charCodeAt(0)];
    return _font.font;
  });
  const widths = new Map<TextStyle, Map<string, number>>();
  const use = (style: TextStyle): void => {
    document.font(style.face).fontSize(style.size).fillColor(style.colour);
  };
  return {
    use,
    measure(text, style) {
      const known = widths.get(style) ?? new Map<string, number>();
      widths.set(style, known);
      const width = known.get(text);
      if (width !== undefined) return width;
      document.font(style.face).fontSize(style.size);
      const measured = document.widthOfString(text);
      known.set(text, measured);
      return measured;
    },
    hasGlyph: (codePoint) => faces.every((face) => face.hasGlyphForCodePoint(codePoint)),
  };
}
