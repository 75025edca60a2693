import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { identifyZip, nameZip } from "#adapters/convert/archive/identify-zip.ts";
import { openSafeZip, ZIP_LIMITS } from "#adapters/convert/archive/open-zip.ts";
import { expectFailure, failureOf } from "../../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../../support/temp-folder.ts";
import { buildZip, type PackedEntry } from "./build-zip.ts";

const NOTE = Buffer.from("SPECIMEN. The minister has the honour to inform the embassy.");

function keep(bytes: Uint8Array): string {
  const path = join(setUpTempFolder(), "archive");
  writeFileSync(path, bytes);
  return path;
}

async function readAll(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const zip = await openSafeZip(keep(bytes));
  try {
    const read: [string, string][] = [];
    for (const entry of zip.entries)
      read.push([entry.name, Buffer.from(await zip.read(entry, 1_000_000)).toString("utf8")]);
    return read;
  } finally {
    zip.close();
  }
}

/** Code of the failure when the only entry is read. */
async function failureOfEntry(entry: PackedEntry): Promise<string> {
  const zip = await openSafeZip(keep(buildZip([entry])));
  const [only] = zip.entries;
  if (only === undefined) throw new Error("the archive is empty");
  const failure = await failureOf(() => zip.stream(only, () => undefined));
  zip.close();
  return failure.code;
}

describe("archives that are read", () => {
  test("packed and stored entries, and two of one name", async () => {
    const bytes = buildZip([
      { name: "a/note.txt", content: NOTE },
      { name: "a/note.txt", content: Buffer.from("again"), isStored: true },
      { name: "a/", content: Buffer.alloc(0), isStored: true },
    ]);
    expect(await readAll(bytes)).toEqual([
      ["a/note.txt", NOTE.toString()],
      ["a/note.txt", "again"],
      ["a/", ""],
    ]);
  });

  test("an empty one", async () => {
    expect(await readAll(buildZip([]))).toEqual([]);
  });

  test("one with bytes before and behind it, which are counted", async () => {
    const bytes = Buffer.concat([
      Buffer.from("before"),
      buildZip([{ name: "n", content: NOTE }]),
      Buffer.from("and after"),
    ]);
    expect(await readAll(bytes)).toEqual([["n", NOTE.toString()]]);
    const zip = await openSafeZip(keep(bytes));
    expect(zip.foreignBytes).toBe(15);
    zip.close();
  });

  test.each([
    ["UTF-8 by its flag", { name: "añejo.txt", isUtf8: true }, "añejo.txt"],
    ["UTF-8 without the flag", { name: "añejo.txt", isUtf8: false }, "añejo.txt"],
    ["code page 437", { name: Buffer.from([0x61, 0xa4, 0x6f]), isUtf8: false }, "año"],
    ["control characters", { name: "a\0b\x1b.pdf" }, "a␀b␛.pdf"],
    ["a direction that is turned", { name: "annex\u202efdp.exe" }, "annex⟨U+202E⟩fdp.exe"],
    ["folders of Windows", { name: "a\\b.txt" }, "a/b.txt"],
    ["a way out", { name: "../../etc/passwd" }, "../../etc/passwd"],
  ])("a name in or with %s", async (_, entry, expected) => {
    expect((await readAll(buildZip([{ content: NOTE, ...entry }])))[0]?.[0]).toBe(expected);
  });

  test("what the receiver throws is passed on as it is", async () => {
    const zip = await openSafeZip(keep(buildZip([{ name: "n", content: NOTE }])));
    const full = new Error("the disk is full");
    const [entry] = zip.entries;
    if (entry === undefined) throw new Error("the archive is empty");
    await expect(
      zip.stream(entry, () => {
        throw full;
      }),
    ).rejects.toBe(full);
    zip.close();
  });
});

describe("archives that are refused as a whole", () => {
  test("entries that overlap", async () => {
    const twice = buildZip([
      { name: "a", content: NOTE },
      { name: "a", content: NOTE, offset: 0 },
    ]);
    await expectFailure("import/unsafe-archive", () => openSafeZip(keep(twice)));
  });

  test("an entry that overlaps the list of contents", async () => {
    const bytes = buildZip([{ name: "a", content: NOTE, isStored: true }]);
    const list = bytes.indexOf("PK\x01\x02", "latin1");
    bytes.writeUInt32LE(bytes.readUInt32LE(list + 20) + 30, list + 20);
    await expectFailure("import/unsafe-archive", () => openSafeZip(keep(bytes)));
  });

  test("more entries than are read", async () => {
    const many = Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, index) => ({
      name: String(index),
      content: new Uint8Array(0),
      isStored: true,
    }));
    await expectFailure("import/unsafe-archive", () => openSafeZip(keep(buildZip(many))));
  });

  test("strong encryption", async () => {
    const bytes = buildZip([{ name: "a", content: NOTE, flags: 0x41 }]);
    await expectFailure("import/encrypted", () => openSafeZip(keep(bytes)));
  });

  test("a list that goes on behind the number of entries that it claims", async () => {
    const hiding = buildZip(
      [
        { name: "shown", content: NOTE },
        { name: "hidden", content: NOTE },
      ],
      { entries: 1 },
    );
    await expectFailure("import/corrupt", () => openSafeZip(keep(hiding)));
  });

  test("every way to cut it off, and no other kind of failure", async () => {
    const bytes = buildZip([{ name: "a", content: NOTE }]);
    const path = join(setUpTempFolder(), "archive");
    for (let length = 1; length < bytes.length; length += 1) {
      writeFileSync(path, bytes.subarray(0, length));
      await expectFailure("import/corrupt", () => openSafeZip(path));
    }
  });

  test("any flipped byte gives the content, or a named failure", async () => {
    const bytes = buildZip([
      { name: "a", content: NOTE },
      { name: "b.txt", content: Buffer.from("b"), isStored: true },
    ]);
    const path = join(setUpTempFolder(), "archive");
    for (let index = 0; index < bytes.length; index += 1) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
      writeFileSync(path, flipped);
      try {
        const zip = await openSafeZip(path);
        try {
          for (const entry of zip.entries) {
            const content = Buffer.from(await zip.read(entry, 1_000_000)).toString();
            expect([NOTE.toString(), "b"]).toContain(content);
          }
        } finally {
          zip.close();
        }
      } catch (thrown) {
        expect(await failureOf(() => Promise.reject(thrown))).toHaveProperty("name", "ProbativeError");
      }
    }
  });
});

describe("entries that are refused by themselves", () => {
  test.each<readonly [string, PackedEntry, string]>([
    ["a wrong checksum", { name: "a", content: NOTE, crc: 1 }, "import/corrupt"],
    ["a wrong size", { name: "a", content: NOTE, claimedBytes: 3 }, "import/corrupt"],
    ["a password", { name: "a", content: NOTE, flags: 1 }, "import/encrypted"],
    ["a link", { name: "a", content: Buffer.from("/etc/passwd"), mode: 0o12_0777 }, "import/not-a-regular-file"],
    ["a device", { name: "a", content: NOTE, mode: 0o02_0666 }, "import/not-a-regular-file"],
    ["a method that is not read", { name: "a", content: NOTE, method: 14 }, "import/unsupported-kind"],
    ["more than 200 times its size", { name: "a", content: Buffer.alloc(12_000_000) }, "import/unsafe-archive"],
  ])("%s", async (_, entry, code) => {
    expect(await failureOfEntry(entry)).toBe(code);
  });

  test("more bytes than the caller takes", async () => {
    const zip = await openSafeZip(keep(buildZip([{ name: "a", content: NOTE }])));
    const [entry] = zip.entries;
    if (entry === undefined) throw new Error("the archive is empty");
    await expectFailure("import/too-large", () => zip.read(entry, 10));
    zip.close();
  });
});

describe("what an archive is", () => {
  const types = (type: string): PackedEntry => ({
    name: "[Content_Types].xml",
    content: Buffer.from(`<Types><Override PartName="/main" ContentType="application/${type}"/></Types>`),
  });

  test.each<readonly [string, readonly PackedEntry[], string]>([
    ["a plain archive", [{ name: "a.docx", content: NOTE }], "zip"],
    ["Word", [types("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")], "docx"],
    ["Word with macros", [types("vnd.ms-word.document.macroEnabled.main+xml")], "docx"],
    ["Excel", [types("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")], "xlsx"],
    ["Excel with macros", [types("vnd.ms-excel.sheet.macroEnabled.main+xml")], "xlsx"],
    ["Word whose list of types is gone", [{ name: "word/document.xml", content: NOTE }], "docx"],
    ["PowerPoint", [types("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")], "unsupported"],
    [
      "OpenDocument",
      [{ name: "mimetype", content: Buffer.from("application/vnd.oasis.opendocument.text"), isStored: true }],
      "unsupported",
    ],
  ])("%s", async (_, entries, kind) => {
    expect(await identifyZip(keep(buildZip(entries)))).toBe(kind);
  });

  test("names what is not read", async () => {
    const book = buildZip([{ name: "mimetype", content: Buffer.from("application/epub+zip"), isStored: true }]);
    expect(await nameZip(keep(book))).toBe("EPUB book");
  });
});
