import type { Canvas } from "./canvas.ts";
import type { PdfDocument } from "./faces.ts";
import { type Flow, heightOf, isPageTurn, type Strip } from "./strips.ts";
import { SHEET } from "./styles.ts";

/** How pages are filled. */
export interface PageLimits {
  readonly maxPages: number;
  progress(): void;
}

/** What came of it. */
export interface FilledPages {
  readonly pages: number;
  /** The rest did not fit into the pages that are allowed. */
  readonly isCut: boolean;
}

/** Strips that are held together at most: a chain without end must not fill the memory. */
const MOST_HELD = 12;

/**
 * Places strips on pages, from top to bottom, as they come. What must stay with its follower is held until that is there.
 * Pages bear nothing but the document's content: a printed number would become part of the text that is searched, quoted
 * and counted, and would look as if the original bore it.
 */
export function fillPages(
  flows: Iterable<Flow>,
  document: PdfDocument,
  canvas: Canvas,
  limits: PageLimits,
): FilledPages {
  const outline = createOutline(document);
  let pages = 0;
  let isLandscape = false;
  let y = Number.POSITIVE_INFINITY;
  let isEmpty = false;
  let held: Strip[] = [];

  const bottom = (): number => (isLandscape ? SHEET.short : SHEET.long) - SHEET.margin;
  const turnPage = (): boolean => {
    if (pages >= limits.maxPages) return false;
    document.addPage({ size: isLandscape ? [SHEET.long, SHEET.short] : [SHEET.short, SHEET.long], margin: 0 });
    pages += 1;
    y = SHEET.margin;
    isEmpty = true;
    limits.progress();
    return true;
  };
  const draw = (strip: Strip, isEntered: boolean): void => {
    if (!isEmpty) y += strip.spaceBefore;
    if (isEntered && strip.outline !== undefined) outline(strip.outline, y);
    strip.draw(canvas, SHEET.margin, y);
    y += strip.height;
    isEmpty = false;
  };
  const place = (strip: Strip): boolean => {
    const space = isEmpty ? 0 : strip.spaceBefore;
    if (y + space + strip.height > bottom() && !(isEmpty && pages > 0)) {
      if (!turnPage()) return false;
      for (const repeated of strip.repeated ?? []) draw(repeated, false);
    }
    draw(strip, true);
    return true;
  };
  const placeHeld = (): boolean => {
    const group = held;
    held = [];
    const [first] = group;
    if (first === undefined) return true;
    const height = heightOf(group);
    const fitsHere = y + (isEmpty ? 0 : first.spaceBefore) + height <= bottom();
    if (!fitsHere && !isEmpty && height <= bottom() - SHEET.margin) {
      if (!turnPage()) return false;
      for (const repeated of first.repeated ?? []) draw(repeated, false);
    }
    return group.every(place);
  };

  for (const flow of flows) {
    if (isPageTurn(flow)) {
      if (!placeHeld()) return { pages, isCut: true };
      const changes = flow.landscape !== isLandscape;
      isLandscape = flow.landscape;
      // A page that holds nothing yet and already lies the right way is the new page.
      if (pages > 0 && (!isEmpty || changes)) y = Number.POSITIVE_INFINITY;
      if (y === Number.POSITIVE_INFINITY) isEmpty = false;
      continue;
    }
    held.push(flow);
    if (flow.keepWithNext && held.length < MOST_HELD) continue;
    if (!placeHeld()) return { pages, isCut: true };
  }
  if (!placeHeld()) return { pages, isCut: true };
  if (pages === 0) turnPage();
  return { pages, isCut: false };
}

type OutlineNode = PdfDocument["outline"];

/** Adds entries to the outline, each below the last one of a higher level. */
function createOutline(document: PdfDocument): (entry: NonNullable<Strip["outline"]>, top: number) => void {
  const open: { readonly level: number; readonly node: OutlineNode }[] = [];
  return ({ title, level }, top) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.node ?? document.outline;
    // pdfkit counts `left` from the right edge: the page's width is the left edge.
    const place = { expanded: open.length === 0, left: document.page.width, top };
    const node = parent.addItem(title, place);
    open.push({ level, node });
  };
}
