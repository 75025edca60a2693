import { ProbativeError } from "#shared/errors/probative-error.ts";
import { type DocumentMetadata, NO_METADATA } from "#shared/model/document.ts";
import type { ConversionNotice, SourceFormat } from "#shared/model/format.ts";
import type { FormatReader } from "../converted.ts";
import { type StoredPicture, writePicturePdf } from "./picture-pdf.ts";
import { isCutJpeg, readJpeg } from "./read-jpeg.ts";
import { readPng } from "./read-png.ts";
import { readTiff } from "./read-tiff.ts";
import { readWebp } from "./read-webp.ts";

/** Pages made of pictures. */
interface Pictures {
  readonly format: SourceFormat;
  readonly pictures: readonly StoredPicture[];
  readonly notices: readonly ConversionNotice[];
}

/**
 * Reads PNG, JPEG, TIFF and WebP: one page for each picture, at its true size, upright. Bytes of a JPEG and rows of a PNG
 * are taken over as they are.
 *
 * Throws `import/corrupt`, `import/too-large` (more than 100 megapixels), `import/unsupported-kind`.
 */
export const readPicture: FormatReader = async (input) => {
  const { format, pictures, notices } = await readPictures(input.bytes, () => input.progress());
  input.progress();
  return {
    format,
    content: { kind: "pages", pdf: writePicturePdf(pictures) },
    metadata: metadataOf(pictures[0]),
    headers: null,
    notices,
  };
};

async function readPictures(bytes: Uint8Array, progress: () => void): Promise<Pictures> {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return { format: "png", pictures: [readPng(bytes)], notices: [] };
  if (head.startsWith("\xff\xd8")) {
    const notices = isCutJpeg(bytes) ? [damage("The end of the picture is missing.")] : [];
    return { format: "jpeg", pictures: [readJpeg(bytes)], notices };
  }
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
    return { format: "webp", pictures: [await readWebp(bytes)], notices: [] };
  }
  if (head.startsWith("II") || head.startsWith("MM")) {
    const { pictures, lostPages, damagedPages } = readTiff(bytes, progress);
    const notices = [
      ...lostPages.map((page) => damage(`Page ${page} cannot be read; it is left blank.`)),
      ...damagedPages.map((page) => damage(`Page ${page} is damaged; it is shown as far as it can be read.`)),
    ];
    return { format: "tiff", pictures, notices };
  }
  throw new ProbativeError("import/unsupported-kind");
}

function damage(detail: string): ConversionNotice {
  return { kind: "damaged-part", detail };
}

function metadataOf(picture: StoredPicture | undefined): DocumentMetadata {
  return {
    ...NO_METADATA,
    creator: picture?.facts.software ?? null,
    created: picture?.facts.takenAt ?? null,
  };
}
