import { useLayoutEffect, useRef } from "react";
import type { PageInfo, PageRotation } from "#shared/model/document.ts";
import styles from "./page-canvas.module.css";
import type { PageLines } from "./page-sketches.ts";
import { makePageTransform, quadToRect } from "./page-transform.ts";

interface SketchCanvasProps {
  readonly lines: PageLines;
  readonly info: Pick<PageInfo, "box" | "rotation">;
  readonly rotation: PageRotation;
}

/** Pixels across: enough for lines and paragraphs to be seen, and drawn in a tenth of a millisecond. */
const WIDTH = 180;
/** The grey of print seen from afar. */
const INK = "rgb(60 64 72 / 26%)";

/** The lines of a page as grey bars, until the page itself is painted over them. */
export function SketchCanvas({ lines, info, rotation }: SketchCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d") ?? null;
    if (element === null || context === null) return;
    const transform = makePageTransform(info, WIDTH / makePageTransform(info, 1, rotation).width, rotation);
    element.width = WIDTH;
    element.height = Math.max(1, Math.min(8 * WIDTH, Math.round(transform.height)));
    context.fillStyle = INK;
    for (let index = 0; index + 3 < lines.length; index += 4) {
      const [left, bottom, right, top] = lines.subarray(index, index + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const rect = quadToRect(transform, [left, top, right, top, left, bottom, right, bottom]);
      context.fillRect(rect.left, rect.top + rect.height * 0.2, rect.width, Math.max(1, rect.height * 0.6));
    }
  }, [lines, info, rotation]);
  return (
    <div className={styles.sketch} aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
