/** Figures with grouping: `6,000,000`, `4.760.000`, `1 234,56` (no-break spaces), `4.76`. */
export const FIGURES_PATTERN = String.raw`\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,4})?`;

/**
 * Figures as printed → a decimal number without grouping, or null. One mark before exactly three digits groups them when
 * it is the comma of English or the full stop of Spanish and French; otherwise the last mark is the decimal one.
 */
export function readFigures(printed: string, language: string | null): string | null {
  const plain = printed.replace(/[\u00a0\u202f'’]/gu, "");
  const isContinental = language === "spa" || language === "fra";
  const marks = plain.replace(/\d/gu, "");
  const last = marks.at(-1);
  if (last === undefined) return trimZeros(plain);
  const decimals = plain.length - plain.lastIndexOf(last) - 1;
  const groups = decimals === 3 && (marks.length > 1 ? isAllSame(marks) : last === "," || isContinental);
  if (groups || (marks.length > 1 && isAllSame(marks))) return trimZeros(plain.replaceAll(last, ""));
  const cut = plain.lastIndexOf(last);
  const whole = plain.slice(0, cut).replace(/[.,]/gu, "");
  return trimZeros(`${whole}.${plain.slice(cut + 1)}`);
}

const isAllSame = (marks: string) => new Set(marks).size === 1;

/** Multiplies a decimal number in figures by a power of ten, without rounding. */
export function shiftDecimal(number: string, places: number): string {
  const [whole = "", fraction = ""] = number.split(".");
  const moved = fraction.padEnd(places, "0");
  return trimZeros(`${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}

function trimZeros(number: string): string {
  const [whole = "", fraction = ""] = number.split(".");
  const front = whole.replace(/^0+(?=\d)/u, "") || "0";
  const back = fraction.replace(/0+$/u, "");
  return back === "" ? front : `${front}.${back}`;
}
