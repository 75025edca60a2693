import { expect, test } from "vitest";
import { MOST_TEXT_BYTES, readText } from "#adapters/convert/text/read-text.ts";
import { makeFormatInput } from "../format-input.ts";

async function blocksOf(bytes: Uint8Array | string) {
  const { content } = await readText(makeFormatInput(bytes));
  return content.kind === "rendition" ? content.rendition.blocks : [];
}

test("lines and white space stand, and a form feed begins a page", async () => {
  expect(await blocksOf("\none\n\ttwo  \n\n\f\nthree\n")).toEqual([
    { kind: "preformatted", text: "one\n\ttwo" },
    { kind: "page-break" },
    { kind: "preformatted", text: "three" },
  ]);
});

test("a file without text says so", async () => {
  expect(await blocksOf(" \n\n")).toEqual([{ kind: "remark", text: "the file holds no text" }]);
});

test("an encoding that was guessed is reported", async () => {
  const { notices } = await readText(
    makeFormatInput(Buffer.from("caf\xe9 cr\xe8me br\xfbl\xe9e d\xe9j\xe0 vu", "latin1")),
  );
  expect(notices.map((notice) => notice.kind)).toEqual(["encoding"]);
});

test("text beyond the limit is cut, with a notice", async () => {
  const { notices } = await readText(makeFormatInput(new Uint8Array(MOST_TEXT_BYTES + 1).fill(0x61)));
  expect(notices.map((notice) => notice.kind)).toEqual(["cut-at-limit"]);
});
