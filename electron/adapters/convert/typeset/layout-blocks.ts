import { assertNever } from "#shared/base/assert-never.ts";
import type { Block } from "../rendition.ts";
import { DEEPEST_NESTING, flattenBlocks } from "./flatten-blocks.ts";
import { layOutTable, type TableSetting } from "./layout-table.ts";
import { layOutRemark, layOutText, layOutVerbatim, type Setting } from "./layout-text.ts";
import type { PlacedPicture } from "./pictures.ts";
import { type Flow, isPageTurn, type Strip, shiftStrip } from "./strips.ts";
import { plainText } from "./style-spans.ts";
import { BODY, HAIRLINE, HEADINGS, IN_TABLE, INK, makeStyle, NOTE, QUIET, SHEET, type TypeSize } from "./styles.ts";

/** What blocks are laid out with, besides what text is. */
export interface BlockSetting extends Setting {
  /** Embeds a picture, or gives null, and counts it, when it cannot be shown. */
  embed(bytes: Uint8Array): Omit<PlacedPicture, "width" | "height"> | null;
  progress(): void;
}

/** Where blocks stand. */
export interface BlockPlace {
  readonly width: number;
  /** Tables and footnotes around them. */
  readonly depth: number;
  readonly isLandscape: boolean;
}

const INDENT_STEP = 20;
/** Below this width, indentation gives way. */
const LEAST_WIDTH = 60;
const MOST_PICTURE_HEIGHT = SHEET.long - 2 * SHEET.margin - 40;

/** Width of the text on a page, in points. */
export function textWidth(isLandscape: boolean): number {
  return (isLandscape ? SHEET.long : SHEET.short) - 2 * SHEET.margin;
}

/**
 * Turns blocks into strips, one after the other, and into new pages where they ask for one or where a wide table turns the
 * page. Comments that a block calls follow it as remarks.
 */
export function* layOutBlocks(
  blocks: readonly Block[],
  start: BlockPlace,
  setting: BlockSetting,
): Generator<Flow, void, undefined> {
  let place = start;
  let previous: Block["kind"] | null = null;
  for (const block of blocks) {
    for (const flow of layOutBlock(block, previous, place, setting)) {
      if (!isPageTurn(flow)) yield flow;
      // In a cell there is no page to turn.
      else if (place.depth === 0) {
        place = { ...place, isLandscape: flow.landscape, width: textWidth(flow.landscape) };
        yield flow;
      }
    }
    for (const comment of setting.comments.take()) {
      const author = comment.author === undefined ? "" : ` by ${comment.author}`;
      const spans = [{ text: `[Comment ${comment.number}${author}: ${comment.text}]` }];
      const strips = layOutText(
        spans,
        Math.max(LEAST_WIDTH, place.width - INDENT_STEP),
        { ...NOTE, spaceBefore: 4, colour: QUIET, bars: 1 },
        setting,
      );
      for (const strip of strips) yield shiftStrip(strip, INDENT_STEP);
    }
    setting.progress();
    previous = block.kind;
  }
}

function* layOutBlock(
  block: Block,
  previous: Block["kind"] | null,
  place: BlockPlace,
  setting: BlockSetting,
): Generator<Flow, void, undefined> {
  const { width, depth } = place;
  const body = depth === 0 ? BODY : IN_TABLE;
  const spaceBefore = body.leading / 2;
  switch (block.kind) {
    case "heading":
      yield* layOutHeading(block, place, setting);
      return;
    case "paragraph": {
      const shift = indentOf(block.indent ?? 0, width);
      const shape = {
        ...body,
        spaceBefore: depth > 0 ? 3 : spaceBefore,
        align: block.align ?? "start",
        bars: Math.min(block.quoted ?? 0, 8),
      } as const;
      for (const strip of layOutText(block.spans, width - shift, shape, setting)) yield shiftStrip(strip, shift);
      return;
    }
    case "item": {
      const shift = indentOf(block.level, width);
      const shape = { ...body, spaceBefore: previous === "item" ? 3 : spaceBefore };
      const room = markerRoom(block.marker, body, setting);
      // A marker that is as long as a text stands in the text.
      const spans = room === null ? [{ text: `${block.marker} ` }, ...block.spans] : block.spans;
      const distance = room ?? INDENT_STEP;
      const strips = layOutText(spans, Math.max(LEAST_WIDTH, width - shift - distance), shape, setting);
      yield* besideMarker(room === null ? "" : block.marker, strips, { shift, distance, type: body }, setting);
      return;
    }
    case "preformatted":
      yield* layOutVerbatim(block.text, width, spaceBefore, setting);
      return;
    case "table":
      if (depth < DEEPEST_NESTING) yield* layOutTable(block, place, tableSetting(setting, depth));
      else yield* layOutBlocks(flattenBlocks([block]), place, setting);
      return;
    case "facts":
      yield* layOutFacts(block.rows, width, body, setting);
      return;
    case "picture":
      yield* layOutPicture(block, width, setting);
      return;
    case "footnote": {
      const marker = `[${block.number}]`;
      const distance = markerRoom(marker, IN_TABLE, setting) ?? INDENT_STEP;
      const inner = { ...place, width: Math.max(LEAST_WIDTH, width - distance), depth: depth + 1 };
      const content = depth < DEEPEST_NESTING ? block.blocks : flattenBlocks(block.blocks);
      const strips = stripsOf(layOutBlocks(content, inner, setting));
      yield* besideMarker(marker, strips, { shift: 0, distance, type: IN_TABLE }, setting);
      return;
    }
    case "remark":
      yield* layOutRemark(block.text, width, NOTE, setting);
      return;
    case "rule":
      yield {
        height: 10,
        spaceBefore: 0,
        keepWithNext: false,
        draw: (canvas, x, top) => canvas.rule([x, top + 5], [x + width, top + 5], HAIRLINE, 0.6),
      };
      return;
    case "page-break":
      yield { turn: true, landscape: block.landscape === true };
      return;
    default:
      assertNever(block);
  }
}

function* layOutHeading(
  block: Extract<Block, { kind: "heading" }>,
  { width, depth }: BlockPlace,
  setting: BlockSetting,
): Generator<Strip> {
  const type = (depth === 0 ? HEADINGS[block.level - 1] : undefined) ?? BODY;
  const shape = { ...type, spaceBefore: type.leading * 0.9, bold: true, staysWithNext: true };
  const title = plainText(block.spans);
  let isFirst = true;
  for (const strip of layOutText(block.spans, width, shape, setting)) {
    yield isFirst && title !== "" ? { ...strip, outline: { title, level: block.level } } : strip;
    isFirst = false;
  }
}

const MOST_MARKER_WIDTH = 90;

/** Distance from the start of a marker to the text beside it; null when the marker is too long to stand beside one. */
function markerRoom(marker: string, type: TypeSize, setting: BlockSetting): number | null {
  const width = setting.measure(marker, makeStyle("regular", type.size, INK)) + 5;
  return width > MOST_MARKER_WIDTH ? null : Math.max(INDENT_STEP, width);
}

/** Where a marker stands and how far the text beside it is from it. */
interface MarkerPlace {
  readonly shift: number;
  readonly distance: number;
  readonly type: TypeSize;
}

/** Sets a marker on the first line of what stands beside it. */
function* besideMarker(
  marker: string,
  strips: Iterable<Strip>,
  { shift, distance, type }: MarkerPlace,
  setting: BlockSetting,
): Generator<Strip> {
  const [label] = layOutText([{ text: marker }], 2 * MOST_MARKER_WIDTH, { ...type, spaceBefore: 0 }, setting);
  let isFirst = true;
  for (const strip of strips) {
    const moved = shiftStrip(strip, shift + distance);
    yield isFirst && label !== undefined
      ? {
          ...moved,
          height: Math.max(moved.height, label.height),
          draw(canvas, x, top) {
            label.draw(canvas, x + shift, top);
            moved.draw(canvas, x, top);
          },
        }
      : moved;
    isFirst = false;
  }
  if (isFirst && label !== undefined) yield shiftStrip(label, shift);
}

const MOST_LABEL_WIDTH = 130;
const LABEL_DISTANCE = 10;

function* layOutFacts(
  rows: readonly { readonly label: string; readonly value: string }[],
  width: number,
  type: TypeSize,
  setting: BlockSetting,
): Generator<Strip> {
  const labelled = rows.map(({ label, value }) => ({ value, label: label.endsWith(":") ? label : `${label}:` }));
  const style = makeStyle("regular", type.size, QUIET);
  const widest = Math.max(...labelled.map(({ label }) => setting.measure(label, style)), 0);
  const labelWidth = Math.min(widest + 1, MOST_LABEL_WIDTH, width / 2);
  for (const { label, value } of labelled) {
    const shape = { ...type, spaceBefore: 2 };
    const labels = [...layOutText([{ text: label }], labelWidth, { ...shape, colour: QUIET }, setting)];
    const at = labelWidth + LABEL_DISTANCE;
    let line = 0;
    for (const strip of layOutText([{ text: value }], Math.max(LEAST_WIDTH, width - at), shape, setting)) {
      yield sideBySide(labels[line], strip, at);
      line += 1;
    }
    for (const rest of labels.slice(line)) yield rest;
  }
}

function sideBySide(label: Strip | undefined, strip: Strip, distance: number): Strip {
  const moved = shiftStrip(strip, distance);
  if (label === undefined) return moved;
  return {
    ...moved,
    draw(canvas, x, top) {
      label.draw(canvas, x, top);
      moved.draw(canvas, x, top);
    },
  };
}

function* layOutPicture(
  block: Extract<Block, { kind: "picture" }>,
  width: number,
  setting: BlockSetting,
): Generator<Strip> {
  const picture = setting.embed(block.bytes);
  const description = block.description === null ? "" : `: ${block.description}`;
  if (picture === null) {
    yield* layOutRemark(`a picture cannot be shown${description}`, width, NOTE, setting);
    return;
  }
  const [wide, high] = [Math.max(1, block.width), Math.max(1, block.height)];
  const mostHeight = Math.min(MOST_PICTURE_HEIGHT, SHEET.short - 2 * SHEET.margin);
  const scale = Math.min(1, width / wide, mostHeight / high);
  const placed = { ...picture, width: wide * scale, height: high * scale };
  yield {
    height: placed.height,
    spaceBefore: 6,
    keepWithNext: block.description !== null,
    draw: (canvas, x, top) => canvas.picture(placed, x, top),
  };
  if (block.description !== null) {
    const shape = { ...NOTE, spaceBefore: 2, colour: QUIET };
    yield* layOutText([{ text: `[picture${description}]` }], width, shape, setting);
  }
}

function indentOf(steps: number, width: number): number {
  return Math.max(0, Math.min(Math.min(steps, 8) * INDENT_STEP, width - LEAST_WIDTH));
}

function* stripsOf(flows: Iterable<Flow>): Generator<Strip> {
  for (const flow of flows) if (!isPageTurn(flow)) yield flow;
}

function tableSetting(setting: BlockSetting, depth: number): TableSetting {
  return {
    text: setting,
    progress: () => setting.progress(),
    layOutCell: (blocks, width, isLandscape) => [
      ...stripsOf(layOutBlocks(blocks, { width, depth: depth + 1, isLandscape }, setting)),
    ],
  };
}
