import { type PictureFacts, pageSizeOf } from "./picture-facts.ts";

/** A picture as PDF stores it (ISO 32000-2, 8.9.5). */
export interface StoredPicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bits: 1 | 2 | 4 | 8 | 16;
  /** A PDF colour space, with its palette where it has one. */
  readonly colorSpace: string;
  readonly filter: "DCTDecode" | "FlateDecode";
  /** PDF dictionary with the filter's parameters. */
  readonly parameters?: string;
  /** `Decode` array where the samples mean the opposite. */
  readonly decode?: string;
  readonly data: Uint8Array;
  readonly facts: PictureFacts;
}

/** Degrees clockwise by which the page is turned, by orientation from 1; odd ones of the second half are mirrored too. */
const TURNS = [0, 0, 180, 180, 270, 90, 90, 270];
const MIRRORED = [false, true, false, true, true, false, true, false];

/** Writes a PDF with one page for each picture, at its true size. The same pictures always give the same bytes. */
export function writePicturePdf(pictures: readonly StoredPicture[]): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (piece: string | Uint8Array): void => {
    const bytes =
      typeof piece === "string"
        ? Buffer.from(piece, "latin1")
        : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    chunks.push(bytes);
    length += bytes.length;
  };
  const writeObject = (body: string, stream?: Uint8Array): void => {
    offsets.push(length);
    write(`${offsets.length} 0 obj\n${body}\n`);
    if (stream !== undefined) {
      write("stream\n");
      write(stream);
      write("\nendstream\n");
    }
    write("endobj\n");
  };

  write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  writeObject("<</Type/Catalog/Pages 2 0 R>>");
  // Three objects for each page follow these two: the page, what it draws, and the picture.
  const kids = pictures.map((_, index) => `${3 + 3 * index} 0 R`).join(" ");
  writeObject(`<</Type/Pages/Count ${pictures.length}/Kids[${kids}]>>`);
  for (const [index, picture] of pictures.entries()) {
    const page = 3 + 3 * index;
    const { width, height, rotation, drawing } = placePicture(picture);
    const rotate = rotation === 0 ? "" : `/Rotate ${rotation}`;
    writeObject(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]${rotate}/Contents ${page + 1} 0 R/Resources<</XObject<</Im ${page + 2} 0 R>>>>>>`,
    );
    writeObject(`<</Length ${drawing.length}>>`, drawing);
    writeObject(pictureDictionary(picture), picture.data);
  }
  const tableAt = length;
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) write(`${String(offset).padStart(10, "0")} 00000 n \n`);
  write(`trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${tableAt}\n%%EOF\n`);
  return joinChunks(chunks, length);
}

function joinChunks(chunks: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function placePicture({ width, height, facts }: StoredPicture) {
  const size = pageSizeOf(width, height, facts.resolution);
  const [across, up] = size.map((points) => String(Math.round(points * 100) / 100));
  const isMirrored = MIRRORED[facts.orientation - 1] === true;
  const matrix = isMirrored ? `-${across} 0 0 ${up} ${across} 0` : `${across} 0 0 ${up} 0 0`;
  return {
    width: across ?? "1",
    height: up ?? "1",
    rotation: TURNS[facts.orientation - 1] ?? 0,
    drawing: Buffer.from(`q ${matrix} cm /Im Do Q`, "latin1"),
  };
}

function pictureDictionary(picture: StoredPicture): string {
  const { width, height, bits, colorSpace, filter, parameters, decode, data } = picture;
  const optional = `${parameters === undefined ? "" : `/DecodeParms${parameters}`}${decode === undefined ? "" : `/Decode${decode}`}`;
  return `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent ${bits}/ColorSpace${colorSpace}/Filter/${filter}${optional}/Length ${data.length}>>`;
}
