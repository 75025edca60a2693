import type { DetectedValue, Detection, DetectionKind } from "#shared/model/detection.ts";
import type { TextRun } from "#shared/model/geometry.ts";
import { type UnderstoodPage, understandPage } from "#shared/text/understand-page.ts";
import { runsOfText } from "./lay-out-text.ts";

/** Understands a text as a US Letter page that is set in one size from the top. */
export function understandText(text: string, pictured = 0, runs?: readonly TextRun[]): UnderstoodPage {
  return understandPage({
    text,
    geometry: () => runs ?? runsOfText(text),
    box: [0, 0, 612, 792],
    rotation: 0,
    pictured,
  });
}

/** Detections of one kind. */
export function detectionsOf(kind: DetectionKind, text: string, runs?: readonly TextRun[]): readonly Detection[] {
  return understandText(text, 0, runs).detections.filter(({ value }) => value.kind === kind);
}

/** What was found of one kind, without its kind. */
export function valuesOf<Kind extends DetectionKind>(
  kind: Kind,
  text: string,
  runs?: readonly TextRun[],
): readonly Omit<DetectedValue, "kind">[] {
  return detectionsOf(kind, text, runs).map(({ value: { kind: _, ...value } }) => value);
}

/** The stretches of text that were found of one kind. */
export function slicesOf(kind: DetectionKind, text: string): readonly string[] {
  return detectionsOf(kind, text).map(({ start, end }) => text.slice(start, end));
}
