/** A word as Tesseract found it, in pixels of what it was given, y downwards. */
export interface FoundWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** 0 to 100. */
  readonly confidence: number;
  /** Consecutive words with the same numbers stand in one line and one paragraph, in the order of reading. */
  readonly paragraph: string;
  readonly line: string;
}

/** Words are the fifth level of Tesseract's tables. */
const WORD_LEVEL = "5";
const COLUMNS = 12;
/** A page cannot hold more; more is noise that would cost memory. */
const MOST_WORDS = 100_000;

/**
 * Reads Tesseract's table of words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text,
 * parted by tabs, with or without a line of headings.
 */
export function parseTsv(tsv: string): readonly FoundWord[] {
  const words: FoundWord[] = [];
  for (const row of tsv.split("\n")) {
    const cells = row.split("\t");
    if (cells[0] !== WORD_LEVEL || cells.length < COLUMNS || words.length >= MOST_WORDS) continue;
    const [, page, block, paragraph, line] = cells;
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(Number);
    const text = (cells[11] ?? "").trim().normalize("NFC");
    if (text === "" || !(width > 0 && height > 0) || !Number.isFinite(left + top + confidence)) continue;
    words.push({
      text,
      left,
      top,
      right: left + width,
      bottom: top + height,
      confidence: Math.min(100, Math.max(0, confidence)),
      paragraph: `${page}.${block}.${paragraph}`,
      line: `${page}.${block}.${paragraph}.${line}`,
    });
  }
  return words;
}

/** Mean of the words' confidences by length; null when there are none. */
export function meanConfidence(words: readonly FoundWord[]): number | null {
  let length = 0;
  let sum = 0;
  for (const word of words) {
    length += word.text.length;
    sum += word.text.length * word.confidence;
  }
  return length === 0 ? null : sum / length;
}
