import MiniSearch, { type SearchResult } from "minisearch";
import { foldToken, tokenize } from "#shared/text/tokenize.ts";

/** What a row is found by. The name weighs most, then the title. */
export interface RowWords {
  readonly name: string;
  readonly title: string;
  readonly more: string;
}

type Quality = 0 | 1 | 2 | 3;

/** A row that was met, and how well. */
export interface RowMatch<Row> {
  readonly key: string;
  readonly row: Row;
  /**
   * 3: title or name begin with what was typed; 2: all words begin words of them; 1: some do so only in what is not shown;
   * 0: with typing errors.
   */
  readonly quality: Quality;
  /** Higher is better; only among matches of one quality. */
  readonly score: number;
}

/** Waits for the window's other work when the time of a slice is used up; null when there is time left. */
export type Pause = () => Promise<void> | null;

/** Rows of one sort, found by the beginnings of their words, with typing errors. */
export interface RowIndex<Row> {
  readonly size: number;
  find(key: string): Row | undefined;
  /** Takes in what is new or changed and drops what is gone. A later call ends an earlier one. */
  sync(rows: readonly Row[], pause: Pause): Promise<void>;
  /** Searches one part of the rows a step and gives the best of it. `raised` are keys that come before their equals. */
  search(query: string, raised: ReadonlySet<string>): Generator<readonly RowMatch<Row>[]>;
}

/**
 * Rows in one part. One index of 100,000 documents takes 60–430 ms for a common word or a single letter (it ranks all that
 * match), a part of 2,000 takes 1–3 ms: so the first results stand before the next frame, whatever was typed.
 */
export const PART_SIZE = 2000;

/** Matches of a part that are looked at; more would not be shown. */
const BEST = 40;

/** Letters up to which only names and titles are looked at: a letter or two begin some word of almost every row. */
const SHORT = 2;

/** Words of a search that are looked at. */
const WORDS_AT_MOST = 8;

/** A word from which on, and without digits: a number that is written otherwise is another number. */
const FUZZY_FROM = 4;

interface IndexedWords extends RowWords {
  readonly id: string;
}

/** How rows of a sort are told apart and found. */
export interface RowShape<Row> {
  readonly keyOf: (row: Row) => string;
  readonly wordsOf: (row: Row) => RowWords;
}

/**
 * Makes an empty index. MiniSearch has the words; it is filled row by row with pauses by the clock, because its own
 * `addAllAsync` counts rows, cannot be stopped, and knows no changed rows.
 *
 * Measured with 100,000 documents of about 12 words in Chromium, on a machine of 2 cores that did other work too: filled
 * in 5–11 s of slices (2.4 s of work), 200 MB, longest task 90–120 ms; first rows on the screen 9–14 ms after most keys,
 * 20–80 ms after the very first one and up to 170 ms when garbage is collected; all parts looked through after 10–510 ms.
 */
export function createRowIndex<Row>({ keyOf, wordsOf }: RowShape<Row>): RowIndex<Row> {
  const parts: MiniSearch<IndexedWords>[] = [];
  const known = new Map<string, { row: Row; readonly part: MiniSearch<IndexedWords> }>();
  let turn = 0;
  let last: readonly Row[] | null = null;

  const indexed = (row: Row): IndexedWords => ({ id: keyOf(row), ...wordsOf(row) });
  const roomyPart = () => {
    const roomy = parts.findLast((part) => part.documentCount < PART_SIZE);
    if (roomy !== undefined) return roomy;
    const part = createPart();
    parts.push(part);
    return part;
  };
  const take = (row: Row) => {
    const key = keyOf(row);
    const before = known.get(key);
    if (before === undefined) {
      const part = roomyPart();
      part.add(indexed(row));
      known.set(key, { row, part });
    } else if (before.row !== row) {
      before.row = row;
      before.part.replace(indexed(row));
    }
  };
  const drop = (key: string) => {
    known.get(key)?.part.discard(key);
    known.delete(key);
  };

  return {
    get size() {
      return known.size;
    },
    find: (key) => known.get(key)?.row,
    sync: async (rows, pause) => {
      turn += 1;
      if (rows === last) return;
      last = null;
      const mine = turn;
      const present = new Set<string>();
      for (const row of rows) {
        take(row);
        present.add(keyOf(row));
        const rest = pause();
        if (rest === null) continue;
        await rest;
        if (turn !== mine) return;
      }
      if (known.size > present.size) for (const key of [...known.keys()]) if (!present.has(key)) drop(key);
      last = rows;
    },
    *search(query, raised) {
      const words = tokenize(query).slice(0, WORDS_AT_MOST);
      const text = words.map((word) => foldToken(word.text)).join(" ");
      if (text === "") return;
      for (const part of parts) {
        const results = part.search(text, {
          ...(text.length <= SHORT ? { fields: ["name", "title"] } : {}),
          ...(raised.size === 0 ? {} : { boostDocument: (id) => (raised.has(String(id)) ? 4 : 1) }),
        });
        yield results.slice(0, BEST).flatMap((result) => {
          const key = String(result.id);
          const row = known.get(key)?.row;
          if (row === undefined) return [];
          return [{ key, row, quality: qualityOf(text, result, wordsOf(row)), score: result.score }];
        });
      }
    },
  };
}

function createPart(): MiniSearch<IndexedWords> {
  return new MiniSearch<IndexedWords>({
    fields: ["name", "title", "more"],
    tokenize: (text) => tokenize(text).map((token) => token.text),
    processTerm: (term) => foldToken(term) || null,
    searchOptions: {
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length >= FUZZY_FROM && !/\d/.test(term) ? 0.2 : false),
      boost: { name: 3, title: 2, more: 1 },
    },
  });
}

function qualityOf(
  text: string,
  result: Pick<SearchResult, "queryTerms" | "match">,
  { name, title }: RowWords,
): Quality {
  if (foldText(title).startsWith(text) || foldText(name).startsWith(text)) return 3;
  const met = Object.entries(result.match);
  const areMet = (isShown: boolean) =>
    result.queryTerms.every((wanted) =>
      met.some(([term, fields]) => term.startsWith(wanted) && (!isShown || fields.some((field) => field !== "more"))),
    );
  if (areMet(true)) return 2;
  return areMet(false) ? 1 : 0;
}

function foldText(text: string): string {
  return tokenize(text)
    .map((token) => foldToken(token.text))
    .join(" ");
}
