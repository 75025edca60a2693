import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocx } from "#adapters/convert/office/read-docx.ts";
import { readRtf } from "#adapters/convert/office/read-rtf.ts";
import type { Block } from "#adapters/convert/rendition.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";
const NO_OFFICE = spawnSync("soffice", ["--version"]).error === undefined ? false : "LibreOffice is not installed";

const files =
  NO_CORPUS === false
    ? readdirSync(join(CORPUS, "office"))
        .filter((name) => /\.(?:docx|rtf)$/u.test(name))
        .sort()
        .map((name) => join(CORPUS, "office", name))
        .concat(join(CORPUS, "hostile", "actually_an_rtf.pdf"))
    : [];

function textOf(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.spans.map(({ text }) => text).join("");
    case "item":
      return `${block.marker} ${block.spans.map(({ text }) => text).join("")}`;
    case "table":
      return block.rows
        .flat()
        .flatMap((cell) => cell.blocks.map(textOf))
        .join("\n");
    case "footnote":
      return block.blocks.map(textOf).join("\n");
    default:
      return "";
  }
}

async function readText(path: string): Promise<string | ProbativeError["code"]> {
  const bytes = readFileSync(path);
  const read = bytes.subarray(0, 5).toString("latin1") === "{\\rtf" ? readRtf : readDocx;
  const nothing = (): void => undefined;
  const children = { begin: nothing, write: nothing, end: nothing, refuse: nothing };
  try {
    const { content } = await read({ bytes, path, fileName: basename(path), depth: 0, progress: nothing, children });
    return content.kind === "rendition" ? content.rendition.blocks.map(textOf).join("\n") : "";
  } catch (thrown) {
    if (thrown instanceof ProbativeError) return thrown.code;
    throw thrown;
  }
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe.skipIf(NO_CORPUS)("real office files", () => {
  test("each is read, or refused with a reason", async () => {
    const texts = await Promise.all(files.map(readText));
    const refused = texts.filter((text) => text.startsWith("import/"));
    expect(texts.length).toBeGreaterThan(10);
    expect(refused.sort()).toEqual(["import/corrupt", "import/encrypted"]);
  });
});

describe.skipIf(NO_CORPUS || NO_OFFICE)("against LibreOffice", () => {
  test.each(files.map((path) => [basename(path), path] as const))(
    "%s has the same words",
    { timeout: 120_000 },
    async (_, path) => {
      const ours = await readText(path);
      if (ours.startsWith("import/")) return;
      const folder = mkdtempSync(join(tmpdir(), "probative-office-"));
      try {
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        const target = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder];
        spawnSync("soffice", [profile, "--headless", ...target, path], { timeout: 110_000 });
        const converted = join(folder, `${basename(path).replace(/\.\w+$/u, "")}.txt`);
        const theirs = existsSync(converted) ? countWords(readFileSync(converted, "utf8")) : new Map<string, number>();
        const found = countWords(ours);
        const missing = [...theirs].filter(([word, count]) => (found.get(word) ?? 0) < count);
        expect(missing).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
