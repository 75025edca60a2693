import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import type { Quad } from "#shared/model/geometry.ts";
import { formatPdfDate } from "../pdf-date.ts";

/** Coordinates are written to a thousandth of a point. */
function formatNumber(value: number): string {
  return String(Number(value.toFixed(3)));
}

function formatNumbers(values: readonly number[]): string {
  return values.map(formatNumber).join(" ");
}

/** A text string as UTF-16 in hexadecimal digits, which every reader understands and nothing can break out of. */
function formatText(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return `<${bytes.toString("hex").toUpperCase()}>`;
}

/** Left, bottom, right, top of everything that the quads cover. */
export function boundsOf(quads: readonly Quad[]): readonly [number, number, number, number] {
  const x = quads.flatMap((quad) => [quad[0], quad[2], quad[4], quad[6]]);
  const y = quads.flatMap((quad) => [quad[1], quad[3], quad[5], quad[7]]);
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

/**
 * The dictionary of a highlight annotation (ISO 32000-2, 12.5.6.10).
 *
 * @param page reference to its page, e.g. `12 0 R`
 * @param appearance reference to its appearance
 */
export function highlightDictionary(annotation: HighlightAnnotation, page: string, appearance: string): Uint8Array {
  const entries = [
    "/Type/Annot/Subtype/Highlight/F 4",
    `/P ${page}`,
    `/NM ${formatText(annotation.name)}`,
    `/T ${formatText(annotation.author)}`,
    `/Subj ${formatText(annotation.subject)}`,
    `/Contents ${formatText(annotation.contents)}`,
    `/CreationDate(${formatPdfDate(annotation.createdAt)})`,
    `/M(${formatPdfDate(annotation.modifiedAt)})`,
    `/C[${formatColor(annotation.color)}]`,
    `/Rect[${formatNumbers(boundsOf(annotation.quads))}]`,
    `/QuadPoints[${formatNumbers(annotation.quads.flat())}]`,
    `/AP<</N ${appearance}>>`,
  ];
  return Buffer.from(`<<${entries.join("\n")}>>`, "latin1");
}

function formatColor(color: HighlightAnnotation["color"]): string {
  return formatNumbers(color.map((part) => part / 255));
}

/** The appearance of a highlight: its quads filled in its colour, multiplied with the page so that text stays readable. */
export function highlightAppearance(annotation: HighlightAnnotation): Uint8Array {
  const shapes = annotation.quads.map(([startX, startY, endX, endY, footStartX, footStartY, footEndX, footEndY]) =>
    [
      `${formatNumbers([startX, startY])} m`,
      `${formatNumbers([endX, endY])} l`,
      `${formatNumbers([footEndX, footEndY])} l`,
      `${formatNumbers([footStartX, footStartY])} l`,
      "h",
    ].join("\n"),
  );
  // One fill for all: where quads touch, the colour must not count twice.
  const content = `/Multiply gs\n${formatColor(annotation.color)} rg\n${shapes.join("\n")}\nf\n`;
  const dictionary =
    `<</Type/XObject/Subtype/Form/BBox[${formatNumbers(boundsOf(annotation.quads))}]` +
    `/Resources<</ExtGState<</Multiply<</Type/ExtGState/BM/Multiply>>>>>>/Length ${content.length}>>`;
  return Buffer.from(`${dictionary}\nstream\n${content}endstream`, "latin1");
}
