import { crc32, deflateSync, inflateSync } from "node:zlib";
import { encode as encodeJpeg } from "jpeg-js";
import utif from "utif2";
import { describe, expect, test } from "vitest";
import { readPicture } from "#adapters/convert/picture/read-picture.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { openReader, saveBytes } from "../../pdf/reading-kit.ts";

const reader = openReader();
const never = new AbortController().signal;

async function convert(bytes: Uint8Array) {
  let steps = 0;
  const noChildren = () => {
    throw new Error("a picture has no children");
  };
  const converted = await readPicture({
    bytes,
    path: "/nowhere",
    fileName: "specimen",
    depth: 0,
    children: { begin: noChildren, write: noChildren, end: noChildren, refuse: noChildren },
    progress: () => {
      steps += 1;
    },
  });
  if (converted.content.kind !== "pages") throw new Error("pages were expected");
  return { ...converted, pdf: Buffer.from(converted.content.pdf), steps };
}

/** Pages of a PDF as pixels in grey, one for each point. */
async function paint(pdf: Uint8Array, page = 1) {
  const limits = { lowest: 72, highest: 72, usual: 72, pixelsAtMost: 1_000_000 };
  const { width, height, pixels, box, rotation } = await reader.renderPage(saveBytes(pdf), page, limits, never);
  const at = (x: number, y: number): number => pixels[Math.floor(y * height) * width + Math.floor(x * width)] ?? -1;
  const corners = [at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)].map((value) => (value < 128 ? "x" : "."));
  return { size: [width, height], box, rotation, corners: corners.join("") };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly color: number;
  readonly rows: Uint8Array;
  readonly more?: readonly Buffer[];
}

function makePng({ width, height, bits, color, rows, more = [] }: PngOptions): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, color], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk("IHDR", header),
    ...more,
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** 200 × 100 pixels, of which the upper left quarter is black. */
function makeQuarter(channels: number, opacity = 255): Buffer {
  const rows = Buffer.alloc(100 * (1 + 200 * channels), 255);
  for (let row = 0; row < 100; row += 1) {
    const start = row * (1 + 200 * channels);
    rows[start] = 0;
    for (let column = 0; column < 200; column += 1) {
      const at = start + 1 + column * channels;
      if (row < 50 && column < 100) rows.fill(0, at, at + channels);
      if (channels === 4) rows[at + 3] = opacity;
    }
  }
  return rows;
}

function pixelDensity(perMetre: number): Buffer {
  const data = Buffer.alloc(9);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data[8] = 1;
  return chunk("pHYs", data);
}

describe("PNG", () => {
  test("keeps its compressed rows, and gets the size that it states", async () => {
    const rows = makeQuarter(3);
    const png = makePng({ width: 200, height: 100, bits: 8, color: 2, rows, more: [pixelDensity(3937)] });
    const { pdf, format, metadata } = await convert(png);
    expect(format).toBe("png");
    expect(pdf.includes(deflateSync(rows))).toBe(true);
    expect(await paint(pdf)).toMatchObject({ size: [144, 72], corners: "x..." });
    expect(metadata.created).toBeNull();
    expect((await convert(png)).pdf.equals(pdf)).toBe(true);
  });

  test("without a stated size is shown as on a screen", async () => {
    const { pdf } = await convert(makePng({ width: 200, height: 100, bits: 8, color: 2, rows: makeQuarter(3) }));
    expect((await paint(pdf)).size).toEqual([150, 75]);
  });

  test("of one bit, of the size of a scanned letter, becomes a letter page of one bit", async () => {
    const rows = Buffer.alloc(2200 * (1 + 213), 255);
    for (let row = 0; row < 2200; row += 1) rows[row * 214] = 0;
    const { pdf } = await convert(makePng({ width: 1700, height: 2200, bits: 1, color: 0, rows }));
    expect(pdf.includes("/BitsPerComponent 1/ColorSpace/DeviceGray")).toBe(true);
    expect((await paint(pdf)).box).toEqual([0, 0, 612, 792]);
  });

  test("with a palette keeps it", async () => {
    const palette = chunk("PLTE", Buffer.from([0, 0, 0, 255, 255, 255]));
    const rows = Buffer.alloc(100 * 201, 1);
    for (let row = 0; row < 100; row += 1) {
      rows[row * 201] = 0;
      if (row < 50) rows.fill(0, row * 201 + 1, row * 201 + 101);
    }
    const { pdf } = await convert(makePng({ width: 200, height: 100, bits: 8, color: 3, rows, more: [palette] }));
    expect(pdf.includes("/Indexed/DeviceRGB 1<000000ffffff>")).toBe(true);
    expect((await paint(pdf)).corners).toBe("x...");
  });

  test("that is transparent is put on white", async () => {
    const clear = makePng({ width: 200, height: 100, bits: 8, color: 6, rows: makeQuarter(4, 0) });
    expect((await paint((await convert(clear)).pdf)).corners).toBe("....");
    const opaque = makePng({ width: 200, height: 100, bits: 8, color: 6, rows: makeQuarter(4) });
    expect((await paint((await convert(opaque)).pdf)).corners).toBe("x...");
  });

  test.each([
    ["claims more than is safe", { width: 60_000, height: 60_000 }, "import/too-large"],
    ["claims no pixels", { width: 0, height: 100 }, "import/corrupt"],
    ["has fewer rows than it claims", { width: 200, height: 101 }, "import/corrupt"],
    ["inflates to more than it claims", { width: 200, height: 10 }, "import/corrupt"],
  ] as const)("that %s is refused", async (_name, size, code) => {
    const png = makePng({ ...size, bits: 8, color: 2, rows: makeQuarter(3) });
    await expectFailure(code, () => convert(png));
  });

  test("that is transparent and claims more than can be decoded beside others is refused", async () => {
    const png = makePng({ width: 9_000, height: 9_000, bits: 8, color: 6, rows: Buffer.alloc(8) });
    await expectFailure("import/too-large", () => convert(png));
  });
});

/** A JPEG of 200 × 100 pixels whose upper left quarter is black. */
function makeJpeg(): Buffer {
  const data = Buffer.alloc(200 * 100 * 4, 255);
  for (let row = 0; row < 50; row += 1) data.fill(0, row * 800, row * 800 + 400);
  return Buffer.from(encodeJpeg({ data, width: 200, height: 100 }, 90).data);
}

/** EXIF with an orientation, 100 dpi, a program and a date. */
function makeExif(orientation: number): Buffer {
  const text = (value: string): Buffer => Buffer.from(`${value}\0`, "latin1");
  const software = text("Specimen Scanner 2");
  const date = text("2025:03:15 18:47:00");
  const dataAt = 8 + 2 + 6 * 12 + 4;
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const head = Buffer.from("4d4d002a000000080006", "hex");
  const fraction = Buffer.from("0000006400000001", "hex");
  return Buffer.concat([
    head,
    entry(274, 3, 1, orientation),
    entry(282, 5, 1, dataAt),
    entry(283, 5, 1, dataAt),
    entry(296, 3, 1, 2),
    entry(305, 2, software.length, dataAt + 8),
    entry(306, 2, date.length, dataAt + 8 + software.length),
    Buffer.alloc(4),
    fraction,
    software,
    date,
  ]);
}

function withExif(jpeg: Buffer, exif: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exif]);
  const mark = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), mark, body, withoutJfif(jpeg)]);
}

/** jpeg-js states a density of 1:1 in its JFIF segment, which is no resolution. */
function withoutJfif(jpeg: Buffer): Buffer {
  return jpeg.subarray(4 + jpeg.readUInt16BE(4));
}

describe("JPEG", () => {
  test("stands in the page byte for byte", async () => {
    const jpeg = makeJpeg();
    const { pdf, format } = await convert(jpeg);
    expect(format).toBe("jpeg");
    expect(pdf.includes(jpeg)).toBe(true);
    expect(await paint(pdf)).toMatchObject({ size: [150, 75], corners: "x..." });
  });

  test.each([
    [1, "x...", [144, 72]],
    [2, ".x..", [144, 72]],
    [3, "...x", [144, 72]],
    [4, "..x.", [144, 72]],
    [5, "x...", [72, 144]],
    [6, ".x..", [72, 144]],
    [7, "...x", [72, 144]],
    [8, "..x.", [72, 144]],
  ] as const)("of orientation %i stands upright, at its true size", async (orientation, corners, size) => {
    const { pdf, metadata } = await convert(withExif(makeJpeg(), makeExif(orientation)));
    expect(await paint(pdf)).toMatchObject({ corners, size });
    expect(metadata).toMatchObject({ creator: "Specimen Scanner 2", created: "2025-03-15T18:47:00" });
  });

  test("whose end is missing is shown as far as it goes, and that is said", async () => {
    const jpeg = makeJpeg();
    const { notices } = await convert(jpeg.subarray(0, jpeg.length - 200));
    expect(notices).toMatchObject([{ kind: "damaged-part" }]);
  });

  test("that claims more than is safe, or has no frame, is refused", async () => {
    const jpeg = makeJpeg();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    const large = Buffer.from(jpeg);
    large.writeUInt16BE(60_000, frame + 5);
    large.writeUInt16BE(60_000, frame + 7);
    await expectFailure("import/too-large", () => convert(large));
    await expectFailure("import/corrupt", () => convert(jpeg.subarray(0, 20)));
  });
});

/** A TIFF of several pages of 80 × 40 pixels, one bit each, black where `isBlack` says. */
function makeTiff(pages: number, more: (page: number) => readonly (readonly [number, number])[] = () => []): Buffer {
  const chunks: Buffer[] = [Buffer.from("49492a0008000000", "hex")];
  let at = 8;
  for (let page = 0; page < pages; page += 1) {
    const rows = Buffer.alloc(10 * 40, 0);
    for (let row = 0; row < 20; row += 1) rows.fill(255, row * 10, row * 10 + 5);
    const tags = [
      [256, 80],
      [257, 40],
      [258, 1],
      [259, 1],
      [262, 0],
      [273, 0],
      [277, 1],
      [278, 40],
      [279, rows.length],
      ...more(page),
    ].toSorted(([one = 0], [other = 0]) => one - other);
    const length = 2 + 12 * tags.length + 4;
    const directory = Buffer.alloc(length);
    directory.writeUInt16LE(tags.length, 0);
    for (const [index, [tag = 0, value = 0]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * index);
      directory.writeUInt16LE(4, 4 + 12 * index);
      directory.writeUInt32LE(1, 6 + 12 * index);
      directory.writeUInt32LE(tag === 273 ? at + length : value, 10 + 12 * index);
    }
    const next = at + length + rows.length;
    directory.writeUInt32LE(page + 1 < pages ? next : 0, length - 4);
    chunks.push(directory, rows);
    at = next;
  }
  return Buffer.concat(chunks);
}

describe("TIFF", () => {
  test("has a page for each of its pages, of one bit where it has one", async () => {
    const { pdf, steps } = await convert(makeTiff(3));
    expect(steps).toBeGreaterThanOrEqual(3);
    expect(pdf.toString("latin1").match(/\/BitsPerComponent 1\/ColorSpace\/DeviceGray/gu)).toHaveLength(3);
    expect(await paint(pdf, 3)).toMatchObject({ size: [60, 30], corners: "x..." });
  });

  test("in colour keeps its colours", async () => {
    const rgba = new Uint8Array(80 * 40 * 4).fill(255);
    for (let at = 0; at < rgba.length; at += 4) rgba[at] = 10;
    const { pdf } = await convert(new Uint8Array(utif.encodeImage(rgba, 80, 40)));
    const from = pdf.indexOf("stream\n", pdf.indexOf("/DeviceRGB")) + 7;
    expect([...inflateSync(pdf.subarray(from)).subarray(0, 6)]).toEqual([10, 255, 255, 10, 255, 255]);
  });

  test("turns pages by their orientation, and leaves thumbnails out", async () => {
    const bytes = makeTiff(2, (page) => (page === 0 ? [[274, 6]] : [[254, 1]]));
    const { pdf } = await convert(bytes);
    expect(pdf.includes("/Count 1/")).toBe(true);
    expect(await paint(pdf)).toMatchObject({ size: [30, 60], corners: ".x.." });
  });

  test("whose directories run in a circle ends", async () => {
    const bytes = makeTiff(1);
    bytes.writeUInt32LE(8, 8 + 2 + 12 * 9);
    expect((await convert(bytes)).pdf.includes("/Count 1/")).toBe(true);
  });

  test("that claims more than is safe, or is cut, is refused", async () => {
    const large = makeTiff(1);
    large.writeUInt32LE(100_000, 8 + 2 + 8);
    large.writeUInt32LE(100_000, 8 + 2 + 12 + 8);
    await expectFailure("import/too-large", () => convert(large));
    await expectFailure("import/corrupt", () => convert(makeTiff(1).subarray(0, 40)));
    const many = makeTiff(600);
    for (let at = 8; at < many.length; at += 2 + 12 * 9 + 4 + 400) {
      many.writeUInt32LE(9_000, at + 2 + 8);
      many.writeUInt32LE(9_000, at + 2 + 12 + 8);
    }
    await expectFailure("import/too-large", () => convert(many));
  });
});

describe("parts of a TIFF", () => {
  /** A page of 80 × 40 pixels whose one strip is packed by a method. */
  function packedTiff(method: number, strip: Uint8Array): Buffer {
    const start = 8 + 2 + 12 * 9 + 4;
    const bytes = Buffer.concat([makeTiff(1).subarray(0, start), strip]);
    bytes.writeUInt32LE(method, 8 + 2 + 12 * 3 + 8);
    bytes.writeUInt32LE(strip.length, 8 + 2 + 12 * 8 + 8);
    return bytes;
  }

  test("packed as fax machines do and damaged are shown as far as they go, at once", async () => {
    // A decoder that looks for the rest of a code in all that follows would take hours.
    const strip = Buffer.concat([Buffer.alloc(3, 0xff), Buffer.alloc(1_000_000)]);
    const { notices } = await convert(packedTiff(4, strip));
    expect(notices).toEqual([
      { kind: "damaged-part", detail: "Page 1 is damaged; it is shown as far as it can be read." },
    ]);
  });

  test("that unpack to more than their size are not unpacked", async () => {
    const { notices } = await convert(packedTiff(8, deflateSync(Buffer.alloc(50_000_000))));
    expect(notices).toMatchObject([{ kind: "damaged-part" }]);
  });

  test("packed by a camera's own method are not read", async () => {
    for (const method of [9, 32_767, 34_316, 34_713, 65_000]) {
      await expectFailure("import/corrupt", () => convert(packedTiff(method, Buffer.alloc(400))));
    }
  });
});

/** The smallest lossless WebP: one black pixel. */
const ONE_PIXEL_WEBP = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");

describe("WebP", () => {
  test("is decoded without the network", async () => {
    const { pdf, format } = await convert(ONE_PIXEL_WEBP);
    expect(format).toBe("webp");
    expect(pdf.includes("/Width 1/Height 1")).toBe(true);
  });

  test("that is damaged or claims more than is safe is refused", async () => {
    await expectFailure("import/corrupt", () => convert(ONE_PIXEL_WEBP.subarray(0, 24)));
    const large = Buffer.from(ONE_PIXEL_WEBP);
    large.writeUInt32LE(0x0fffffff, 21);
    await expectFailure("import/too-large", () => convert(large));
  });
});

test("anything else is refused", async () => {
  await expectFailure("import/unsupported-kind", () => convert(Buffer.from("GIF89a and more")));
});
