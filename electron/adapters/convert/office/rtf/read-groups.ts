import { countOf } from "../notices.ts";
import { symbolCharacter } from "../symbol-fonts.ts";
import { applyWord, CHARACTERS } from "./apply-word.ts";
import { decodeCodePage } from "./code-pages.ts";
import { SKIPPED } from "./destinations.ts";
import { applyFontWord, beginEntry } from "./file-tables.ts";
import { type GroupState, type RtfFont, readPackedDate, spanStyle } from "./group-state.ts";
import { beginDestination } from "./open-destination.ts";
import { applyPictureWord } from "./picture-words.ts";
import { beginReading, type RtfReading, setState, storyOf } from "./reading.ts";
import { applyTableWord } from "./row-words.ts";
import type { RtfDocument } from "./rtf-document.ts";
import { createRtfStory, type RtfStory } from "./rtf-story.ts";
import { tokenizeRtf } from "./tokenize.ts";

const describeHidden = (count: number): string => `${countOf(count, "stretch", "stretches")} of hidden text, shown.`;
const describeChanges = (count: number): string => `${countOf(count, "tracked change")}, marked.`;

/** Reads an RTF file into its story. Groups are kept on a list, so any depth of them is read. */
export function readGroups(
  bytes: Uint8Array,
  document: RtfDocument,
  limits: { readonly blocks: number; progress(): void },
): { readonly story: RtfStory; readonly isComplete: boolean; readonly isCut: boolean; readonly end: GroupState } {
  const story = createRtfStory();
  const reading = beginReading(document, story);
  const { frames } = reading;
  let pending: number[] = [];
  let skipCharacters = 0;
  let isOver = false;
  let isCut = false;
  let tokens = 0;

  const fontOf = (): RtfFont | undefined =>
    document.fonts.get(reading.state.letters.font ?? document.defaultFont ?? -1);

  function flush(): void {
    if (pending.length === 0) return;
    const codes = pending;
    pending = [];
    const font = fontOf();
    if (font?.isSymbol === true) addText(codes.map((code) => symbolCharacter(font.name, code) ?? "\ufffd").join(""));
    else addText(decodeCodePage(font?.codePage ?? document.codePage, Uint8Array.from(codes)));
  }

  function addText(text: string): void {
    if (text === "") return;
    const { sink, letters } = reading.state;
    if (sink.kind === "capture") sink.text += text;
    else if (sink.kind === "story") {
      if (letters.hidden) document.notices.count("hidden-content", describeHidden);
      if (letters.change !== null) document.notices.count("tracked-changes", describeChanges);
      const author = document.authors[letters.author] ?? "";
      const signature = [author, letters.date === 0 ? "" : readPackedDate(letters.date)]
        .filter((part) => part !== "")
        .join(", ");
      sink.story.addSpan({ text, ...spanStyle(reading.state, fontOf(), signature) });
    }
  }

  function addUnicode(parameter: number): void {
    const code = parameter < 0 ? parameter + 0x1_00_00 : parameter;
    const font = fontOf();
    if (font?.isSymbol === true && code >= 0xf000 && code <= 0xf0ff)
      addText(symbolCharacter(font.name, code) ?? "\ufffd");
    else addText(String.fromCharCode(code & 0xff_ff));
    skipCharacters = reading.state.fallbackCharacters;
  }

  function applyOther(word: string, parameter: number | null): void {
    if (applyTableWord(reading, word, parameter)) return;
    switch (word) {
      case "par":
      case "sect":
        storyOf(reading)?.endParagraph(reading.state.paragraph);
        isCut ||= story.countBlocks() > limits.blocks;
        return;
      case "page":
        storyOf(reading)?.breakPage(reading.state.paragraph);
        return;
      case "u":
        addUnicode(parameter ?? 0);
        return;
      case "chftn":
        reading.hasMark = true;
        return;
      case "ftnalt":
        markEndnote(reading);
        return;
      case "ansicpg":
        if (parameter !== null && parameter > 0) document.codePage = parameter;
        return;
      case "mac":
        document.codePage = 10_000;
        return;
      case "pc":
        document.codePage = 437;
        return;
      case "pca":
        document.codePage = 850;
        return;
      case "deff":
        document.defaultFont = parameter;
        return;
      case "fcharset":
      case "cpg":
        applyFontWord(reading, word, parameter ?? 0);
        return;
      default:
        if (parameter !== null && ["yr", "mo", "dy", "hr", "min"].includes(word)) reading.date[word] = parameter;
        reading.state = applyWord(reading.state, word, parameter, document.headings);
    }
  }

  tokenizeRtf(bytes, {
    open() {
      flush();
      skipCharacters = 0;
      frames.push({ before: reading.state, onClose: [] });
    },
    close() {
      flush();
      skipCharacters = 0;
      const frame = frames.pop();
      if (frame === undefined) return;
      for (const action of frame.onClose) action(reading.state);
      if (reading.tableEntry !== null && reading.state.sink.kind === "capture") reading.tableEntry();
      if (frames.length === 0) isOver = true;
      else reading.state = frame.before;
    },
    word(word, parameter) {
      if (reading.state.sink.kind === "skip") return;
      if (skipCharacters > 0) {
        skipCharacters -= 1;
        return;
      }
      flush();
      if (reading.state.sink.kind === "picture") {
        applyPictureWord(reading.state.sink.picture, word, parameter);
        if (!SKIPPED.has(word)) return;
      }
      const character = CHARACTERS[word];
      if (character !== undefined) addText(character);
      else if (reading.tableEntry !== null && (word === "f" || word === "s")) {
        beginEntry(reading, word, parameter ?? 0);
      } else if (!beginDestination(reading, word)) applyOther(word, parameter);
    },
    symbol(character) {
      if (reading.state.sink.kind === "skip") return;
      if (skipCharacters > 0 && character !== "*") {
        skipCharacters -= 1;
        return;
      }
      flush();
      if (character === "*") setState(reading, { isOptional: true });
      else if (character === "~") addText("\u00a0");
      else if (character === "_") addText("\u2011");
      else if (character === "\n" || character === "\r") applyOther("par", null);
      else if (character === "\t") addText("\t");
      else if (["\\", "{", "}"].includes(character)) addText(character);
    },
    hexByte(byte) {
      if (reading.state.sink.kind === "skip") return;
      if (skipCharacters > 0) skipCharacters -= 1;
      else pending.push(byte);
    },
    text(start, end) {
      const { sink } = reading.state;
      if (sink.kind === "skip") return;
      const from = start + Math.min(skipCharacters, end - start);
      skipCharacters -= from - start;
      if (sink.kind === "picture") {
        sink.picture.digits.push(Buffer.from(bytes.subarray(from, end)).toString("latin1").replaceAll(/\s/gu, ""));
        return;
      }
      for (let at = from; at < end; at += 1) pending.push(bytes[at] ?? 0);
    },
    binary(data) {
      if (reading.state.sink.kind === "picture") reading.state.sink.picture.binary = data;
    },
    goesOn() {
      tokens += 1;
      if (tokens % 1024 === 0) limits.progress();
      return !isOver && !isCut;
    },
  });
  flush();
  const isComplete = isOver || isCut;
  for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
    for (const action of frame.onClose) action(reading.state);
    if (frames.length > 0) reading.state = frame.before;
  }
  return { story, isComplete, isCut, end: reading.state };
}

function markEndnote({ notes }: RtfReading): void {
  const note = notes.at(-1);
  if (note !== undefined) note.isEndnote = true;
}
