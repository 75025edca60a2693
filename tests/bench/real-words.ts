import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { generateWordPages } from "#fixtures/volume.ts";
import { CORPUS } from "./command-line.ts";

/** Running text as numbers of words: `vocabulary[words[i]]` is the i-th word, with the punctuation that follows it. */
export interface RunningText {
  readonly vocabulary: readonly string[];
  readonly words: Int32Array;
  /** Where it comes from, for the report. */
  readonly source: string;
}

/** A tar archive of HTML pages of diplomatic documents, beside the project. */
const ARCHIVE = join(CORPUS, "scale-frus-html.tar.gz");

/** Bytes of a block of a tar archive; each file begins with one that names it. */
const BLOCK = 512;

/** Enough of it to have the frequencies, the phrases and the rare words of real records. */
const WORDS_AT_MOST = 8_000_000;

/** Reads real diplomatic documents where they lie beside the project, else the words of the fixtures. */
export function readRunningText(): RunningText {
  const isReal = existsSync(ARCHIVE);
  const numbers = new Map<string, number>();
  const words = new Int32Array(WORDS_AT_MOST);
  let count = 0;
  for (const text of isReal ? eachPage(gunzipSync(readFileSync(ARCHIVE))) : generateWordPages(20_000, 7)) {
    for (const word of text.split(/\s+/u)) {
      if (word === "" || count === WORDS_AT_MOST) continue;
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      words[count] = number;
      count += 1;
    }
    if (count === WORDS_AT_MOST) break;
  }
  return {
    vocabulary: [...numbers.keys()],
    words: words.slice(0, count),
    source: isReal ? "words of real diplomatic documents" : "coined words (no corpus beside the project)",
  };
}

function* eachPage(archive: Buffer): Generator<string> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const name = field(archive, at, 100);
    if (name === "") return;
    const size = Number.parseInt(field(archive, at + 124, 12), 8) || 0;
    const body = at + BLOCK;
    if (name.endsWith(".html")) yield textOf(archive.toString("utf8", body, body + size));
    at = body + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function field(archive: Buffer, from: number, length: number): string {
  return (
    archive
      .toString("latin1", from, from + length)
      .split("\0", 1)[0]
      ?.trim() ?? ""
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", apos: "'" };

/** Good enough for counting words: tags away, entities read. */
function textOf(html: string): string {
  return html
    .replace(/<(?:style|script|head)[\s\S]*?<\/(?:style|script|head)>/giu, " ")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/giu, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}
