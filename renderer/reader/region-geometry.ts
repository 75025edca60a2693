import type { PageInfo, PageText } from "#shared/model/document.ts";
import type { Box, Quad, TextRun } from "#shared/model/geometry.ts";
import type { PageRegion } from "#shared/model/passage.ts";
import { type PageRect, type PageTransform, quadToRect, toUserSpace, usableBox } from "./page-transform.ts";
import type { Extent } from "./reader-types.ts";
import type { Span } from "./text-units.ts";

/** Points below which a rectangle was not meant: a hand that shook while clicking. */
const LEAST_SIDE = 4;

/** The box as one quad, upright. */
export function quadOfBox([left, bottom, right, top]: Box): Quad {
  return [left, top, right, top, left, bottom, right, bottom];
}

/** Where a box of PDF user space stands on the page as it is shown. */
export function boxToRect(transform: PageTransform, box: Box): PageRect {
  const { left, top, width, height } = quadToRect(transform, quadOfBox(box));
  return { left, top, width, height };
}

/** The box that a rectangle of the page as it is shown covers, kept on the page. Null when it is too small to be meant. */
export function rectToBox(info: Pick<PageInfo, "box">, transform: PageTransform, rect: PageRect): Box | null {
  const [x0, y0] = toUserSpace(transform, rect.left, rect.top);
  const [x1, y1] = toUserSpace(transform, rect.left + rect.width, rect.top + rect.height);
  const [left, bottom, right, top] = usableBox(info.box);
  const box: Box = [
    Math.max(left, Math.min(x0, x1)),
    Math.max(bottom, Math.min(y0, y1)),
    Math.min(right, Math.max(x0, x1)),
    Math.min(top, Math.max(y0, y1)),
  ];
  return box[2] - box[0] >= LEAST_SIDE && box[3] - box[1] >= LEAST_SIDE ? box : null;
}

/** The rectangle between two points of the page. */
export function rectBetween(from: readonly [number, number], to: readonly [number, number]): PageRect {
  return {
    left: Math.min(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    width: Math.abs(from[0] - to[0]),
    height: Math.abs(from[1] - to[1]),
  };
}

/** A rectangle moved or sized by some pixels; it stays on the page of that size, and does not turn over. */
export function changeRect(
  rect: PageRect,
  page: { readonly width: number; readonly height: number },
  by: { readonly across: number; readonly down: number },
  how: "move" | "size",
): PageRect {
  const limit = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  if (how === "move") {
    return {
      ...rect,
      left: limit(rect.left + by.across, 0, page.width - rect.width),
      top: limit(rect.top + by.down, 0, page.height - rect.height),
    };
  }
  return {
    ...rect,
    width: limit(rect.width + by.across, LEAST_SIDE * 2, page.width - rect.left),
    height: limit(rect.height + by.down, LEAST_SIDE * 2, page.height - rect.top),
  };
}

/** Offsets of a run whose characters have their middle inside of the box. */
function spansOfRun(run: TextRun, [left, bottom, right, top]: Box): readonly Span[] {
  const isAcross = run.direction === "right" || run.direction === "left";
  const middle = (run.low + run.high) / 2;
  const [from, to, low, high] = isAcross ? [left, right, bottom, top] : [bottom, top, left, right];
  if (middle < low || middle > high) return [];
  const inside = Array.from({ length: run.end - run.start }, (_, index) => index).filter((index) => {
    const center = ((run.edges[index] ?? 0) + (run.edges[index + 1] ?? 0)) / 2;
    return center >= from && center <= to;
  });
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined ? [] : [{ start: run.start + first, end: run.start + last + 1 }];
}

/** Stretches of a page's text inside of a box, in the order of the text; what only white space parts is one stretch. */
export function spansInBox(text: string, runs: readonly TextRun[], box: Box): readonly Span[] {
  const joined: Span[] = [];
  for (const span of runs.flatMap((run) => spansOfRun(run, box)).toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, span.start).trim() === "") {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined.filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

/** A region with the text inside of it. `text` is null for a page without text, or while it is not there. */
export function extentOfRegion(region: PageRegion, text: PageText | null): Extent {
  const spans = text === null ? [] : spansInBox(text.text, text.runs, region.box);
  return {
    ranges: spans.length === 0 ? [] : spans.map((span) => ({ page: region.page, ...span, quads: [] })),
    quote: text === null ? "" : spans.map(({ start, end }) => text.text.slice(start, end).trim()).join("\n"),
    region,
  };
}
