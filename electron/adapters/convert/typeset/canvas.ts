import type { Line } from "./break-lines.ts";
import type { Faces, Glyph, PdfDocument } from "./faces.ts";
import type { PlacedPicture } from "./pictures.ts";
import { reorderForDisplay } from "./reading-order.ts";
import type { TextStyle } from "./styles.ts";

/** Draws on the current page. Distances in points; `y` runs down from the top edge. */
export interface Canvas {
  line(line: Line, x: number, baseline: number): void;
  /** A straight line. */
  rule(from: readonly [number, number], to: readonly [number, number], colour: string, weight: number): void;
  picture(picture: PlacedPicture, x: number, top: number): void;
}

/** Draws by writing the page's operators, for pdfkit's own calls cost many times more than they write. */
export function createCanvas(document: PdfDocument, faces: Faces): Canvas {
  const write = (operators: string): void => {
    (document as unknown as { addContent(data: string): void }).addContent(operators);
  };

  const drawText = (text: string, style: TextStyle, x: number, baseline: number): void => {
    const size = number(style.size);
    const y = number(baseline - style.rise);
    let operators = `${colourOf(style.colour)} rg BT`;
    let face: Glyph["face"] | null = null;
    let at = x;
    for (const character of text) {
      const glyph = faces.glyph(character.codePointAt(0) ?? 0, style.face);
      if (glyph.face !== face) {
        if (face !== null) operators += "> Tj";
        // The page's own matrix turns `y` downwards; text is turned back.
        operators += ` /${faces.resourceName(glyph.face)} ${size} Tf 1 0 0 -1 ${number(at)} ${y} Tm <`;
        face = glyph.face;
      }
      operators += glyph.code;
      at += (glyph.width * style.size) / 1000;
    }
    write(`${operators}${face === null ? "" : "> Tj"} ET`);
  };

  const rule: Canvas["rule"] = ([x1, y1], [x2, y2], colour, weight) =>
    write(`${colourOf(colour)} RG ${number(weight)} w ${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`);

  return {
    line(line, x, baseline) {
      for (const fragment of reorderForDisplay(line).fragments) {
        const { style } = fragment;
        const start = x + fragment.x;
        drawText(fragment.text, style, start, baseline);
        const end = start + fragment.width;
        if (style.underlined) drawUnder(style, start, end, baseline, 0.14);
        if (style.struck) drawUnder(style, start, end, baseline, -0.27);
      }
    },
    rule,
    picture({ reference, name, width, height }, x, top) {
      const { xobjects } = document.page as unknown as { readonly xobjects: Record<string, object> };
      xobjects[name] ??= reference;
      write(`q ${number(width)} 0 0 ${number(-height)} ${number(x)} ${number(top + height)} cm /${name} Do Q`);
    },
  };

  function drawUnder(style: TextStyle, start: number, end: number, baseline: number, share: number): void {
    const y = baseline - style.rise + style.size * share;
    rule([start, y], [end, y], style.colour, 0.6);
  }
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const colours = new Map<string, string>();

/** CSS hex as three shares for a PDF operator. */
function colourOf(hex: string): string {
  let shares = colours.get(hex);
  if (shares === undefined) {
    shares = [1, 3, 5].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
    colours.set(hex, shares);
  }
  return shares;
}
