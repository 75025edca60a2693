import type { PageInfo } from "#shared/model/document.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { understandPage } from "#shared/text/understand-page.ts";
import type { PageUnderstanding } from "../ports/document-reader.ts";

/** What recognised text says about its page. A page that is read by OCR is a picture. */
export function understandRecognised(
  page: Pick<PageInfo, "box" | "rotation">,
  recognised: { readonly text: string; readonly geometry: Uint8Array },
): PageUnderstanding {
  return understandPage({
    text: recognised.text,
    geometry: () => decodeRuns(recognised.geometry),
    box: page.box,
    rotation: page.rotation,
    pictured: 1,
  });
}
