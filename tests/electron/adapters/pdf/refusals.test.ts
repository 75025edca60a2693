import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateHostileFiles } from "#fixtures/hostile.ts";
import { writeRawPdf } from "#fixtures/kit/raw-pdf.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { makeFolder, makeOnePage, openReader, readPath, saveBytes, setLines } from "./reading-kit.ts";

const reader = openReader();
const hostile = await generateHostileFiles();

describe("hostile files", () => {
  test.each(hostile.map((file) => [file.path, file.expectedReason, file] as const))(
    "%s: %s",
    async (path, reason, file) => {
      const saved = saveBytes(file.bytes, path.replaceAll("/", "-"));
      if (reason === "imports") {
        const { pages } = await readPath(reader, saved);
        expect(pages.filter((page) => page.text !== "").length).toBeGreaterThan(0);
        expect(pages.length).toBeGreaterThanOrEqual(file.expectedPages);
      } else {
        await expectFailure(`import/${reason}`, () => readPath(reader, saved));
      }
    },
  );
});

describe("limits", () => {
  test("more pages than allowed are refused with both numbers", async () => {
    const path = saveBytes(makeOnePage(setLines([[72, 700, "one page"]])));
    const { details } = await expectFailure("import/page-count", () => readPath(reader, path, 0));
    expect(details).toEqual({ count: 1, maxPages: 0 });
  });

  test("a page that cannot be loaded is empty and named; a file without any other is refused", async () => {
    const pages = (kids: string) =>
      writeRawPdf(
        [
          { dictionary: "<</Type/Catalog/Pages 2 0 R>>" },
          { dictionary: `<</Type/Pages/Kids[${kids}]/Count 2>>` },
          { dictionary: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>" },
        ],
        1,
      );
    const result = await readPath(reader, saveBytes(pages("3 0 R 99 0 R")));
    expect(result.pageCount).toBe(2);
    expect(result.damagedPages).toEqual([2]);
    expect(result.pages.map((page) => [page.page, page.text])).toEqual([
      [1, ""],
      [2, ""],
    ]);
    await expectFailure("import/corrupt", () => readPath(reader, saveBytes(pages("98 0 R 99 0 R"))));
  });

  test("a path that leads to no file, and a folder", async () => {
    const folder = makeFolder();
    await expectFailure("import/unreadable", () => readPath(reader, join(folder, "absent.pdf")));
    mkdirSync(join(folder, "folder.pdf"));
    await expectFailure("import/not-a-regular-file", () => readPath(reader, join(folder, "folder.pdf")));
  });

  test("reading goes on after each of them", async () => {
    const { pages } = await readPath(reader, saveBytes(makeOnePage(setLines([[72, 700, "still here"]]))));
    expect(pages.map((page) => page.text)).toEqual(["still here"]);
  });
});

describe("memory", () => {
  const small = openReader({ memoryLimit: 24 * 1024 ** 2 });

  test("a file that needs more than is allowed is refused, the next one is read", async () => {
    // PDFium keeps an object for each of these lines.
    const content = "0 0 m 1 1 l S\n".repeat(400_000);
    await expectFailure("import/memory", () => readPath(small, saveBytes(makeOnePage(content))));
    const { pages } = await readPath(small, saveBytes(makeOnePage(setLines([[72, 700, "small enough"]]))));
    expect(pages.map((page) => page.text)).toEqual(["small enough"]);
  });
});
