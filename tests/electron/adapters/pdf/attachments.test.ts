import { describe, expect, test } from "vitest";
import type { ChildReceiver } from "#core/ports/document-converter.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { makeOnePage, openReader, readPath, saveBytes, setLines } from "./reading-kit.ts";

const reader = openReader();
const never = new AbortController().signal;

const PAGE = setLines([[72, 700, "SPECIMEN cover letter"]]);

/** What a receiver was given, as lines. */
function createReceiver() {
  const taken: string[] = [];
  let bytes: Buffer[] = [];
  const children: ChildReceiver = {
    begin: ({ name }) => {
      bytes = [];
      taken.push(name);
    },
    write: (piece) => {
      bytes.push(Buffer.from(piece));
    },
    end: () => {
      const whole = Buffer.concat(bytes);
      taken.push(whole.length > 100 ? `${whole.length} bytes` : whole.toString("latin1"));
    },
    refuse: ({ name, reason }) => {
      taken.push(`${name}: ${reason}`);
    },
  };
  return { taken, children };
}

interface Embedded {
  /** Entries of the file specification that name it. */
  readonly names: string;
  readonly content: string;
  /** Keys under which the bytes stand. */
  readonly key?: string;
}

/** Objects 7 and 8, 9 and 10, … are specification and bytes of the files; the catalogue lists them. */
function makeWithFiles(files: readonly Embedded[]): Uint8Array {
  const objects = files.flatMap(({ names, content, key = "F" }, index) => [
    { dictionary: `<</Type/Filespec${names}/EF<</${key} ${8 + 2 * index} 0 R>>>>` },
    { dictionary: "<</Type/EmbeddedFile>>", stream: content },
  ]);
  const list = files.map((_, index) => `(${index}) ${7 + 2 * index} 0 R`).join(" ");
  return makeOnePage(PAGE, { catalog: `/Names<</EmbeddedFiles<</Names[${list}]>>>>`, objects });
}

async function readFiles(bytes: Uint8Array): Promise<{ taken: readonly string[]; announced: number }> {
  const path = saveBytes(bytes);
  const { taken, children } = createReceiver();
  const { attachments } = await readPath(reader, path);
  await reader.readAttachments(path, children, never);
  return { taken, announced: attachments };
}

describe("files inside of a PDF", () => {
  test("come in their order, whole, whatever their size", async () => {
    const files = [
      { names: "/F(first.txt)/UF(first.txt)", content: "one" },
      { names: "/F(second.bin)", content: "x".repeat(3_000_000) },
      { names: "/F(empty.txt)", content: "" },
    ];
    expect(await readFiles(makeWithFiles(files))).toEqual({
      taken: ["first.txt", "one", "second.bin", "3000000 bytes", "empty.txt", ""],
      announced: 3,
    });
  });

  test("whose bytes stand under another kind of name than the file has are found all the same", async () => {
    const files = [
      { names: "/UF(a.txt)", content: "one" },
      { names: "/F(b.txt)", content: "two" },
    ];
    const { taken } = await readFiles(makeWithFiles(files));
    expect(taken).toEqual(["b.txt", "two", "a.txt", "one"]);
  });

  test("that an annotation carries", async () => {
    const bytes = makeOnePage(PAGE, {
      page: "/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[10 10 20 20]/FS 7 0 R>>]",
      objects: [
        { dictionary: "<</Type/Filespec/F(note.txt)/EF<</F 8 0 R>>>>" },
        { dictionary: "<</Type/EmbeddedFile>>", stream: "carried" },
      ],
    });
    expect(await readFiles(bytes)).toEqual({ taken: ["note.txt", "carried"], announced: 1 });
  });

  test("get names that can be shown: no way out, nothing unseen, none twice", async () => {
    const names = [
      "/F(../../etc/passwd)",
      "/F(C:\\\\list.txt)",
      "/UF<feff0061202e0066006400700078>/F(a)",
      "/F()",
      "/F(list)",
      "/F(list)",
    ];
    const { taken } = await readFiles(makeWithFiles(names.map((own) => ({ names: own, content: "-" }))));
    expect(taken.filter((line) => line !== "-")).toEqual([
      "etc/passwd",
      "C:/list.txt",
      "a⟨U+202E⟩fdpx",
      "list",
      "list (2)",
      "attachment 4",
    ]);
  });

  test("that are missing are refused, and the others come", async () => {
    const bytes = makeWithFiles([
      { names: "/F(lost.txt)", content: "", key: "X" },
      { names: "/F(here.txt)", content: "here" },
    ]);
    const { taken } = await readFiles(bytes);
    expect(taken).toEqual(["here.txt", "here", "lost.txt: import/corrupt"]);
  });

  test("there are none in an ordinary file", async () => {
    expect(await readFiles(makeOnePage(PAGE))).toEqual({ taken: [], announced: 0 });
  });

  test("what the receiver throws ends the reading", async () => {
    const { children } = createReceiver();
    const path = saveBytes(makeWithFiles([{ names: "/F(a)", content: "one" }]));
    const full = {
      ...children,
      write: () => {
        throw new RangeError("the disk is full");
      },
    };
    await expect(reader.readAttachments(path, full, never)).rejects.toThrow("the disk is full");
  });

  test("a file that is no PDF is refused", async () => {
    const { children } = createReceiver();
    await expectFailure("import/not-a-pdf", () =>
      reader.readAttachments(saveBytes(Buffer.from("no")), children, never),
    );
  });
});
