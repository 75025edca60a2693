import { describe, expect, test } from "vitest";
import {
  identifyCompoundFile,
  isEncryptedOffice,
  nameCompoundFile,
} from "#adapters/convert/mail/identify-compound-file.ts";
import { readMsg } from "#adapters/convert/mail/read-msg.ts";
import { expectFailure, failureOf } from "../../../../support/expect-failure.ts";
import { collectChildren } from "../collected-children.ts";
import { binaryProperty, buildCompoundFile, fixedProperties, type Storage, textProperty } from "./build-msg.ts";

/** 2025-03-15T03:05:09Z in steps of 100 nanoseconds since 1601 (MS-DTYP, 2.3.3). */
const SENT = (BigInt(Date.UTC(2025, 2, 15, 3, 5, 9)) + 11_644_473_600_000n) * 10_000n;

function message(streams: Storage["streams"], storages: NonNullable<Storage["storages"]> = {}): Storage {
  return {
    streams: {
      ...fixedProperties(32, [[0x0039_0040, SENT]]),
      ...textProperty("0037", "The seventh note"),
      ...textProperty("0C1A", "Ana Example"),
      ...textProperty("5D01", "ana@example.org"),
      ...streams,
    },
    storages: {
      "__recip_version1.0_#00000000": {
        streams: {
          ...fixedProperties(8, [[0x0c15_0003, 1]]),
          ...textProperty("3001", "The desk"),
          ...textProperty("39FE", "desk@example.org"),
        },
      },
      ...storages,
    },
  };
}

async function read(storage: Storage, depth = 0) {
  return readBytes(buildCompoundFile(storage), depth);
}

async function readBytes(bytes: Uint8Array, depth = 0) {
  const children = collectChildren();
  const input = { bytes, path: "", fileName: "specimen.msg", depth, children, progress: () => undefined };
  const converted = await readMsg(input);
  if (converted.content.kind !== "rendition") throw new Error("there is no rendition");
  return { converted, children, shown: JSON.stringify(converted.content.rendition.blocks) };
}

const ATTACHED: NonNullable<Storage["storages"]> = {
  "__attach_version1.0_#00000000": {
    streams: {
      ...fixedProperties(8, []),
      ...textProperty("3707", "añexo.pdf"),
      ...binaryProperty("3701", Buffer.from("%PDF-1.4 SPECIMEN")),
    },
  },
  "__attach_version1.0_#00000001": {
    streams: { ...fixedProperties(8, [[0x3705_0003, 5]]), ...textProperty("3001", "inner") },
    storages: {
      "__substg1.0_3701000D": {
        streams: {
          ...fixedProperties(24, []),
          ...textProperty("0037", "The inner note"),
          ...textProperty("1000", "SPECIMEN inner text"),
        },
      },
    },
  },
};

describe("an Outlook message", () => {
  test("has its headers from its properties", async () => {
    const { converted, shown } = await read(message(textProperty("1000", "SPECIMEN text\r\n> quoted")));
    expect(converted).toMatchObject({
      format: "msg",
      headers: {
        from: "Ana Example <ana@example.org>",
        to: ["The desk <desk@example.org>"],
        subject: "The seventh note",
        date: "2025-03-15T03:05:09Z",
      },
    });
    expect(shown).toContain("SPECIMEN text");
    expect(shown).toContain('"quoted":1');
  });

  test("has them from the headers that it was transported with, where it keeps them", async () => {
    const transported =
      "From: Ana <ana@example.org>\r\nTo: x@example.org\r\nDate: Fri, 14 Mar 2025 21:05:09 -0600\r\nMessage-ID: <m@x>\r\n";
    const { converted } = await read(message({ ...textProperty("007D", transported), ...textProperty("1000", "x") }));
    expect(converted.headers).toMatchObject({
      from: "Ana <ana@example.org>",
      to: ["x@example.org"],
      date: "2025-03-14T21:05:09-06:00",
      messageId: "m@x",
    });
  });

  test("hands out what is attached, a message as a message that can be read again", async () => {
    const { children, shown } = await read(message(textProperty("1000", "SPECIMEN"), ATTACHED));
    expect(children.files.map(({ name }) => name)).toEqual(["añexo.pdf", "The inner note.msg"]);
    expect(children.files[0]?.bytes.toString()).toBe("%PDF-1.4 SPECIMEN");
    expect(shown).toContain("añexo.pdf (17 bytes)");
    const inner = await readBytes(children.files[1]?.bytes ?? Buffer.alloc(0));
    expect(inner.converted.headers?.subject).toBe("The inner note");
    expect(inner.shown).toContain("SPECIMEN inner text");
  });

  test("shows HTML that Outlook wrapped in RTF", async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\fonttbl{\\f0\\fcharset204 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 SPECIMEN caf\\'e9 \\u8364?\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}{\\f0 \\'cf\\'ee}}";
    const packed = Buffer.alloc(16 + rtf.length);
    packed.writeUInt32LE(rtf.length + 12, 0);
    packed.writeUInt32LE(rtf.length, 4);
    packed.write("MELA", 8, "latin1");
    packed.write(rtf, 16, "latin1");
    const { shown } = await read(message(binaryProperty("1009", packed)));
    expect(shown).toContain("SPECIMEN café €");
    expect(shown).toContain("По");
  });

  test("in the third container hands out nothing", async () => {
    const { children } = await read(message(textProperty("1000", "x"), ATTACHED), 3);
    expect(children.files).toEqual([]);
    expect(children.refused.map(({ reason }) => reason)).toEqual(Array(2).fill("import/nested-too-deep"));
  });
});

describe("damage", () => {
  const whole = buildCompoundFile(message(textProperty("1000", "SPECIMEN ".repeat(600)), ATTACHED));

  test("a chain that leads to itself is refused", async () => {
    const looped = Buffer.from(whole);
    const table = (looped.readUInt32LE(76) + 1) * 512;
    const directory = looped.readUInt32LE(48);
    looped.writeUInt32LE(directory, table + directory * 4);
    await expectFailure("import/corrupt", () => readBytes(looped));
  });

  test("every cut is refused, or leaves a message that can be read", async () => {
    for (let length = 0; length < whole.length; length += 256) {
      try {
        expect((await readBytes(whole.subarray(0, length))).converted.format).toBe("msg");
      } catch (thrown) {
        expect((await failureOf(() => Promise.reject(thrown))).code).toBe("import/corrupt");
      }
    }
  });

  test("flipped bytes give a message or a named failure", async () => {
    for (let index = 0; index < whole.length; index += 37) {
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
      try {
        expect((await readBytes(flipped)).converted.format).toBe("msg");
      } catch (thrown) {
        expect((await failureOf(() => Promise.reject(thrown))).code).toBe("import/corrupt");
      }
    }
  });
});

describe("what a compound file is", () => {
  const stream = Buffer.from("SPECIMEN");

  test("an Outlook message", () => {
    expect(identifyCompoundFile(buildCompoundFile(message({})))).toBe("msg");
  });

  test.each([
    ["WordDocument", "Word 97–2003 document (.doc)", false],
    ["Workbook", "Excel 97–2003 workbook (.xls)", false],
    ["PowerPoint Document", "PowerPoint 97–2003 presentation (.ppt)", false],
    ["EncryptedPackage", "Office document with a password", true],
    ["Something", "compound file of an unknown program", false],
  ])("%s", (name, expected, isEncrypted) => {
    const bytes = buildCompoundFile({ streams: { [name]: stream } });
    expect(identifyCompoundFile(bytes)).toBe("unsupported");
    expect(nameCompoundFile(bytes)).toBe(expected);
    expect(isEncryptedOffice(bytes)).toBe(isEncrypted);
  });

  test("a Word document inside of an attachment does not make a message one", () => {
    const bytes = buildCompoundFile(
      message({}, { "__attach_version1.0_#00000000": { streams: { WordDocument: stream } } }),
    );
    expect(identifyCompoundFile(bytes)).toBe("msg");
  });

  test("a damaged one is said to be damaged", async () => {
    await expectFailure("import/corrupt", () =>
      identifyCompoundFile(Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1")),
    );
  });
});
