import type { Line } from "./break-lines.ts";
import type { Block, PlacedBlock } from "./paginate.ts";
import { HAIRLINE_COLOUR, PAGE, STYLES } from "./styles.ts";
import type { PdfDocument, Typefaces } from "./typefaces.ts";

type StructureElement = ReturnType<PdfDocument["struct"]>;

/** A vertical line on the page, gathered from the blocks that share it. */
interface RuleStroke {
  readonly name: string;
  readonly colour: string;
  readonly weight: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const RULE_DISTANCE = 13;

/**
 * Draws pages into a tagged document: text under structure elements in reading order; page numbers and lines as
 * artifacts, which screen readers pass over.
 */
export function drawPages(
  document: PdfDocument,
  typefaces: Typefaces,
  pages: readonly (readonly PlacedBlock[])[],
): void {
  const root = document.struct("Document");
  document.addStructure(root);
  const elements = new Map<Block, StructureElement>();
  pages.forEach((placedBlocks, index) => {
    document.addPage();
    for (const placed of placedBlocks) {
      const element = elements.get(placed.block) ?? openElement(document, root, placed);
      elements.set(placed.block, element);
      const content = document.markStructureContent(placed.block.tag);
      placed.lines.forEach((line, lineIndex) => {
        drawLine(document, typefaces, placed.block, line, PAGE.margin + (placed.baselines[lineIndex] ?? 0));
      });
      document.endMarkedContent();
      element.add(content);
    }
    drawArtifacts(document, typefaces, placedBlocks, `${index + 1} of ${pages.length}`);
  });
  for (const element of elements.values()) element.end();
  root.end();
}

function openElement(document: PdfDocument, root: StructureElement, placed: PlacedBlock): StructureElement {
  const element = document.struct(placed.block.tag);
  root.add(element);
  if (placed.block.outline !== null) {
    const top = PAGE.margin + (placed.baselines[0] ?? 0) - placed.block.leading;
    // pdfkit counts `left` from the right edge: the page's width is the left edge.
    const place = { expanded: true, left: PAGE.width, top };
    document.outline.addItem(placed.block.outline, place);
  }
  return element;
}

function drawLine(document: PdfDocument, typefaces: Typefaces, block: Block, line: Line, baseline: number): void {
  const start = block.align === "centre" ? PAGE.margin + (PAGE.textWidth - line.width) / 2 : PAGE.margin + block.indent;
  for (const fragment of line.fragments) {
    typefaces.use(fragment.style);
    document.text(fragment.text, start + fragment.x, baseline, { lineBreak: false, baseline: "alphabetic" });
  }
}

function drawArtifacts(
  document: PdfDocument,
  typefaces: Typefaces,
  placedBlocks: readonly PlacedBlock[],
  folio: string,
): void {
  document.markContent("Artifact", { type: "Layout" });
  for (const stroke of gatherRules(placedBlocks)) {
    document.moveTo(stroke.x, stroke.top).lineTo(stroke.x, stroke.bottom);
    document.lineWidth(stroke.weight).strokeColor(stroke.colour).stroke();
  }
  for (const placed of placedBlocks) drawLinesOnText(document, placed);
  document.endMarkedContent();

  document.markContent("Artifact", { type: "Pagination" });
  typefaces.use(STYLES.folio);
  const width = typefaces.measure(folio, STYLES.folio);
  document.text(folio, (PAGE.width - width) / 2, PAGE.folioBaseline, { lineBreak: false, baseline: "alphabetic" });
  document.endMarkedContent();
}

/** Lines through and under words, and the short line above the notes. */
function drawLinesOnText(document: PdfDocument, { block, lines, baselines, firstLine }: PlacedBlock): void {
  if (block.ruledAbove && firstLine === 0) {
    const y = PAGE.margin + (baselines[0] ?? 0) - block.leading - 4;
    document.moveTo(PAGE.margin, y).lineTo(PAGE.margin + 120, y);
    document.lineWidth(0.6).strokeColor(HAIRLINE_COLOUR).stroke();
  }
  lines.forEach((line, index) => {
    for (const { style, x, width } of line.fragments) {
      if (style.line === "none") continue;
      const y = PAGE.margin + (baselines[index] ?? 0) + style.size * (style.line === "under" ? 0.14 : -0.24);
      const start = PAGE.margin + block.indent + x;
      document.moveTo(start, y).lineTo(start + width, y);
      document.lineWidth(0.7).strokeColor(style.colour).stroke();
    }
  });
}

function gatherRules(placedBlocks: readonly PlacedBlock[]): readonly RuleStroke[] {
  const strokes: RuleStroke[] = [];
  for (const { block, baselines } of placedBlocks) {
    if (block.sideRule === null) continue;
    const top = PAGE.margin + (baselines[0] ?? 0) - block.leading * 0.65;
    const bottom = PAGE.margin + (baselines.at(-1) ?? 0) + block.leading * 0.25;
    const latest = strokes.at(-1);
    if (latest?.name === block.sideRule.name) strokes[strokes.length - 1] = { ...latest, bottom };
    else strokes.push({ ...block.sideRule, x: PAGE.margin + block.indent - RULE_DISTANCE, top, bottom });
  }
  return strokes;
}
