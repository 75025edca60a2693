import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import { releaseCanvas } from "./canvas-cache.ts";
import styles from "./page-canvas.module.css";
import { paintPage } from "./page-paint.ts";
import { makePageTransform } from "./page-transform.ts";
import type { RenderQueue, RenderRank } from "./render-queue.ts";
import { listTiles, type Tile, type TileRange } from "./tile-grid.ts";

export interface TileLayerProps {
  readonly pdf: PDFDocumentProxy;
  readonly info: PageInfo;
  readonly scale: number;
  readonly rotation: PageRotation;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly tiles: TileRange;
  readonly paused: boolean;
  readonly queue: RenderQueue;
  readonly rank: RenderRank;
}

/** Milliseconds of rest before tiles are painted: a page that is being zoomed has others in a moment. */
const REST = 70;

/** A tile that is painted or waits for it. */
interface HeldTile {
  canvas: HTMLCanvasElement | null;
  readonly controller: AbortController;
  readonly takeBack: () => void;
}

function letGo(held: HeldTile): void {
  held.controller.abort();
  held.takeBack();
  if (held.canvas === null) return;
  held.canvas.remove();
  releaseCanvas(held.canvas);
}

/** Puts a tile where it belongs, in whole device pixels, so that none of its own is smeared over two. */
function place(canvas: HTMLCanvasElement, tile: Tile, ratio: number): void {
  canvas.style.left = `${tile.left / ratio}px`;
  canvas.style.top = `${tile.top / ratio}px`;
  canvas.style.width = `${tile.width / ratio}px`;
  canvas.style.height = `${tile.height / ratio}px`;
}

/**
 * The sharp tiles in sight of a large page. Tiles that leave the sight leave the memory; the coarse picture is below. It
 * must be made anew (by `key`) for another size, turn or crop, whose tiles are others.
 */
export function TileLayer(props: TileLayerProps) {
  const { pdf, info, scale, rotation, ratio, tiles, paused, queue } = props;
  const layer = useRef<HTMLDivElement>(null);
  const held = useRef(new Map<string, HeldTile>());
  const rank = useEffectEvent(() => props.rank);

  useLayoutEffect(() => {
    const mine = held.current;
    return () => {
      for (const tile of mine.values()) letGo(tile);
      mine.clear();
    };
  }, []);

  useEffect(() => {
    const mine = held.current;
    const { width, height } = makePageTransform(info, scale, rotation);
    const wanted = new Map(listTiles(tiles, width, height, ratio).map((tile) => [`${tile.column}:${tile.row}`, tile]));
    for (const [key, tile] of mine) {
      if (wanted.has(key)) continue;
      letGo(tile);
      mine.delete(key);
    }
    if (paused) return;
    const begin = (key: string, tile: Tile): void => {
      const controller = new AbortController();
      const { signal } = controller;
      const paint = async (): Promise<void> => {
        try {
          const canvas = await paintPage({ pdf, info, scale, rotation, ratio, part: tile, signal });
          if (signal.aborted) return releaseCanvas(canvas);
          own.canvas = canvas;
          place(canvas, tile, ratio);
          layer.current?.append(canvas);
        } catch {
          // The whole page fails as well and says so; what was stopped is not missed.
        }
      };
      const own: HeldTile = { canvas: null, controller, takeBack: queue.add(rank, paint) };
      mine.set(key, own);
    };
    const timer = setTimeout(() => {
      for (const [key, tile] of wanted) if (!mine.has(key)) begin(key, tile);
    }, REST);
    return () => clearTimeout(timer);
  }, [pdf, info, scale, rotation, ratio, tiles, paused, queue]);

  return <div ref={layer} className={styles.tiles} aria-hidden="true" />;
}
