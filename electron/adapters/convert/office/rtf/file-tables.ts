import { headingLevel } from "./apply-word.ts";
import { codePageOfCharset } from "./code-pages.ts";
import type { Sink } from "./group-state.ts";
import { atEnd, type RtfReading, setState } from "./reading.ts";

/** The table of fonts. */
export function beginFonts(reading: RtfReading): true {
  const sink: Sink = { kind: "capture", text: "" };
  setState(reading, { sink });
  reading.tableEntry = () => {
    const font = reading.document.fonts.get(reading.tableIndex);
    if (font !== undefined && sink.text !== "") {
      font.name = sink.text.replace(/;.*$/su, "").trim();
      font.isSymbol ||= /^symbol$|^wingdings/iu.test(font.name);
    }
    sink.text = "";
  };
  atEnd(reading, () => endTable(reading));
  return true;
}

/** The table of styles: which of them are headings. */
export function beginStyles(reading: RtfReading): true {
  const sink: Sink = { kind: "capture", text: "" };
  setState(reading, { sink });
  reading.tableEntry = () => {
    const name = sink.text.replace(/;.*$/su, "").trim().toLowerCase();
    const level = /^heading ([1-9])$/u.exec(name)?.[1];
    if (name === "title") reading.document.headings.set(reading.tableIndex, 1);
    else if (level !== undefined) reading.document.headings.set(reading.tableIndex, headingLevel(Number(level)));
    else if (reading.state.paragraph.heading !== null && name !== "")
      reading.document.headings.set(reading.tableIndex, reading.state.paragraph.heading);
    sink.text = "";
    reading.tableIndex = 0;
  };
  atEnd(reading, () => endTable(reading));
  return true;
}

/** The table of those who made changes. */
export function beginAuthors(reading: RtfReading): true {
  const sink: Sink = { kind: "capture", text: "" };
  setState(reading, { sink });
  reading.tableEntry = () => {
    if (sink.text.trim() !== "") reading.document.authors.push(sink.text.replace(/;\s*$/u, "").trim());
    sink.text = "";
  };
  atEnd(reading, () => endTable(reading));
  return true;
}
/** The number of a font or style: what was read before belongs to the one before. */
export function beginEntry(reading: RtfReading, word: string, index: number): void {
  if (reading.state.sink.kind === "capture" && reading.state.sink.text.includes(";")) reading.tableEntry?.();
  reading.tableIndex = index;
  if (word === "f" && !reading.document.fonts.has(index))
    reading.document.fonts.set(index, { name: "", codePage: null, isSymbol: false });
}

function endTable(reading: RtfReading): void {
  reading.tableEntry?.();
  reading.tableEntry = null;
}

/** What the table of fonts says about the letters of one. */
export function applyFontWord(reading: RtfReading, word: string, parameter: number): void {
  const font = reading.document.fonts.get(reading.tableIndex);
  if (font === undefined) return;
  if (word === "cpg") font.codePage = parameter;
  else {
    font.codePage ??= codePageOfCharset(parameter);
    font.isSymbol ||= parameter === 2;
  }
}
