import type { FaceName } from "./faces.ts";

/** How a stretch of text is set. Sizes are points, colours CSS hex. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  readonly underlined: boolean;
  readonly struck: boolean;
  /** Points above the baseline. */
  readonly rise: number;
}

/** Text in one style. */
export interface StyledText {
  readonly text: string;
  readonly style: TextStyle;
}

export const INK = "#141414";
/** What Probative says beside the document's text: marks, addresses, remarks. */
export const QUIET = "#5b6068";
export const INSERTED = "#1b6b3a";
export const DELETED = "#a3261d";
export const MOVED = "#6b4a9e";
export const HAIRLINE = "#c9ccd2";
export const TABLE_LINE = "#8d919a";

/** Size and distance from baseline to baseline, in points. */
export interface TypeSize {
  readonly size: number;
  readonly leading: number;
}

export const BODY: TypeSize = { size: 10, leading: 14.5 };
export const IN_TABLE: TypeSize = { size: 8.5, leading: 11.5 };
export const NOTE: TypeSize = { size: 8.5, leading: 12 };
export const VERBATIM: TypeSize = { size: 8.5, leading: 11.5 };

/** Headings by level, the first six of HTML. */
export const HEADINGS: readonly TypeSize[] = [
  { size: 18, leading: 24 },
  { size: 15, leading: 20 },
  { size: 12.5, leading: 17 },
  { size: 11, leading: 15.5 },
  { size: 10, leading: 14.5 },
  { size: 10, leading: 14.5 },
];

/** Marks and raised text are smaller than what they stand beside. */
export const SMALL_SHARE = 0.78;

/** US Letter in points; landscape turns it. */
export const SHEET = { short: 612, long: 792, margin: 60 } as const;

/** Makes a plain style. */
export function makeStyle(face: FaceName, size: number, colour: string): TextStyle {
  return { face, size, colour, underlined: false, struck: false, rise: 0 };
}
