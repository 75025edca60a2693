import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMime } from "#adapters/convert/mail/parse-mime.ts";
import { readPst } from "#adapters/convert/mail/read-pst.ts";
import { writeEml } from "#adapters/convert/mail/write-eml.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { collectChildren } from "../collected-children.ts";

/** The library carries its own samples; they are not part of this project. */
const SAMPLES = join(dirname(createRequire(import.meta.url).resolve("pst-extractor/package.json")), "example/testdata");

/** Messages that the tree of all nodes has, which is more than the library's own list of each folder gives. */
const MESSAGES = [
  ["enron.pst", 71],
  ["pstextractortest@outlook.com.ost", 183],
  ["pstextractortestpdf@outlook.com.ost", 162],
] as const;

describe.skipIf(existsSync(SAMPLES) ? false : "the samples of pst-extractor are not installed")(
  "an Outlook data file",
  () => {
    test.each(MESSAGES)("%s gives %i messages that can be read", { timeout: 60_000 }, async (name, count) => {
      const children = collectChildren();
      const converted = await readPst({
        bytes: new Uint8Array(0),
        path: join(SAMPLES, name),
        fileName: name,
        depth: 0,
        children,
        progress: () => undefined,
      });
      expect(children.refused).toEqual([]);
      expect(children.files).toHaveLength(count);
      expect(converted).toMatchObject({ format: "pst", notices: [] });
      for (const { bytes } of children.files) {
        const { message } = await parseMime(bytes);
        expect(message.headers.map((field) => field.name)).toEqual(expect.arrayContaining(["mime-version"]));
        expect(message.headers.every((field) => field.name !== "")).toBe(true);
      }
    });

    test("is refused when it is none", async () => {
      const input = {
        bytes: new Uint8Array(0),
        path: import.meta.filename,
        fileName: "a.pst",
        depth: 0,
        children: collectChildren(),
        progress: () => undefined,
      };
      await expectFailure("import/corrupt", () => readPst(input));
    });
  },
);

describe("a message that is written", () => {
  test("is read back as it was", async () => {
    const attachment = Buffer.from("--=_parts--\r\nSPECIMEN \0\xff", "latin1");
    const bytes = writeEml({
      headers: [
        ["From", "Ana España <ana@example.org>"],
        ["Subject", `Señal ${"ñ".repeat(200)}`],
        ["X-Bad", "one\r\nBcc: two"],
      ],
      plain: "SPECIMEN año\n",
      html: "<p>SPECIMEN año</p>",
      attachments: [{ name: 'añejo; "x".pdf', type: "application/pdf", contentId: "a@b", bytes: attachment }],
    });
    const { message } = await parseMime(bytes);
    expect(message.headers.map(({ name }) => name)).toEqual([
      "from",
      "subject",
      "x-bad",
      "mime-version",
      "content-type",
    ]);
    const [versions, file] = message.parts;
    expect(versions?.parts.map(({ type, bytes: text }) => [type, Buffer.from(text).toString()])).toEqual([
      ["text/plain", "SPECIMEN año\n"],
      ["text/html", "<p>SPECIMEN año</p>"],
    ]);
    expect(file).toMatchObject({ fileName: 'añejo; "x".pdf', contentId: "a@b", disposition: "attachment" });
    expect(Buffer.from(file?.bytes ?? [])).toEqual(attachment);
  });
});
