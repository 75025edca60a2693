import type { Detection, DetectionKind } from "../model/detection.ts";

/** What a court or a producing party stamps on a page, and no part of what the page says. */
const STAMPS: ReadonlySet<DetectionKind> = new Set(["ecf-stamp", "appellate-stamp", "page-id", "bates"]);

/** Whether a detection is a stamp: metadata that is masked from phrases, anchors and comparisons. */
export function isStamp(detection: Detection): boolean {
  return STAMPS.has(detection.value.kind);
}

/**
 * The page's text with its stamps (ECF and appellate stamps, PageID, Bates numbers) replaced by spaces. It has the same
 * length and the same line breaks, so that offsets hold in both.
 */
export function maskStamps(text: string, detections: readonly Detection[]): string {
  let masked = "";
  let at = 0;
  for (const detection of detections) {
    if (!isStamp(detection) || detection.end <= at) continue;
    const start = Math.max(at, detection.start);
    masked += text.slice(at, start) + text.slice(start, detection.end).replace(/[^\n]/g, " ");
    at = detection.end;
  }
  return at === 0 ? text : masked + text.slice(at);
}
