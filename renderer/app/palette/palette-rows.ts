import type { DocumentSummary } from "#shared/model/document.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { SavedSearchState } from "#shared/model/search-report.ts";
import type { Tag } from "#shared/model/tag.ts";
import { formatPartialDate, kindLabel } from "../../library/labels.ts";
import { say } from "../../messages/say.ts";
import { oneLine } from "../../passages/passage-filter.ts";
import type { Command } from "../commands.ts";
import type { RowShape, RowWords } from "./row-index.ts";

/** What the palette finds, by sort. Commands keep their own names as `id`. */
export interface PaletteRows {
  readonly document: DocumentSummary;
  readonly passage: PassageListItem;
  readonly tag: Tag;
  readonly search: SavedSearchState;
  readonly command: Command;
}

/** The sorts, in the order in which equally good groups stand. */
export const PALETTE_SORTS = ["command", "search", "tag", "passage", "document"] as const;
export type PaletteSort = (typeof PALETTE_SORTS)[number];

/** Letters of a quotation that are shown and searched; the search field finds the rest. */
const QUOTE_LETTERS = 240;

/** How each sort is told apart and found. */
export const ROW_SHAPES: { readonly [Sort in PaletteSort]: RowShape<PaletteRows[Sort]> } = {
  command: { keyOf: ({ id }) => `command:${id}`, wordsOf: commandWords },
  search: {
    keyOf: ({ savedSearchId }) => savedSearchId,
    wordsOf: ({ name, search }) => ({ name, title: "", more: search.query }),
  },
  tag: { keyOf: ({ tagId }) => tagId, wordsOf: ({ name }) => ({ name, title: "", more: "" }) },
  passage: {
    keyOf: ({ passageId }) => passageId,
    wordsOf: ({ quote, note, citation, documentTitle }) => ({
      name: citation,
      title: quoteLine(quote),
      more: `${note.slice(0, QUOTE_LETTERS)} ${documentTitle}`,
    }),
  },
  document: { keyOf: ({ documentId }) => documentId, wordsOf: documentWords },
};

/** A quotation as the palette shows it. */
export function quoteLine(quote: string): string {
  const line = oneLine(quote.slice(0, QUOTE_LETTERS * 2));
  return line.length > QUOTE_LETTERS ? `${line.slice(0, QUOTE_LETTERS)}…` : line;
}

/** What stands behind a document's title: short name, kind, date, Bates numbers. */
export function documentDetail({ title, shortName, fields }: DocumentSummary): string {
  const { kind, date, batesBegin, batesEnd } = fields;
  return [
    shortName === title ? null : shortName,
    kind === null ? null : kindLabel(kind),
    date === null ? null : formatPartialDate(date),
    batesBegin === null || batesEnd === batesBegin ? batesBegin : `${batesBegin}–${batesEnd ?? ""}`,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function commandWords({ label, of, words }: Command): RowWords {
  return {
    name: say(label),
    title: of === undefined ? "" : say(of),
    more: words === undefined ? "" : say(words),
  };
}

function documentWords({ title, shortName, fileName, author, fields }: DocumentSummary): RowWords {
  const { kind, court, caseNumber, ecfNumber, batesBegin, date } = fields;
  const more = [
    fileName,
    author,
    kind === null ? null : kindLabel(kind),
    court,
    caseNumber,
    ecfNumber === null ? null : `ECF ${ecfNumber}`,
    // The last number of a document would cost as much memory as all else that is its own, and is asked for with the first.
    batesBegin,
    date,
  ];
  return { name: shortName, title, more: more.filter((part) => part !== null).join(" ") };
}
