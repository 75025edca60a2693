import { type GroupState, type LetterState, PLAIN_LETTERS } from "./group-state.ts";
import { type ParagraphState, PLAIN_PARAGRAPH } from "./rtf-story.ts";

/** Control words that stand for a character. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  softline: "\n",
  emdash: "—",
  endash: "–",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
};

const UNDERLINES =
  /^ul(?:d|dash|dashd|dashdd|db|hwave|ldash|th|thd|thdash|thdashd|thdashdd|thldash|w|wave|ololdbwave|uldbwave)?$/u;

/**
 * The state after a control word that says how letters or paragraphs look; the same state for all others.
 *
 * @param headings heading levels by number of style
 */
export function applyWord(
  state: GroupState,
  word: string,
  parameter: number | null,
  headings: ReadonlyMap<number, ParagraphState["heading"]>,
): GroupState {
  const isOn = parameter !== 0;
  const letters = (change: Partial<LetterState>): GroupState => ({
    ...state,
    letters: { ...state.letters, ...change },
  });
  const paragraph = (change: Partial<ParagraphState>): GroupState => ({
    ...state,
    paragraph: { ...state.paragraph, ...change },
  });
  switch (word) {
    case "plain":
      return { ...state, letters: PLAIN_LETTERS };
    case "b":
      return letters({ bold: isOn });
    case "i":
      return letters({ italic: isOn });
    case "strike":
    case "striked":
      return letters({ struck: isOn });
    case "ulnone":
      return letters({ underlined: false });
    case "v":
      return letters({ hidden: isOn });
    case "super":
      return letters({ position: isOn ? "superscript" : null });
    case "sub":
      return letters({ position: isOn ? "subscript" : null });
    case "nosupersub":
      return letters({ position: null });
    case "f":
      return letters({ font: parameter });
    case "revised":
      return letters({ change: isOn ? "inserted" : null });
    case "deleted":
      return letters({ change: isOn ? "deleted" : null });
    case "revauth":
    case "revauthdel":
      return letters({ author: parameter ?? 0 });
    case "revdttm":
    case "revdttmdel":
      return letters({ date: parameter ?? 0 });
    case "uc":
      return { ...state, fallbackCharacters: Math.max(0, parameter ?? 1) };
    case "pard":
      return { ...state, paragraph: PLAIN_PARAGRAPH };
    case "ql": {
      const { align: _, ...rest } = state.paragraph;
      return { ...state, paragraph: rest };
    }
    case "qc":
      return paragraph({ align: "center" });
    case "qr":
      return paragraph({ align: "end" });
    case "qj":
      return paragraph({ align: "justify" });
    case "li":
      return paragraph({ indent: parameter ?? 0 });
    case "ilvl":
      return paragraph({ listLevel: parameter ?? 0 });
    case "intbl":
      return paragraph({ tables: Math.max(1, state.paragraph.tables) });
    case "itap":
      return paragraph({ tables: Math.max(0, parameter ?? 0) });
    case "s":
      return paragraph({ heading: headings.get(parameter ?? -1) ?? null });
    case "outlinelevel":
      return paragraph({ heading: headingLevel((parameter ?? 9) + 1) });
    default:
      return UNDERLINES.test(word) ? letters({ underlined: isOn }) : state;
  }
}

/** 1 to 6 for the levels 1 to 9 of an outline; null for anything else. */
export function headingLevel(level: number): ParagraphState["heading"] {
  if (level < 1 || level > 9) return null;
  return level >= 6 ? 6 : level === 5 ? 5 : level === 4 ? 4 : level === 3 ? 3 : level === 2 ? 2 : 1;
}
