import type { PageInfo, PageText } from "#shared/model/document.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import { makePageTransform, quadToRect } from "./page-transform.ts";

/** The words of a page by which it is recognised in another document: folded, without the shortest. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? []
  );
}

/** How much two pages have in common: words of both, as a part of the words of either. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const left = new Set(one);
  const right = new Set(other);
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return common / (left.size + right.size - common);
}

/** Likeness from which on two pages are taken for one. */
const SAME_PAGE = 0.3;

/** The pages to look at for the counterpart of one, the likeliest first. */
export function candidatesAround(guess: number, pages: number, reach: number): readonly number[] {
  const around = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    index % 2 === 0 ? guess + index / 2 : guess - (index + 1) / 2,
  );
  return around.filter((page) => page >= 1 && page <= pages);
}

/**
 * The page among some that repeats a page; null when none does.
 *
 * @param candidates the likeliest first: of two that are alike as much, the first is taken
 */
export function matchPage(
  text: string,
  candidates: readonly { readonly page: number; readonly text: string }[],
): number | null {
  const words = wordsOf(text);
  let best: number | null = null;
  let most = SAME_PAGE;
  for (const candidate of candidates) {
    const shared = likeness(words, wordsOf(candidate.text));
    if (shared > most + 0.01 || (best === null && shared >= most)) {
      most = shared;
      best = candidate.page;
    }
  }
  return best;
}

/** A page with its text, as far as its geometry is concerned. */
export interface PlacedText {
  readonly info: Pick<PageInfo, "box" | "rotation">;
  readonly text: PageText;
}

/** The part of a page's height at which a character stands; null when it has no place. */
function heightAt({ info, text }: PlacedText, offset: number): number | null {
  const quad = quadsForRange(text.runs, offset, offset + 1)[0];
  if (quad === undefined) return null;
  const transform = makePageTransform(info, 1, 0);
  return quadToRect(transform, quad).top / transform.height;
}

/** The first line that begins at a height of a page or below it. */
function lineBelow(page: PlacedText, fraction: number): { readonly start: number; readonly fraction: number } | null {
  let best: { readonly start: number; readonly fraction: number } | null = null;
  for (const run of page.text.runs) {
    const height = heightAt(page, run.start);
    if (height === null || height < fraction - 0.004) continue;
    if (best === null || height < best.fraction) best = { start: run.start, fraction: height };
  }
  return best;
}

/** Words by which a line is found again, the longest row of them first. */
const ROWS = [8, 5, 3];

function expressionOf(words: readonly string[]): RegExp {
  return new RegExp(words.join("[^\\p{L}\\p{N}]+"), "iu");
}

/**
 * The height of a page (part of 1) at which stands what stands at a height of the page that it repeats: the same words,
 * and the same distance from them. Without such words, the same height.
 */
export function matchHeight(from: PlacedText, fraction: number, to: PlacedText): number {
  const line = lineBelow(from, fraction);
  if (line === null) return fraction;
  const words = from.text.text.slice(line.start, line.start + 160).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const length of ROWS) {
    if (words.length < length) continue;
    const found = expressionOf(words.slice(0, length)).exec(to.text.text);
    const height = found === null ? null : heightAt(to, found.index);
    if (height !== null) return height - (line.fraction - fraction);
  }
  return fraction;
}
