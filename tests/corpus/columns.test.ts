import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { orderColumns } from "#adapters/pdf/columns/order-columns.ts";
import { createGlyphs, type Glyphs, NOWHERE, pushGlyph, RIGHT, SPACE } from "#adapters/pdf/glyphs.ts";
import type { Lines } from "#adapters/pdf/lines.ts";
import { countPages, openDocument } from "#adapters/pdf/open-document.ts";
import { createPageReader } from "#adapters/pdf/page-reader.ts";
import { compilePdfium, loadPdfium, resolvePdfiumWasm } from "#adapters/pdf/pdfium-module.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";

/** Told of the lines of every page that is read, and of what became of them. */
const watch = vi.hoisted(() => ({ see: (_before: unknown, _after: unknown): void => {} }));

vi.mock("#adapters/pdf/columns/order-columns.ts", async (load) => {
  const original = await load<{ orderColumns(lines: Lines): Lines }>();
  const watched = (lines: Lines): Lines => {
    const ordered = original.orderColumns(lines);
    watch.see(lines, ordered);
    return ordered;
  };
  return { orderColumns: watched };
});

const pdfium = await loadPdfium(await compilePdfium(resolvePdfiumWasm()), 2 ** 30);
const readPage = createPageReader(pdfium);

/** Reads all pages of a file; `see` gets the lines of each as they are painted and as they are read. */
function readPages(path: string, see: (page: number, painted: Lines, ordered: Lines) => void): void {
  try {
    const document = openDocument(pdfium, path);
    try {
      const pages = countPages(pdfium, document, 20_000);
      for (let index = 0; index < pages; index += 1) {
        watch.see = (painted, ordered) => see(index + 1, painted as Lines, ordered as Lines);
        readPage(document.pointer, index, [], 0);
      }
    } finally {
      watch.see = () => {};
      document.close();
    }
  } catch (thrown) {
    // Files that are refused have no pages.
    if (!(thrown instanceof ProbativeError)) throw thrown;
  }
}

describe.skipIf(NO_CORPUS)("columns of real documents", () => {
  test("no page is changed: none of them is painted row by row", { timeout: 300_000 }, () => {
    const changed: string[] = [];
    let pages = 0;
    const names = readdirSync(CORPUS, { recursive: true, encoding: "utf8" });
    for (const path of names.filter((name) => /\.pdf$/iu.test(name)).map((name) => join(CORPUS, name))) {
      readPages(path, (page, painted, ordered) => {
        pages += 1;
        if (painted !== ordered) changed.push(`${relative(CORPUS, path)}, page ${page}`);
      });
    }
    expect(pages).toBeGreaterThan(2_000);
    expect(changed).toEqual([]);
  });

  test.each([
    ["foia/federal-register-2020-17221.pdf", 0.95],
    ["scanned/42USC2000ee-PCLOB_Enabling_Statute.pdf", 0.95],
    ["diplomatic/Federal_Voter_Registration_6-8-18_SPA.pdf", 0.9],
  ])("%s, laid row by row, comes back in its columns", (name, least) => {
    let [followed, total] = [0, 0];
    readPages(join(CORPUS, name), (_, painted) => {
      const rows = layRows(painted);
      if (rows === undefined) return;
      const order = new Set(pairs(textsOf(orderColumns(rows))));
      const expected = pairs(textsOf(painted));
      followed += expected.filter((pair) => order.has(pair)).length;
      total += expected.length;
    });
    expect(total).toBeGreaterThan(500);
    expect(followed / total).toBeGreaterThanOrEqual(least);
  });
});

function textsOf({ units, starts }: Lines): readonly string[] {
  return starts.slice(1).map((end, line) => String.fromCharCode(...units.code.subarray(starts[line] ?? 0, end)));
}

function pairs(texts: readonly string[]): readonly string[] {
  return texts.slice(1).map((text, index) => `${texts[index]}\n${text}`);
}

interface Place {
  readonly line: number;
  readonly begin: number;
  readonly end: number;
  readonly middle: number;
  readonly height: number;
}

/** The fewest rows of several lines that make a page one in columns. */
const FEWEST_ROWS = 15;

/**
 * Lays the lines of a page next to each other that stand at one height, and those in other directions at the end;
 * undefined when the page has no columns.
 */
function layRows({ units, starts }: Lines): Lines | undefined {
  const places = starts.slice(1).map((end, line) => placeOf(units, starts[line] ?? 0, end, line));
  const rows: Place[][] = [];
  const sorted = places.flatMap((place) => place ?? []).sort((first, second) => second.middle - first.middle);
  for (const place of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isBeside = (other: Place): boolean => other.end <= place.begin || place.end <= other.begin;
    if (
      row !== undefined &&
      first !== undefined &&
      first.middle - place.middle < place.height / 2 &&
      row.every(isBeside)
    )
      row.push(place);
    else rows.push([place]);
  }
  if (rows.filter((row) => row.length > 1).length < FEWEST_ROWS) return undefined;
  const others = places.flatMap((place, line) => (place === undefined ? [[{ line, begin: 0 }]] : []));
  const laid: Lines = { units: createGlyphs(units.count + starts.length), starts: [0] };
  for (const row of [...rows, ...others]) {
    const inOrder = row.toSorted((first, second) => first.begin - second.begin);
    inOrder.forEach(({ line }, index) => {
      if (index > 0) pushGlyph(laid.units, SPACE, NOWHERE, 0, 0, 0, 0);
      for (let unit = starts[line] ?? 0; unit < (starts[line + 1] ?? 0); unit += 1) copyUnit(units, unit, laid.units);
    });
    laid.starts.push(laid.units.count);
  }
  return laid;
}

function placeOf(units: Glyphs, from: number, to: number, line: number): Place | undefined {
  let [begin, end, low, high, placed] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (let unit = from; unit < to; unit += 1) {
    const direction = units.direction[unit];
    if (units.code[unit] === SPACE || direction === NOWHERE) continue;
    if (direction !== RIGHT) return undefined;
    begin = Math.min(begin, units.begin[unit] ?? 0);
    end = Math.max(end, units.end[unit] ?? 0);
    low += units.low[unit] ?? 0;
    high += units.high[unit] ?? 0;
    placed += 1;
  }
  if (placed === 0) return undefined;
  return { line, begin, end, middle: (low + high) / 2 / placed, height: (high - low) / placed };
}

function copyUnit({ code, direction, begin, end, low, high }: Glyphs, unit: number, target: Glyphs): void {
  const [from, to] = [begin[unit] ?? 0, end[unit] ?? 0];
  pushGlyph(target, code[unit] ?? 0, direction[unit] ?? NOWHERE, from, to, low[unit] ?? 0, high[unit] ?? 0);
}
