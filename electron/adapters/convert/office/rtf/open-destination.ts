import { formatNumber } from "../docx/number-formats.ts";
import { addressOfField, symbolOfField } from "../field-instructions.ts";
import { countOf } from "../notices.ts";
import { CAPTURED, MARGINS, OPTIONAL_READ, SKIPPED } from "./destinations.ts";
import { beginAuthors, beginFonts, beginStyles } from "./file-tables.ts";
import { formatDate, type PictureData, readPackedDate } from "./group-state.ts";
import { atEnd, beginStory, capture, type RtfReading, setState, storyOf } from "./reading.ts";
import { commentSpan, noteField, showPicture } from "./rtf-document.ts";

const describeObjects = (count: number): string => `${countOf(count, "embedded object")} that was not taken out.`;

/** @returns true when the word begins a destination */
export function beginDestination(reading: RtfReading, word: string): boolean {
  if (reading.state.isOptional && !OPTIONAL_READ.has(word)) {
    setState(reading, { sink: { kind: "skip" } });
    return true;
  }
  if (reading.state.isOptional) setState(reading, { isOptional: false });
  const margin = MARGINS[word];
  if (SKIPPED.has(word)) setState(reading, { sink: { kind: "skip" } });
  else if (margin !== undefined)
    beginStory(reading, (blocks) => reading.document.margins.push({ kind: margin, blocks }));
  else if (CAPTURED.has(word)) beginCapture(reading, word);
  else {
    switch (word) {
      case "fonttbl":
        return beginFonts(reading);
      case "stylesheet":
        return beginStyles(reading);
      case "revtbl":
        return beginAuthors(reading);
      case "info":
      case "sn":
      case "sv":
        setState(reading, { sink: { kind: "mute" } });
        return true;
      case "creatim":
      case "revtim":
        reading.date = {};
        setState(reading, { sink: { kind: "mute" } });
        atEnd(reading, () => {
          const { yr = 0, mo = 0, dy = 0, hr = 0, min = 0 } = reading.date;
          if (yr > 0 && mo > 0 && dy > 0) reading.document.info.set(word, formatDate(yr, mo, dy, hr, min));
        });
        return true;
      case "field":
        return beginField(reading);
      case "fldrslt":
        if (reading.state.field !== null) reading.state.field.hasResult = true;
        return true;
      case "pict":
        beginPicture(reading);
        return true;
      case "footnote":
        beginNote(reading);
        return true;
      case "annotation": {
        const caller = storyOf(reading);
        beginStory(reading, (blocks) =>
          caller?.addSpan(commentSpan(reading.document, blocks, reading.document.info.get("atndate") ?? "")),
        );
        return true;
      }
      case "shptxt":
      case "dptxbxtext": {
        const caller = reading.boxStories.at(-1) ?? storyOf(reading);
        beginStory(reading, (blocks) => {
          for (const block of blocks) caller?.addAfter(block);
        });
        return true;
      }
      case "shpinst":
      case "do":
        reading.boxStories.push(storyOf(reading));
        setState(reading, { sink: { kind: "mute" } });
        atEnd(reading, () => reading.boxStories.pop());
        return true;
      case "objdata":
        reading.document.notices.count("content-not-shown", describeObjects);
        setState(reading, { sink: { kind: "skip" } });
        return true;
      case "upr":
        reading.unicodeSink = reading.state.sink;
        setState(reading, { sink: { kind: "mute" } });
        return true;
      case "ud":
        if (reading.unicodeSink !== null) setState(reading, { sink: reading.unicodeSink });
        return true;
      case "nesttableprops": {
        const { definitions, isHeaderRow } = reading;
        atEnd(reading, () => {
          reading.definitions = definitions;
          reading.isHeaderRow = isHeaderRow;
        });
        return true;
      }
      default:
        return false;
    }
  }
  return true;
}
/** A note has a number when a mark stands before it; otherwise its own sign stands in the text (`*`). */
function beginNote(reading: RtfReading): void {
  const { document } = reading;
  const caller = storyOf(reading);
  const isMarked = reading.hasMark;
  reading.hasMark = false;
  const note = { isEndnote: false };
  reading.notes.push(note);
  beginStory(reading, (blocks) => {
    reading.notes.pop();
    if (note.isEndnote) {
      document.endnoteNumber += isMarked ? 1 : 0;
      const mark = isMarked ? formatNumber(document.endnoteNumber, "lowerRoman") : "";
      caller?.addSpan({ text: mark, superscript: true });
      document.endnotes.push({ kind: "item", marker: mark, level: 0, spans: [] }, ...blocks);
    } else if (isMarked) {
      document.footnotes += 1;
      caller?.addSpan({ text: String(document.footnotes), superscript: true, footnote: document.footnotes });
      caller?.addAfter({ kind: "footnote", number: document.footnotes, blocks });
    } else for (const block of blocks) caller?.addAfter(block);
  });
}

function beginPicture(reading: RtfReading): void {
  const target = storyOf(reading);
  const picture: PictureData = {
    digits: [],
    binary: null,
    format: "",
    width: 0,
    height: 0,
    scaleX: 100,
    scaleY: 100,
  };
  setState(reading, { sink: { kind: "picture", picture } });
  atEnd(reading, () => target?.addAfter(showPicture(reading.document, picture)));
}

function beginCapture(reading: RtfReading, word: string): void {
  const target = storyOf(reading);
  const { field } = reading.state;
  capture(reading, (text) => {
    if (word === "fldinst") {
      noteField(reading.document, text);
      if (field !== null) {
        field.instruction = text;
        field.link = addressOfField(text);
      }
    } else if (word === "listtext" || word === "pntext") target?.setMarker(text);
    else if (word === "atnauthor") reading.document.commentAuthor = text;
    else if (word === "atndate") reading.document.info.set(word, readPackedDate(Number(text)));
    else if (word !== "atnid") reading.document.info.set(word, text.replace(/;$/u, ""));
  });
}

function beginField(reading: RtfReading): true {
  const field = { link: undefined, instruction: "", hasResult: false };
  setState(reading, { field });
  atEnd(reading, (end) => {
    if (field.hasResult || end.sink.kind !== "story") return;
    const text = symbolOfField(field.instruction);
    if (text !== "") end.sink.story.addSpan({ text });
  });
  return true;
}
