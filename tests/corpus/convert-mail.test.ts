import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readZip } from "#adapters/convert/archive/read-zip.ts";
import type { FormatReader } from "#adapters/convert/converted.ts";
import { readEml } from "#adapters/convert/mail/read-eml.ts";
import { readMbox } from "#adapters/convert/mail/read-mbox.ts";
import { readMsg } from "#adapters/convert/mail/read-msg.ts";
import { recogniseFormat } from "#core/import/recognise-format.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { collectChildren } from "../electron/adapters/convert/collected-children.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";

const READERS: Readonly<Record<string, FormatReader>> = {
  eml: readEml,
  mbox: readMbox,
  "compound-file": readMsg,
  zip: readZip,
};

function list(folder: string): readonly string[] {
  return readdirSync(join(CORPUS, folder)).map((name) => join(folder, name));
}

async function read(name: string, change: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const path = join(CORPUS, name);
  const bytes = change(readFileSync(path));
  const recognised = recogniseFormat(bytes.subarray(0, 4_096), bytes.length, name);
  const reader = recognised.kind === "format" ? READERS[recognised.format] : undefined;
  if (reader === undefined) return null;
  const children = collectChildren();
  const input = { bytes, path, fileName: name, depth: 0, children, progress: () => undefined };
  return { converted: await reader(input), children };
}

/** What each message hands out: names of the files, which are made up or redacted. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  "attachment_message_rfc822.eml": ["ForwardedMessage.eml"],
  "attachment_nonascii_filename.eml": ["ciële.txt"],
  "attachment_pdf.eml": ["broken.pdf"],
  "image_in_the_middle.eml": ["IMG_2583.jpeg"],
  "raw_email_with_nested_attachment.eml": ["truncated.png", "smime.p7s"],
  "testEmailWithPNGAtt.eml": ["testPNG.png"],
  "testMSG_att_doc.msg": ["test-unicode.doc", "pj1.txt"],
  "japanese_iso_2022.eml": [],
  "missing_body.eml": [],
  "testEMLX.emlx": [],
};

describe.skipIf(NO_CORPUS)("real messages", () => {
  test("each is recognised and read, with whom it is from", async () => {
    for (const name of list("email")) {
      if (name.endsWith(".html") || name.endsWith(".mbox")) continue;
      const result = await read(name);
      expect([name, result?.converted.headers?.from]).toEqual([name, expect.stringMatching(/\S/u)]);
    }
  });

  test.each(Object.entries(CHILDREN))("%s hands out %j", async (name, expected) => {
    const result = await read(join("email", name));
    expect(result?.children.files.map((child) => child.name)).toEqual(expected);
    expect(result?.children.refused).toEqual([]);
  });

  test("the mailbox gives its three messages", async () => {
    expect((await read("email/complex.mbox"))?.children.files).toHaveLength(3);
  });

  test("Japanese, Korean and Chinese are decoded", async () => {
    const shown = async (name: string): Promise<string> => JSON.stringify((await read(name))?.converted.content);
    expect(await shown("email/japanese_iso_2022.eml")).toContain("すみません");
    expect(await shown("email/ks_c_5601-1987.eml")).toContain("스티해");
    expect(await shown("email/testMSG_chinese.msg")).toContain("中文測試");
  });

  test("cut or with flipped bytes they are read, or refused with a reason", { timeout: 120_000 }, async () => {
    let refused = 0;
    for (const name of list("email")) {
      for (let round = 1; round <= 12; round += 1) {
        const change = (bytes: Buffer): Buffer => {
          if (round % 3 === 0) return bytes.subarray(0, Math.floor((bytes.length * round) / 13));
          for (let at = round * 7; at < bytes.length; at += Math.ceil(bytes.length / (round * 4)))
            bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
          return bytes;
        };
        try {
          await read(name, change);
        } catch (thrown) {
          expect([name, round, thrown instanceof ProbativeError]).toEqual([name, round, true]);
          refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});
