import { inflateSync } from "node:zlib";
import {
  type Dictionary,
  numberIn,
  readDictionary,
  readWord,
  skipSpace,
  textOf,
  UnreadableStructure,
} from "./syntax.ts";

/** Object and cross-reference streams that inflate to more are refused: they hold structure, not images. */
const LARGEST_STREAM = 128 * 1024 ** 2;

/**
 * The data of an object or cross-reference stream: unfiltered or `FlateDecode`, with or without a PNG predictor, which is
 * what writers use there.
 *
 * @param bytes the whole file
 * @param dictionary of the stream
 * @param resolveLength gives the length when it stands in another object
 * @throws UnreadableStructure for other filters and damaged data
 */
export function readStreamData(
  bytes: Uint8Array,
  dictionary: Dictionary,
  resolveLength: (dictionary: Dictionary) => number,
): Uint8Array {
  const keyword = readWord(bytes, skipSpace(bytes, dictionary.end));
  if (keyword.word !== "stream") throw new UnreadableStructure("a stream was expected");
  let start = keyword.end;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  const raw = bytes.subarray(start, start + resolveLength(dictionary));
  const filter = dictionary.entries.get("Filter");
  const name = filter === undefined ? "" : textOf(filter).replaceAll(/[[\]\s]/g, "");
  if (name === "") return raw;
  if (name !== "/FlateDecode" && name !== "/Fl") throw new UnreadableStructure("a stream has another filter");
  return undoPredictor(inflate(raw), dictionary);
}

function inflate(raw: Uint8Array): Uint8Array {
  try {
    return inflateSync(raw, { maxOutputLength: LARGEST_STREAM });
  } catch {
    throw new UnreadableStructure("a stream cannot be inflated");
  }
}

function undoPredictor(data: Uint8Array, dictionary: Dictionary): Uint8Array {
  const span = dictionary.entries.get("DecodeParms");
  if (span === undefined || textOf(span) === "null") return data;
  const start = span.bytes[span.start] === 0x5b ? span.start + 1 : span.start;
  const parameters = readDictionary(span.bytes, start);
  const predictor = numberIn(parameters, "Predictor") ?? 1;
  if (predictor === 1) return data;
  if (predictor < 10 || (numberIn(parameters, "Colors") ?? 1) !== 1) {
    throw new UnreadableStructure("a stream has another predictor");
  }
  return undoPngFilters(data, numberIn(parameters, "Columns") ?? 1);
}

/** Reverses the filters of PNG (RFC 2083, 6) for samples of one byte: each row is preceded by the number of its filter. */
function undoPngFilters(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const result = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (columns + 1)] ?? 0;
    const target = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const value = data[row * (columns + 1) + 1 + column] ?? 0;
      const left = column > 0 ? (result[target + column - 1] ?? 0) : 0;
      const above = row > 0 ? (result[target + column - columns] ?? 0) : 0;
      const aboveLeft = row > 0 && column > 0 ? (result[target + column - columns - 1] ?? 0) : 0;
      result[target + column] = value + predict(filter, left, above, aboveLeft);
    }
  }
  return result;
}

function predict(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) throw new UnreadableStructure("a row has an unknown filter");
  const estimate = left + above - aboveLeft;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toAboveLeft = Math.abs(estimate - aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
