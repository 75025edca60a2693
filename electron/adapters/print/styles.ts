/** The three faces that are embedded. */
export type FaceName = "regular" | "italic" | "bold";

/** How a stretch of text is set. Sizes and distances are points; colours are CSS hex. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  readonly line: "none" | "through" | "under";
}

/** Text in one style. White space in it is a place to break; it says nothing else. */
export interface Span {
  readonly text: string;
  readonly style: TextStyle;
}

const INK = "#141414";
const QUIET = "#55585f";
/** The red that the screens use for a quotation that differs; dark enough to read as black on a monochrome printer. */
export const WARNING_COLOUR = "#a3261d";
export const HAIRLINE_COLOUR = "#8d919a";

function makeStyle(face: FaceName, size: number, colour: string, line: TextStyle["line"] = "none"): TextStyle {
  return { face, size, colour, line };
}

export const STYLES = {
  title: makeStyle("bold", 19, INK),
  heading: makeStyle("bold", 14, INK),
  body: makeStyle("regular", 13, INK),
  quotation: makeStyle("regular", 12, INK),
  warning: makeStyle("bold", 10, WARNING_COLOUR),
  difference: makeStyle("italic", 10.5, QUIET),
  removed: makeStyle("italic", 10.5, WARNING_COLOUR, "through"),
  added: makeStyle("italic", 10.5, INK, "under"),
  note: makeStyle("regular", 9.5, QUIET),
  folio: makeStyle("regular", 10, QUIET),
  figure: makeStyle("bold", 27, INK),
  smallHeading: makeStyle("bold", 11.5, INK),
  columnHead: makeStyle("bold", 9, QUIET),
  cell: makeStyle("regular", 10.5, INK),
  value: makeStyle("regular", 9.5, INK),
  quietCell: makeStyle("italic", 9.5, QUIET),
  struckCell: makeStyle("regular", 10.5, QUIET, "through"),
} as const;

/** US Letter with one-inch margins, in points. `y` runs down from the top edge. */
export const PAGE = {
  width: 612,
  height: 792,
  margin: 72,
  textWidth: 612 - 2 * 72,
  /** Baseline of the page number: half-way into the bottom margin. */
  folioBaseline: 792 - 40,
} as const;
