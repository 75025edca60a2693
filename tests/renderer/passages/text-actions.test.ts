import { expect, test } from "vitest";
import { layerNews } from "../../../renderer/passages/use-text-actions.ts";
import { inSpanish } from "./support.ts";

test("a page with another text says so, and how many passages it no longer holds", () => {
  expect(layerNews(3, "ocr", 0)).toBe("Page 3 now shows its OCR text.");
  expect(layerNews(3, "text-layer", 1)).toBe(
    "Page 3 now shows its text layer. 1 passage could not be found in it: see Tags, “Lost their place”.",
  );
  expect(inSpanish(() => layerNews(3, "ocr", 2))).toBe(
    "La página 3 muestra ahora su texto de OCR. 2 pasajes no se encontraron en ella: vea Etiquetas, “Perdieron su lugar”.",
  );
});
