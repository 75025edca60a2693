import type { DetectedValue, Detection } from "../../model/detection.ts";
import type { PageContext } from "./page-context.ts";

/** The courtesy with which a third-person note opens; what stands around it names sender and addressee. */
const COURTESY =
  /(?:presents\s+(?:its|his|her|their)\s+(?:best\s+)?compliments\s+to\s+|saluda\s+(?:muy\s+)?atentamente\s+(?:a|al)\s+|(?:tiene\s+el\s+honor\s+de\s+)?(?:presenta|transmite)\s+sus\s+(?:más\s+)?atentos\s+saludos\s+(?:a|al)\s+|présente\s+ses\s+compliments\s+(?:à\s+|au\s+|aux\s+))/u;
const OPENING_WORD = /compliments|atentamente|atentos\s+saludos/u;
const FIRST_PERSON =
  /(?:^|\n)(?:Your\s+)?(?:Excellency|Excelencia|Excellence|Monsieur\s+le\s+Ministre|Señor\s+Ministro|Sir)\s?[:,]\s*\n/u;
const HONOR = /I\s+have\s+the\s+hono(?:u)?r\s+to|[Tt]engo\s+el\s+honor\s+de|[Jj]['’]ai\s+l['’]honneur/u;
/** The formula with which a first-person note ends. */
const ASSURANCE =
  /(?:Accept|Aproveche|Veuillez\s+agréer|Aprovecho\s+la\s+oportunidad)[^.]{0,80}(?:Excellency|Excelencia|Excellence|consideration|consideración|considération)/u;

const NUMBER =
  /(?:^|\n)[ \t]*(?:(?:Diplomatic\s)?(?:NOTE|Note|NOTA|Nota)(?:\s(?:VERBALE?|[Vv]erbale?))?\s?,?\s?)?(?:(?:No|NO|Nr|Núm|NÚM|Num|N\.?\s?[º°o]|Nº|N°|Ref|REF)\s?[.:]?\s?[.:]?\s?)(?<number>[\p{Lu}\d][\p{L}\d]{0,12}(?:[-/.][\p{L}\d]{1,12}){0,6})(?=\s|$)/u;
const NUMBER_AFTER_WORD =
  /(?:NOTE|Note|NOTA|Nota)\s(?:VERBALE?|[Vv]erbale?\s?)?\s?(?<number>(?:[\p{Lu}]{2,8}[-/])?\d[\p{L}\d]{0,8}(?:[-/][\p{L}\d]{1,10}){0,6})(?=\s|$)/u;

/** Before the office of an addressee: `His Excellency, the Secretary of State`. */
const STYLE_OF_ADDRESS =
  /^(?:the\s)?(?:His|Her|Su|Son)\s(?:Excellency|Excelencia|Excellence),?\s(?=(?:the|el|la|le)\s)/u;
const FIRST_ARTICLE = /^(?:The|La|El|Le|L['’]|Les|Los|Las)\s?/u;
/** Where the name of an addressee ends. */
const AFTER_ADDRESSEE =
  /\s(?:and|y|et)(?:\s(?!the\s|la\s|les?\s|los\s)\p{Ll}|,|\s?$)|\s(?:has\sthe|with\sreference|en\socasión|con\sel)|[,;.]\s|,$/u;
const LONGEST_NAME = 200;
/** How many lines before the opening the number and the date may stand. */
const HEAD_REACH = 800;

/** Finds a diplomatic note by its opening: number, sender, addressee, place and date. */
export function detectDiplomaticNote(page: PageContext, dates: readonly Detection[]): readonly Detection[] {
  const { text } = page;
  const isThird = OPENING_WORD.test(text);
  const courtesy = isThird ? COURTESY.exec(text) : null;
  const isFirst = courtesy === null && HONOR.test(text) && (FIRST_PERSON.test(text) || ASSURANCE.test(text));
  if (courtesy === null && !isFirst) return [];
  const opening = courtesy === null ? Math.max(0, text.search(HONOR)) : courtesy.index;
  const parties = courtesy === null ? NO_PARTIES : readParties(text, courtesy);
  if (courtesy !== null && parties.sender === null && parties.addressee === null) return [];
  // `avails itself … to renew` at the end of an earlier note repeats the names, not the opening.
  const headStart = Math.max(0, opening - HEAD_REACH);
  const head = text.slice(headStart, opening);
  const number = NUMBER.exec(head) ?? NUMBER_AFTER_WORD.exec(head);
  const printed = number?.groups?.["number"] ?? null;
  const dated = findPlaceAndDate(text, dates);
  const value: DetectedValue = {
    kind: "diplomatic-note",
    form: courtesy === null ? "first-person" : "note-verbale",
    number: printed,
    ...parties,
    ...dated,
  };
  if (number !== null && printed !== null) {
    const end = headStart + number.index + number[0].length;
    return [{ start: end - printed.length, end, value }];
  }
  const end = text.indexOf("\n");
  return [{ start: 0, end: end === -1 ? text.length : end, value }];
}

interface Parties {
  readonly sender: string | null;
  readonly addressee: string | null;
}

const NO_PARTIES: Parties = { sender: null, addressee: null };

function readParties(text: string, courtesy: RegExpExecArray): Parties {
  const before = text.slice(Math.max(0, courtesy.index - LONGEST_NAME), courtesy.index);
  const paragraph = before
    .slice(before.lastIndexOf("\n\n") + 1)
    .replace(/\s+/gu, " ")
    .trim();
  const sender = paragraph.slice(Math.max(0, paragraph.search(/(?:The|His|Her|La|El|Le|L['’])\s?\p{Lu}/u)));
  const after = text.slice(courtesy.index + courtesy[0].length, courtesy.index + courtesy[0].length + LONGEST_NAME);
  const flat = (after.split("\n\n")[0] ?? "").replace(/\s+/gu, " ").replace(STYLE_OF_ADDRESS, "");
  const stop = AFTER_ADDRESSEE.exec(flat)?.index ?? flat.length;
  return { sender: nameOf(sender), addressee: nameOf(flat.slice(0, stop).replace(/^(?:the|la|el|le|l['’])\s?/u, "")) };
}

function nameOf(words: string): string | null {
  const name = words
    .replace(FIRST_ARTICLE, "")
    .replace(/[\s,;.]+$/u, "")
    .trim();
  return name.length >= 3 && /\p{Lu}/u.test(name) ? name : null;
}

/**
 * `Puerto Claro, 7 March 2025`: the last line of a page that is a place and a date, or a date alone. A note bears it on its
 * last page, which may be another than the one it opens on.
 */
export function findPlaceAndDate(
  text: string,
  dates: readonly Detection[],
): { readonly place: string | null; readonly date: string | null } {
  for (const { start, end, value } of [...dates].reverse()) {
    if (value.kind !== "date" || value.precision === "year" || value.precision === "month") continue;
    if (!/^\.?\s?(?:\n|$)/u.test(text.slice(end, end + 3))) continue;
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    const place = /^(?<place>\p{Lu}[\p{L}.'’ -]{2,40}),\s(?:a\s|le\s|on\s)?$/u.exec(line)?.groups?.["place"];
    if (place !== undefined || line.trim() === "") return { place: place ?? null, date: value.value };
  }
  return { place: null, date: null };
}
