import type { PageInfo } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import { usableBox } from "./page-transform.ts";

/** Points of paper left around the print of a page. */
const MARGIN = 10;
/** Points by which print may stick out of the common frame before its page gets a frame of its own. */
const SLACK = 2;
/** A frame of less than this part of the page's side would be a mistake: the page is shown whole. */
const SMALLEST_PART = 0.25;
/** Part of the sampled pages, from the outside, whose print may stick out of the common frame. */
const OUTLIERS = 0.15;
/** Pages of one size that are looked at for their common frame. */
const SAMPLE = 12;

/** How much darker than paper a pixel must be to be print (of 255), and how many of a line of pixels. */
const DARKER = 40;
const LEAST_PIXELS = 2;

type Boxed = Pick<PageInfo, "page" | "box">;

/** Pixels as a canvas gives them: four bytes each, row by row from the top. */
export interface PixelGrid {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Pages of one size share a frame, so that columns stand under each other from page to page. */
function sizeOf({ box }: Pick<PageInfo, "box">): string {
  const [left, bottom, right, top] = usableBox(box);
  return `${Math.round(right - left)}×${Math.round(top - bottom)}`;
}

/**
 * The extent of everything that stands out from the paper of a painted page, text and pictures alike, in parts of 1 from
 * its left bottom corner; null when it is blank.
 */
export function findPrint({ width, height, data }: PixelGrid): Box | null {
  const rows = new Uint32Array(height);
  const columns = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const darkest = Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
      if (darkest >= 255 - DARKER) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  const hasPrint = (count: number): boolean => count >= LEAST_PIXELS;
  const left = columns.findIndex(hasPrint);
  const top = rows.findIndex(hasPrint);
  if (left === -1 || top === -1) return null;
  const right = columns.findLastIndex(hasPrint) + 1;
  const bottom = rows.findLastIndex(hasPrint) + 1;
  return [left / width, 1 - bottom / height, right / width, 1 - top / height];
}

/** The extent of print in user space, with its margin, kept inside of the page. */
export function frameOfPrint(box: Box, print: Box): Box {
  const [left, bottom, right, top] = usableBox(box);
  const width = right - left;
  const height = top - bottom;
  return [
    Math.max(left, left + print[0] * width - MARGIN),
    Math.max(bottom, bottom + print[1] * height - MARGIN),
    Math.min(right, left + print[2] * width + MARGIN),
    Math.min(top, bottom + print[3] * height + MARGIN),
  ];
}

/** The pages to look at for the frames of a document: up to twelve of each size, evenly spread. */
export function choosePages(pageInfos: readonly Boxed[]): readonly number[] {
  const bySize = new Map<string, number[]>();
  for (const info of pageInfos) {
    const pages = bySize.get(sizeOf(info));
    if (pages === undefined) bySize.set(sizeOf(info), [info.page]);
    else pages.push(info.page);
  }
  return [...bySize.values()].flatMap((pages) => {
    const step = Math.max(1, pages.length / SAMPLE);
    const count = Math.min(SAMPLE, pages.length);
    return Array.from({ length: count }, (_, index) => pages[Math.floor((index + 0.5) * step)] ?? pages[0] ?? 1);
  });
}

/** What was seen of the pages: the frame of their print, or null for a blank one. */
export type SeenFrames = ReadonlyMap<number, Box | null>;

/**
 * The frame that the sampled pages of each size share, by size. Each side stands where few of them have print beyond it;
 * those few get a wider frame of their own, so that nothing is ever cut off.
 */
export function commonFrames(pageInfos: readonly Boxed[], sampled: readonly number[], seen: SeenFrames): SharedFrames {
  const bySize = new Map<string, Box[]>();
  for (const page of sampled) {
    const info = pageInfos[page - 1];
    const frame = seen.get(page) ?? null;
    if (info === undefined || frame === null) continue;
    const frames = bySize.get(sizeOf(info));
    if (frames === undefined) bySize.set(sizeOf(info), [frame]);
    else frames.push(frame);
  }
  const common = new Map<string, Box>();
  for (const [size, frames] of bySize) {
    const at = (side: 0 | 1 | 2 | 3, outwards: 1 | -1): number => {
      const values = frames.map((frame) => frame[side]).sort((first, second) => outwards * (second - first));
      return values[Math.floor(values.length * OUTLIERS)] ?? 0;
    };
    common.set(size, [at(0, -1), at(1, -1), at(2, 1), at(3, 1)]);
  }
  return common;
}

/** Common frames by the size of the page. */
export type SharedFrames = ReadonlyMap<string, Box>;

/** The part of a page that is shown when margins are left out: the common frame, widened to hold all its own print. */
export function cropPage(info: Boxed, common: SharedFrames, own: Box | null | undefined): Box {
  const whole = usableBox(info.box);
  const shared = common.get(sizeOf(info));
  if (shared === undefined) return whole;
  const frame = own === null || own === undefined ? shared : widen(shared, own);
  const isTooSmall =
    frame[2] - frame[0] < SMALLEST_PART * (whole[2] - whole[0]) ||
    frame[3] - frame[1] < SMALLEST_PART * (whole[3] - whole[1]);
  return isTooSmall ? whole : frame;
}

function widen(shared: Box, own: Box): Box {
  const low = (side: 0 | 1): number => (own[side] < shared[side] - SLACK ? own[side] : shared[side]);
  const high = (side: 2 | 3): number => (own[side] > shared[side] + SLACK ? own[side] : shared[side]);
  return [low(0), low(1), high(2), high(3)];
}
