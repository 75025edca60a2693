import { termsOfToken } from "../page-words.ts";
import { isDroppedDiacritic, isTokenCodePoint } from "../token-characters.ts";
import { foldToken } from "../tokenize.ts";
import type { QueryNotice, QuerySpan, WordNode, WordPattern } from "./query-node.ts";
import { fail } from "./read-failure.ts";

/** A stretch of a search that holds words: a run without white space, or what stands between quotation marks. */
export interface WordStretch {
  readonly source: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly isQuoted: boolean;
  /** `=` stood before it: no other forms, and accents as typed. */
  readonly isExact: boolean;
}

const STAR_HELP =
  "A star or question mark stands for letters of a word, as in custod* or wom?n. For any words between two others, write w/3.";

/** `~1`, `~0.8` (Lucene before version 4), `~` (stemming in dtSearch). */
const FUZZY_SUFFIX = /~(?<amount>\d+(?:\.\d+)?)?/uy;
const STAR = 0x2a;
const QUESTION_MARK = 0x3f;
const BOOST = /\^\d+(?:\.\d+)?/uy;

/**
 * Reads the words of a stretch, as a text is divided: `O'Brien` gives two. Other forms are asked for only when there is
 * one word, without quotation marks or `=`. Empty when the stretch has no letter or digit. Fails on what cannot be
 * searched: a star alone, a distance that is too great, dtSearch's marks that have no like here.
 */
export function readWords(stretch: WordStretch, notices: QueryNotice[]): readonly WordNode[] {
  const words = new WordReader(stretch, notices).read();
  if (words.length < 2) return words;
  return words.map((node) => (node.word.kind === "word" ? { ...node, word: { ...node.word, forms: false } } : node));
}

/** Letters, digits and wildcards without anything between them. */
interface Piece {
  readonly text: string;
  readonly at: QuerySpan;
  readonly isExact: boolean;
}

function isLetter(codePoint: number, isInWord: boolean): boolean {
  return isTokenCodePoint(codePoint) || (isInWord && isDroppedDiacritic(codePoint));
}

/** Runs of letters, digits and wildcards. */
function divide(text: string): readonly string[] {
  const runs: string[] = [];
  let run = "";
  for (const character of text) {
    if (character === "*" || character === "?" || isLetter(character.codePointAt(0) ?? 0, run !== "")) run += character;
    else {
      if (run !== "") runs.push(run);
      run = "";
    }
  }
  return run === "" ? runs : [...runs, run];
}

class WordReader {
  private readonly stretch: WordStretch;
  private readonly notices: QueryNotice[];
  private readonly words: WordNode[] = [];
  private readonly isAddress: boolean;
  private index: number;
  private isExact: boolean;

  constructor(stretch: WordStretch, notices: QueryNotice[]) {
    // The marks in the address of a web page are its own.
    this.isAddress = !stretch.isQuoted && stretch.source.slice(stretch.start, stretch.end).includes("://");
    this.stretch = this.isAddress ? { ...stretch, isQuoted: true } : stretch;
    this.notices = notices;
    this.index = stretch.start;
    this.isExact = stretch.isExact;
  }

  read(): readonly WordNode[] {
    const { end, isExact, isQuoted } = this.stretch;
    while (this.index < end) {
      const start = this.index;
      this.skipPiece();
      if (this.index > start) {
        this.addPiece(start);
        if (isQuoted) this.isExact = isExact;
      } else this.skipPunctuation();
    }
    return this.words;
  }

  private skipPiece(): void {
    const { source, end } = this.stretch;
    const start = this.index;
    while (this.index < end) {
      const codePoint = source.codePointAt(this.index) ?? 0;
      const isMark = codePoint === STAR || codePoint === QUESTION_MARK;
      if (isMark ? this.isAddress : !isLetter(codePoint, this.index > start)) return;
      this.index += codePoint > 0xffff ? 2 : 1;
    }
  }

  private skipPunctuation(): void {
    const { source, start, end, isQuoted } = this.stretch;
    const character = source.charAt(this.index);
    const before = this.index === start ? " " : source.charAt(this.index - 1);
    const next = this.index + 1 < end ? source.charAt(this.index + 1) : "";
    if (character === "=" && (isQuoted ? /\s/u.test(before) : this.index === start)) this.isExact = true;
    if (character === "#" && !isQuoted && this.index === start && /\p{L}/u.test(next)) {
      fail(
        "Words that sound alike cannot be searched for. Leave out #, and write for example smith~1 for words spelt almost so.",
        this.index,
      );
    }
    // A backslash takes the meaning away from the mark after it.
    this.index += character === "\\" && /[^\s\p{L}\p{N}]/u.test(next) ? 2 : 1;
  }

  private addPiece(start: number): void {
    const { source } = this.stretch;
    const piece: Piece = {
      text: source.slice(start, this.index),
      at: { start, end: this.index },
      isExact: this.isExact,
    };
    const distance = this.readSuffix(piece);
    // What NFC makes of a piece may be divided again; a search must ask for what a text in NFC has.
    const parts = divide(piece.text.normalize("NFC"));
    for (const [index, text] of parts.entries()) {
      const own = index === parts.length - 1 ? distance : null;
      if (/[*?]/u.test(text)) this.addWildcard({ ...piece, text }, own);
      else this.words.push({ kind: "word", word: this.patternOf(text, piece, own), at: this.at(piece) });
    }
  }

  private at({ at }: Piece): QuerySpan {
    return { start: at.start, end: this.index };
  }

  private patternOf(text: string, { isExact, at }: Piece, distance: 1 | 2 | null): WordPattern {
    const { isQuoted } = this.stretch;
    if (distance === null) {
      return {
        kind: "word",
        text,
        forms: !isQuoted && !isExact,
        strict: isExact && termsOfToken(text).accented !== null,
      };
    }
    if (isExact) fail("= asks for the word exactly and ~ for words almost like it. Leave out one of them.", at.end);
    return { kind: "fuzzy", text, distance };
  }

  private addWildcard(piece: Piece, distance: 1 | 2 | null): void {
    const { text, at } = piece;
    const mark = at.start + Math.max(0, this.stretch.source.slice(at.start, at.end).search(/[*?]/u));
    if (distance !== null) fail("A word can have * or ? or else ~, not both. Leave out one of them.", at.end);
    const pattern = text
      .split(/([*?])/u)
      .map(foldToken)
      .join("")
      .replaceAll(/\*+/gu, "*");
    if (/^[*?]*$/u.test(pattern)) {
      fail(`“${text}” alone stands for every word. Put a letter or digit beside it. ${STAR_HELP}`, mark);
    }
    if (piece.isExact && /[\u0300-\u036f]/u.test(text.normalize("NFD"))) {
      this.say("In a word with * or ? accents do not count, after = neither.", at.start, at.end);
    }
    if (/[^?]\?$/u.test(text) && !text.includes("*")) {
      const message = `“${text}” is the word with one more letter at its end. Leave out the question mark to find the word itself.`;
      this.say(message, at.start, at.end);
    }
    this.words.push({ kind: "word", word: { kind: "wildcard", pattern }, at: this.at(piece) });
  }

  /** Reads what may follow a word without a space; gives the distance of a fuzzy word, or null. */
  private readSuffix(piece: Piece): 1 | 2 | null {
    const { source, end, isQuoted } = this.stretch;
    const distance =
      source.startsWith("~", this.index) && this.index < end && !this.isAddress ? this.readFuzzy(piece) : null;
    if (isQuoted || this.index >= end) return distance;
    this.skipBoost();
    const character = this.index < end ? source.charAt(this.index) : "";
    const next = this.index + 1 < end ? source.charAt(this.index + 1) : "";
    if (character === "%" && /\p{L}$/u.test(piece.text) && !/^%[\dA-F]{2}/iu.test(source.slice(this.index, end))) {
      const written = `${piece.text}~${next === "%" ? 2 : 1}`;
      fail(`% is not used for words spelt almost so. Write ${written}: that many letters may differ.`, this.index);
    }
    if (character === "=" && (next === "=" || next === "")) {
      fail("= does not stand for a digit. Write ? for any one letter or digit, or /n\\d\\d/ for digits.", this.index);
    }
    if (character === "=") {
      const message = "= is passed over here. Before a word, it finds the word without its other forms.";
      this.say(message, this.index, this.index + 1);
    }
    if (character === "&" && next === "") {
      const message = "Synonyms are those of the case, and are found without & at the end of a word.";
      this.say(message, this.index, this.index + 1);
    }
    return distance;
  }

  private readFuzzy({ text, at }: Piece): 1 | 2 | null {
    const { source, end } = this.stretch;
    if (source.startsWith("~~", this.index)) {
      fail(
        "Numbers from … to … cannot be searched for in the text. For sums write amount:12..24, or a regular expression such as /\\b1[2-9]\\b/.",
        this.index,
      );
    }
    FUZZY_SUFFIX.lastIndex = this.index;
    const found = FUZZY_SUFFIX.exec(source);
    const after = this.index + (found?.[0].length ?? 1);
    const amount = found?.groups?.["amount"];
    // `a~b` is punctuation, as in the address of a web page.
    if (after < end && isTokenCodePoint(source.codePointAt(after) ?? 0)) {
      if (amount === undefined) return null;
      fail("After ~ stands 1 or 2, and then a space.", this.index);
    }
    if (after > end) return null;
    const mark = this.index;
    this.index = after;
    if (amount === undefined) {
      const message = `Other forms of “${text}” are found without ~. For words spelt almost so, write ${text}~1 or ${text}~2.`;
      this.say(message, at.start, after);
      return null;
    }
    if (amount === "1" || amount === "2") return amount === "1" ? 1 : 2;
    const similarity = Number(amount);
    if (!amount.includes(".") || similarity <= 0 || similarity > 1) {
      fail(`At most two letters may differ: write ${text}~1 or ${text}~2.`, mark);
    }
    const distance = similarity >= 0.7 ? 1 : 2;
    this.say(`~${amount} is read as ~${distance}: so many letters may differ.`, mark, after);
    return distance;
  }

  private skipBoost(): void {
    const { source, end } = this.stretch;
    BOOST.lastIndex = this.index;
    const boost = BOOST.exec(source)?.[0];
    if (boost === undefined || this.index + boost.length > end) return;
    sayBoost(this.notices, this.index, boost);
    this.index += boost.length;
  }

  private say(message: string, start: number, end: number): void {
    this.notices.push({ message, at: { start, end } });
  }
}

/** Says that a boost is passed over. */
export function sayBoost(notices: QueryNotice[], start: number, boost: string): void {
  const message = `${boost} is passed over: words are not weighted by hand.`;
  notices.push({ message, at: { start, end: start + boost.length } });
}
